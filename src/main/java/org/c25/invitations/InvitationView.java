package org.c25.invitations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An invitation of a set, as staff see it.
 *
 * @param openedAt when the link was opened first; null if never
 * @param remindedAt when the last reminder was written; null if never
 * @param revokedAt when staff revoked it; null while it works
 * @param recruited whether the person came by a recruiting link
 * @param reachable whether an e-mail can carry the link
 * @param withdrawn whether the person left and had everything erased
 */
public record InvitationView(
        long id,
        @Nullable String email,
        Instant createdAt,
        @Nullable Instant openedAt,
        @Nullable Instant remindedAt,
        @Nullable Instant revokedAt,
        boolean recruited,
        boolean reachable,
        boolean withdrawn) {}
