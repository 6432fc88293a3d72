package org.c25.participation;

/** What can happen to a slot. */
public enum SlotChange {
    /** Somebody consented, and has it. */
    TAKEN,
    /** Somebody whose slot was released came back, and has this one now. */
    RETURNED,
    /** Answers from a file lie in it. */
    IMPORTED,
    /** Who has it has not come for a while. */
    STALLED,
    /** Who has it has finished. */
    COMPLETED,
    /** It was taken from somebody who had not finished. */
    RELEASED,
    /** It was taken from somebody who had finished, or from answers out of a file. */
    REPLACED,
    /** Who had it left. */
    WITHDRAWN;

    /** Whether somebody has the slot from here on. */
    public boolean begins() {
        return this == TAKEN || this == RETURNED || this == IMPORTED;
    }

    /** Whether the slot is free from here on. */
    public boolean ends() {
        return this == RELEASED || this == REPLACED || this == WITHDRAWN;
    }
}
