package org.c25.sets;

/** The states of a set, which decide whether people can join. Closing it stops nobody who has joined. */
public enum SetState {
    DRAFT,
    OPEN,
    CLOSED
}
