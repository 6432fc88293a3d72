package org.c25.participation;

/** A place became free, in the transaction that is still open. */
public record SlotFreed(long setId, int slot) {}
