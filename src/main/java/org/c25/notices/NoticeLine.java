package org.c25.notices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notice as the page shows it.
 *
 * @param set the title of the set; null for a test
 * @param to the name of an account, or as much of a webhook's address as pages show
 * @param nextAt while it waits: when the next attempt is due
 * @param error what stood in the way at the last attempt; null if nothing did
 */
record NoticeLine(
        long id,
        NoticeKind kind,
        @Nullable String set,
        String to,
        NoticeState state,
        int attempts,
        Instant writtenAt,
        Instant nextAt,
        @Nullable Instant sentAt,
        @Nullable String error) {}
