package org.c25.notices;

enum NoticeState {
    /** The notice waits for its first attempt or its next. */
    WAITING,
    /** The mail server or the webhook has taken the notice. */
    SENT,
    /** The notice was refused for good, or the attempts were given up. */
    FAILED,
    /** The notice was not wanted any more before it was sent, or whom it was about had everything erased. */
    CANCELLED
}
