package org.c25.reliability;

import java.util.List;
import org.c25.affect.Dimension;
import org.c25.agreement.Answers;
import org.c25.ratings.Ratings;
import org.c25.ratings.Repeat;

/**
 * How reliable the answers of a set are, and how many raters it takes. Definitions and sources are in
 * docs/statistics.md.
 *
 * @param seed the seed of all draws
 */
public record Reliability(
        long seed, ExpressionReliability expression, ScaleReliability valence, ScaleReliability arousal) {

    /** The reliabilities for which the number of raters is given. */
    public static final List<Double> WANTED = List.of(0.8, 0.9);

    /** @param repeats the repeats of these answers, which tell image × rater from error; may be empty */
    public static Reliability of(Ratings ratings, List<Repeat> repeats, long seed) {
        return new Reliability(
                seed,
                ExpressionReliability.of(Answers.of(ratings, Dimension.EXPRESSION), seed),
                scale(ratings, repeats, Dimension.VALENCE, seed),
                scale(ratings, repeats, Dimension.AROUSAL, seed));
    }

    private static ScaleReliability scale(Ratings ratings, List<Repeat> repeats, Dimension dimension, long seed) {
        return ScaleReliability.of(Answers.of(ratings, dimension), repeats, dimension, seed);
    }

    /** Returns the reliability of valence or of arousal. */
    public ScaleReliability of(Dimension dimension) {
        return dimension == Dimension.VALENCE ? valence : arousal;
    }
}
