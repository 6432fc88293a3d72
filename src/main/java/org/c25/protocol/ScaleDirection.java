package org.c25.protocol;

/** Which way the two scales run, from left to right. */
public enum ScaleDirection {
    /** 1 … 9, as in AffectNetC25. */
    ASCENDING,
    /** 9 … 1. */
    DESCENDING,
    /** Ascending for every other participant of a set, descending for the rest. */
    ALTERNATING
}
