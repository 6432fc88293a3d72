package org.c25.affect;

/** A complete answer to one face: an expression, and the steps of valence and arousal. */
public record Rating(Expression expression, Step valence, Step arousal) {}
