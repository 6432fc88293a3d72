package org.c25.sets;

/** Tells whether anybody takes part in a set. The package that knows participants implements it. */
public interface SetPeople {

    /** Whether anybody has, or had, a slot, and their answers are kept. */
    boolean anyIn(long setId);
}
