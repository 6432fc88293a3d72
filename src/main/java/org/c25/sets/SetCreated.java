package org.c25.sets;

/** A set was made, in the transaction that is still open. */
public record SetCreated(SetView set) {}
