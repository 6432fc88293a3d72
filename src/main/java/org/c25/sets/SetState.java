package org.c25.sets;

/** Whether people can join a set. Closing it stops nobody who has joined. */
public enum SetState {
    DRAFT,
    OPEN,
    CLOSED
}
