package org.c25.enrolment;

import org.jspecify.annotations.Nullable;

/**
 * The person in a slot.
 *
 * @param slot 0 …, the column {@code participant{slot}}
 * @param trials how many trials there are for this person
 * @param completionCode null until every trial is answered and counted
 */
public record Participant(
        long id,
        long setId,
        int slot,
        ParticipantStatus status,
        int trials,
        @Nullable String completionCode) {}
