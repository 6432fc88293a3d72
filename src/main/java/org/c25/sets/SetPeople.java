package org.c25.sets;

/** Whether anybody takes part in a set. The package that knows participants tells it. */
public interface SetPeople {

    /** Whether anybody has, or had, a place, and what they did is kept. */
    boolean anyIn(long setId);
}
