package org.c25.trainer;

/** The program is to end: what the last whole epoch gave is kept. */
public final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Stopped() {
        super("stopped", null, false, false);
    }
}
