package org.c25.sets;

/** The event that a draft was opened, published in the transaction that opens it. From now on its images stay as they are. */
public record SetOpened(SetView set) {}
