package org.c25.sets;

/**
 * The event that a set is deleted, to which nobody has answered. In the transaction that is still open, every listener
 * deletes its rows of the set, or refuses; the items and the set's own row are deleted afterwards. Rows refer to each
 * other, so listeners come in the order of these numbers.
 */
public record SetDeleted(SetView set) {

    /** What refers to participants, invitations or links, and what nothing refers to. */
    public static final int FIRST = 0;

    public static final int PARTICIPANTS = 1;
    public static final int INVITATIONS = 2;
    public static final int LINKS = 3;
}
