package org.c25.participation;

/** What a participant does beside the trials, once. */
public enum OneTimeStep {
    QUESTIONS("questions_at"),
    PRACTICE("practised_at"),
    CLOSING("closing_at");

    private final String column;

    OneTimeStep(String column) {
        this.column = column;
    }

    /** The column of the participant that says when it was done. */
    String column() {
        return column;
    }
}
