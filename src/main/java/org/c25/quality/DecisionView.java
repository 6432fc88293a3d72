package org.c25.quality;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was decided on a flag.
 *
 * @param note why, at most 1000 characters; may be empty
 * @param by the name of an account
 * @param evidence what the flag rested on at that time; null if it was not raised any more
 */
public record DecisionView(
        Decision decision,
        String note,
        String by,
        Instant at,
        @Nullable String evidence) {}
