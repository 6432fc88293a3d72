package org.c25.protocol;

/** The direction in which the two scales run, from left to right. */
public enum ScaleDirection {
    /** From 1 to 9, as in AffectNetC25. */
    ASCENDING,
    /** From 9 to 1. */
    DESCENDING,
    /** Ascending for every other participant of a set, descending for the rest. */
    ALTERNATING
}
