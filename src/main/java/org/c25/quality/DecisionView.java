package org.c25.quality;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The decision on a flag.
 *
 * @param note why, at most 1000 characters; may be empty
 * @param by the name of an account
 * @param evidence the evidence of the flag at that time; null if the flag was not raised any more
 */
public record DecisionView(
        Decision decision,
        String note,
        String by,
        Instant at,
        @Nullable String evidence) {}
