package org.c25.participation;

/** The status of a participant. Only from those at work can more answers be expected. */
public enum ParticipantStatus {
    /** The participant has taken a slot and not yet finished. */
    AT_WORK,
    /** The participant has answered every trial, and has the completion code. */
    COMPLETED,
    /**
     * The participant has left and let the researchers keep the answers so far; the slot is free. People who had their
     * answers erased are no participants any more.
     */
    WITHDRAWN,
    /** The participant took part elsewhere; the answers came from a C25 file. */
    IMPORTED,
    /**
     * The participant had not finished when the slot was released. The answers are kept, and the participant can go on
     * in a free slot.
     */
    RELEASED,
    /**
     * The participant had finished when staff freed the slot. The answers and the completion code are kept, but no file
     * contains the answers.
     */
    REPLACED
}
