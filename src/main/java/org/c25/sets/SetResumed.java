package org.c25.sets;

/** The pause of a set is over. Published in the transaction that ends it. */
public record SetResumed(long setId) {}
