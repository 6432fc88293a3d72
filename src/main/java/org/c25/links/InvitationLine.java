package org.c25.links;

import java.time.Instant;
import org.c25.participation.ParticipantStatus;
import org.jspecify.annotations.Nullable;

/**
 * An invitation of a set, and how far its person is.
 *
 * @param openedAt when the link was opened first; null if never
 * @param revokedAt when staff revoked it; null while it works
 * @param recruited whether the person came by a recruiting link
 * @param reachable whether a letter can carry the link
 * @param withdrawn whether the person left and had everything erased
 * @param slot the place taken with it; null if none was, or if everything of the person was erased
 * @param status of the participant; null before a place was taken
 * @param answered whether they have answered anything
 * @param stalled whether they have been found to have stopped coming
 */
public record InvitationLine(
        long id,
        @Nullable String email,
        Instant createdAt,
        @Nullable Instant openedAt,
        @Nullable Instant revokedAt,
        boolean recruited,
        boolean reachable,
        boolean withdrawn,
        @Nullable Integer slot,
        @Nullable ParticipantStatus status,
        boolean answered,
        boolean stalled) {}
