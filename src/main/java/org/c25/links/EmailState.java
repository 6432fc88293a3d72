package org.c25.links;

enum EmailState {
    /** The e-mail waits for its first attempt or its next. */
    WAITING,
    /** The mail server has taken the e-mail. */
    SENT,
    /** The mail server refused the e-mail for good, or the attempts were given up. */
    FAILED,
    /**
     * The e-mail was not wanted any more before it was sent: the link was revoked, or the person had finished or left.
     */
    CANCELLED
}
