package org.c25.participation;

/** The event that a slot became free, in the transaction that is still open. */
public record SlotFreed(long setId, int slot) {}
