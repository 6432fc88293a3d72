package org.c25.sets;

/** The event that the images of a draft are shared out in another way, published in the transaction that is still open. */
public record SetSharedOut(SetView set) {}
