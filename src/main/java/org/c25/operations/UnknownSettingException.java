package org.c25.operations;

import java.util.List;

/** There are settings that nobody reads. */
final class UnknownSettingException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param sentences a sentence for each, with the nearest name there is */
    UnknownSettingException(List<String> sentences) {
        super(String.join(System.lineSeparator(), sentences));
    }
}
