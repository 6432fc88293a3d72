package org.c25.annotation;

import java.time.Duration;
import java.time.Instant;
import org.c25.web.Problem;

/**
 * How fast one participant's answers are taken: far faster than a person can give them, and slow enough that nobody fills
 * the database. The answers of a whole set that waited on a device are taken without a pause.
 */
final class AnswerPace {

    /** Ten a second over this time. */
    static final int MOST = 1000;

    static final Duration WINDOW = Duration.ofSeconds(100);

    private AnswerPace() {}

    /**
     * @param recent how many answers were recorded within {@link #WINDOW} before now
     * @param oldest when the first of these was recorded
     * @throws Problem 429, with the time after which the first of them is not recent any more
     */
    static void require(int recent, Instant oldest, Instant now) {
        if (recent >= MOST) {
            Duration wait = Duration.between(now, oldest.plus(WINDOW)).plusSeconds(1);
            throw Problem.tooMany(
                    "There have been " + recent + " answers of yours in " + WINDOW.toSeconds()
                            + " seconds; send the next one later.",
                    wait);
        }
    }
}
