package org.c25.participation;

/** Where a participant stands. Only those at work hold a promise of more answers. */
public enum ParticipantStatus {
    /** Has taken a place and not yet finished. */
    AT_WORK,
    /** Has an answer to every trial, and the completion code. */
    COMPLETED,
    /**
     * Has left and let the researchers keep the answers so far; the place is free. Who had them erased is no
     * participant any more.
     */
    WITHDRAWN,
    /** Took part elsewhere; the answers came from a C25 file. */
    IMPORTED,
    /** Had not finished when the place was given on. The answers are kept, and a free place lets them go on. */
    RELEASED,
    /** Had finished when the place was given on. The answers and the completion code are kept, outside of every file. */
    REPLACED
}
