package org.c25.sets;

/** The event that a set was made, in the transaction that is still open. */
public record SetCreated(SetView set) {}
