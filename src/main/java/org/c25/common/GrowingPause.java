package org.c25.common;

import java.time.Duration;

/**
 * The pause before something that failed is tried again: it doubles with each failure.
 *
 * @param first the pause after the first failure
 * @param longest the longest pause to which it grows
 */
public record GrowingPause(Duration first, Duration longest) {

    /**
     * Returns the pause after a failure.
     *
     * @param failed how many attempts have failed, from 1
     */
    public Duration after(int failed) {
        Duration pause = first;
        for (int i = 1; i < failed && pause.compareTo(longest) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
