package org.c25.sets;

/** How a set's images were chosen. */
public enum SetKind {
    CONFUSING,
    RANDOM,
    CUSTOM
}
