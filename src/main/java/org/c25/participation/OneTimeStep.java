package org.c25.participation;

/** The steps beside the trials that each participant takes once. */
public enum OneTimeStep {
    QUESTIONS("questions_at"),
    PRACTICE("practised_at"),
    CLOSING("closing_at");

    private final String column;

    OneTimeStep(String column) {
        this.column = column;
    }

    /** Returns the column of {@code participant} that says when the step was done. */
    String column() {
        return column;
    }
}
