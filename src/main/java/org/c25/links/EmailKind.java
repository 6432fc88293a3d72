package org.c25.links;

/** What an e-mail is about. Whatever it is, it carries the person's link. */
enum EmailKind {
    INVITATION("letter.invitation.subject", "letter.invitation.text"),
    /** To who has not begun, or not gone on. */
    REMINDER("letter.reminder.subject", "letter.reminder.text"),
    /** The place was given to somebody else. */
    PLACE_RELEASED("letter.released.subject", "letter.released.text"),
    /** A place is free for somebody who waited. */
    PLACE_OFFERED("letter.offered.subject", "letter.offered.text");

    private final String subject;
    private final String text;

    EmailKind(String subject, String text) {
        this.subject = subject;
        this.text = text;
    }

    /** @param joined whether the person has taken a place */
    String subject(boolean joined) {
        return this == REMINDER && !joined ? "letter.not-begun.subject" : subject;
    }

    String text(boolean joined) {
        return this == REMINDER && !joined ? "letter.not-begun.text" : text;
    }
}
