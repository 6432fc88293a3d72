package org.c25.sets;

/** The event that the pause of a set is over, published in the transaction that ends it. */
public record SetResumed(long setId) {}
