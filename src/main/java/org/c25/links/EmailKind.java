package org.c25.links;

/** The kinds of e-mails. Each carries the person's link. */
enum EmailKind {
    INVITATION("letter.invitation.subject", "letter.invitation.text"),
    /** Reminds somebody who has not begun, or not gone on. */
    REMINDER("letter.reminder.subject", "letter.reminder.text"),
    /** Says that the slot was made free for somebody else. */
    PLACE_RELEASED("letter.released.subject", "letter.released.text"),
    /** Says that a slot is free for somebody who waited. */
    PLACE_OFFERED("letter.offered.subject", "letter.offered.text");

    private final String subject;
    private final String text;

    EmailKind(String subject, String text) {
        this.subject = subject;
        this.text = text;
    }

    /**
     * Returns the key of the subject.
     *
     * @param joined whether the person has taken a slot
     */
    String subject(boolean joined) {
        return this == REMINDER && !joined ? "letter.not-begun.subject" : subject;
    }

    String text(boolean joined) {
        return this == REMINDER && !joined ? "letter.not-begun.text" : text;
    }
}
