package org.c25.links;

enum EmailState {
    /** For its first attempt or its next. */
    WAITING,
    /** The mail server has taken it. */
    SENT,
    /** Refused for good, or given up. */
    FAILED,
    /** Not wanted any more before it was sent: the link was revoked, or the person had finished or left. */
    CANCELLED
}
