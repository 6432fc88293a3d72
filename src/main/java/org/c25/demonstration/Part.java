package org.c25.demonstration;

import java.time.Duration;

/**
 * The part that an invented rater plays in a set.
 *
 * @param answers how many trials they have answered; {@link #ALL} to finish
 * @param ago how long ago they gave the last answer
 */
record Part(InventedRater.Manner manner, int answers, Duration ago) {

    static final int ALL = Integer.MAX_VALUE;
}
