package org.c25.participation;

/**
 * Somebody in a slot of a set.
 *
 * @param slot the column {@code participant{slot}}
 * @param trials how many there are for this person
 * @param annotations how many answers there are, revisions included: it grows with every change of what they said
 */
public record Rater(int slot, long participantId, ParticipantStatus status, int trials, int annotations) {

    /** Whether the answers came from a file: then nobody knows when they were given, or in which order. */
    public boolean isImported() {
        return status == ParticipantStatus.IMPORTED;
    }
}
