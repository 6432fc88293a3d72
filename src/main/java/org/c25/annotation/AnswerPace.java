package org.c25.annotation;

import java.time.Duration;
import java.time.Instant;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Limits how fast one participant's answers are taken: far faster than a person can give them, and slow enough that
 * nobody fills the database. All the answers of a set that waited in a device's outbox are taken without a pause.
 */
final class AnswerPace {

    /** The most answers that are taken at once. One more is taken after each {@link #EACH}. */
    static final int MOST = 1000;

    static final Duration EACH = Duration.ofMillis(100);

    private AnswerPace() {}

    /** Returns the greatest result for the answer before with which one more is taken now. */
    static Instant latest(Instant now) {
        return now.plus(EACH.multipliedBy(MOST - 1L));
    }

    /** Whether one more answer is taken now; {@link #next} says when the next one is if not. */
    static boolean allows(@Nullable Instant pacedUntil, Instant now) {
        return pacedUntil == null || !pacedUntil.isAfter(latest(now));
    }

    /**
     * Counts one more answer.
     *
     * @param pacedUntil the result for the answer before; null for the first one
     * @return the time up to which the answers so far would have been given, had they come one after each {@link #EACH}
     * @throws Problem 429 if it comes too fast, with the time after which one more is taken
     */
    static Instant next(@Nullable Instant pacedUntil, Instant now) {
        Instant from = pacedUntil == null || pacedUntil.isBefore(now) ? now : pacedUntil;
        Duration ahead = Duration.between(now, from.plus(EACH)).minus(EACH.multipliedBy(MOST));
        if (ahead.compareTo(Duration.ZERO) > 0) {
            throw Problem.tooMany(
                    "Your answers come faster than " + Duration.ofSeconds(1).dividedBy(EACH)
                            + " a second; send the next one later.",
                    ahead);
        }
        return from.plus(EACH);
    }
}
