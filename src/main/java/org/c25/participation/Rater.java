package org.c25.participation;

import org.jspecify.annotations.Nullable;

/**
 * Somebody in a slot of a set, whose answers count.
 *
 * @param slot the slot's number, as in the column {@code participant{slot}}
 * @param trials how many trials there are for this person
 * @param answered how many of them have an answer
 * @param annotations how many annotations there are, revisions included: it grows each time they change an answer
 * @param labelLanguages the languages of the labels they saw, such as {@code en ko}; null if not known
 * @param instructionsLanguage the language of the instructions they saw; null if not known
 */
public record Rater(
        int slot,
        long participantId,
        ParticipantStatus status,
        int trials,
        int answered,
        int annotations,
        @Nullable String labelLanguages,
        @Nullable String instructionsLanguage) {

    /** Whether the answers came from a file: then it is unknown when and in which order they were given. */
    public boolean isImported() {
        return status == ParticipantStatus.IMPORTED;
    }
}
