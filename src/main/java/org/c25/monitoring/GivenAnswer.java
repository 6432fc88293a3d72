package org.c25.monitoring;

import java.time.Instant;
import org.c25.affect.Expression;
import org.c25.common.Numbers;
import org.c25.ratings.TrialRating;
import org.c25.sets.Item;
import org.jspecify.annotations.Nullable;

/**
 * The answer of one person to one trial, with the face that it is about.
 *
 * @param firstAt when the first answer to the trial was recorded
 * @param before the answer to the first showing of the same face; null if this is the first showing, or that one has no
 *     answer
 */
record GivenAnswer(
        TrialRating rating,
        Item item,
        Instant firstAt,
        @Nullable GivenAnswer before) {

    private static final int VERSION = 12;

    /** Returns the number of the trial, from 1. */
    public int trial() {
        return rating.position() + 1;
    }

    /** Returns the part of the picture's address that changes with the picture; null in a set without images. */
    public @Nullable String version() {
        String hash = item.imageHash();
        return hash == null ? null : hash.substring(0, VERSION);
    }

    /** Returns the answer in words, such as {@code happiness, 6, 3}: expression, and the steps of valence and arousal. */
    public String words() {
        Expression expression = rating.asExpression();
        return (expression == null ? "–" : expression.english()) + ", " + step(rating.valence()) + ", "
                + step(rating.arousal());
    }

    private static String step(int value) {
        return value == 0 ? "–" : String.valueOf(value);
    }

    /** Returns the time from the face's appearance to the first answer, such as {@code 4.2 s}; – if it is not known. */
    public String time() {
        return Numbers.seconds(isTimed() ? rating.firstMillis() : Double.NaN);
    }

    boolean isTimed() {
        return rating.firstMillis() != TrialRating.NONE;
    }
}
