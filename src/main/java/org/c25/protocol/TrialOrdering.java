package org.c25.protocol;

/** The order in which a participant sees the items. */
public enum TrialOrdering {
    /** A random order, drawn for each participant. */
    RANDOM,
    /** One class after the other; the classes, and the items in each, are in an order drawn for each participant. */
    BLOCKED,
    /** The order of the manifest, with the same repeats at the same positions, for everyone. */
    FIXED
}
