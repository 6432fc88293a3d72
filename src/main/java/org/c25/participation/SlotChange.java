package org.c25.participation;

/** The changes that can happen to a slot. */
public enum SlotChange {
    /** Somebody consented and took the slot. */
    TAKEN,
    /** Somebody whose slot was released came back and took this one. */
    RETURNED,
    /** Answers from a file were put into the slot. */
    IMPORTED,
    /** The person in the slot was found to be stalled. */
    STALLED,
    /** The person in the slot finished. */
    COMPLETED,
    /** The slot was taken from somebody who had not finished. */
    RELEASED,
    /** The slot was taken from somebody who had finished, or from imported answers. */
    REPLACED,
    /** The person in the slot withdrew. */
    WITHDRAWN,
    /** Staff put somebody back whose slot they had freed. */
    PUT_BACK;

    /** Whether somebody has the slot from this change on. */
    public boolean begins() {
        return this == TAKEN || this == RETURNED || this == IMPORTED || this == PUT_BACK;
    }

    /** Whether the slot is free from this change on. */
    public boolean ends() {
        return this == RELEASED || this == REPLACED || this == WITHDRAWN;
    }
}
