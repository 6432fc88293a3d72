package org.c25.participation;

import java.util.Locale;

/**
 * Somebody who took a slot, as it is shown to callers who know their invitation.
 *
 * @param slot the slot that they took last
 * @param answered whether they have answered anything
 * @param stalled whether they have been found to have stopped coming
 * @param language the language in which they consented
 */
public record JoinedPerson(int slot, ParticipantStatus status, boolean answered, boolean stalled, Locale language) {

    public boolean hasFinished() {
        return status == ParticipantStatus.COMPLETED;
    }

    /** Whether they can still go on, even after their slot was released. */
    public boolean isUnderWay() {
        return status == ParticipantStatus.AT_WORK || status == ParticipantStatus.RELEASED;
    }
}
