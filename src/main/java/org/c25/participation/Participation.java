package org.c25.participation;

/**
 * A participation, as its pages name it so that a device can tell which answers belong to it.
 *
 * @param name {@link Participant#participation()}
 * @param only whether it is certain that the invitation's address led to no earlier participation
 */
public record Participation(String name, boolean only) {}
