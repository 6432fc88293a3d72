package org.c25.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job, as it was when it was read.
 *
 * @param words how far it is; null while nothing is known
 * @param share how far it is, 0 … 1; null while nothing is known
 * @param attempts how often a node has begun it
 * @param outcome what came of it; null until it has ended, and if it was cancelled
 */
public record Job(
        long id,
        long accountId,
        JobOrder order,
        String folder,
        JobState state,
        @Nullable String words,
        @Nullable Double share,
        boolean cancelWanted,
        int attempts,
        Instant createdAt,
        @Nullable Instant endedAt,
        @Nullable JobOutcome outcome) {}
