package org.c25.protocol;

/** The order in which a participant sees the items. */
public enum TrialOrdering {
    /** Drawn for each participant. */
    RANDOM,
    /** One of AffectNet's classes after the other; the classes, and the items in each, in an order drawn for each participant. */
    BLOCKED,
    /** The order of the manifest, and the same repeats at the same places, for everyone. */
    FIXED
}
