package org.c25.invitations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;

/** The time within which a link that was revoked can be restored. */
public final class UndoWindow {

    private static final Duration POSSIBLE = Duration.ofDays(1);

    private UndoWindow() {}

    /** Returns the moment before which a revocation is final. */
    static OffsetDateTime earliest(Clock clock) {
        return clock.instant().minus(POSSIBLE).atOffset(ZoneOffset.UTC);
    }

    /** Whether something that was revoked then can be restored now. */
    public static boolean isPossible(@Nullable Instant revokedAt, Clock clock) {
        return revokedAt != null && isPossible(revokedAt.atOffset(ZoneOffset.UTC), clock);
    }

    private static boolean isPossible(@Nullable OffsetDateTime revokedAt, Clock clock) {
        return revokedAt != null && !revokedAt.isBefore(earliest(clock));
    }

    /**
     * Checks that something can be restored.
     *
     * @throws Problem 409 if it can't be restored
     */
    public static void check(String what, @Nullable OffsetDateTime revokedAt, Clock clock) {
        if (revokedAt == null) {
            throw Problem.conflict("The " + what + " is not revoked.");
        }
        if (!isPossible(revokedAt, clock)) {
            throw Problem.conflict("The " + what + " was revoked more than a day ago: make a new one.");
        }
    }
}
