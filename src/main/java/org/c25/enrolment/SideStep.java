package org.c25.enrolment;

/** What a participant does beside the trials, once. */
public enum SideStep {
    QUESTIONS("questions_at"),
    PRACTICE("practised_at"),
    CLOSING("closing_at");

    private final String column;

    SideStep(String column) {
        this.column = column;
    }

    /** The column of the participant that says when it was done. */
    String column() {
        return column;
    }
}
