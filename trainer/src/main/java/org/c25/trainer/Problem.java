package org.c25.trainer;

/** Says to whoever gave the command why it can't be done: a whole sentence that names the file or the option. It has no stack to show. */
public class Problem extends RuntimeException {

    public Problem(String message) {
        super(message, null, false, false);
    }
}
