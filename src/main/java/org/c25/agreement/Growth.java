package org.c25.agreement;

import java.util.Arrays;
import java.util.List;
import org.c25.affect.Dimension;
import org.c25.ratings.Ratings;

/**
 * What the figures of a set would be with fewer raters, which tells whether those there are suffice: of k of the r raters,
 * for k = 2 … r, how they agree, how wide the interval of an image's mean is, and how many images already have the majority
 * that all r give them.
 *
 * <p>Each resample is a random order of the raters, and its first k are one subset of size k, drawn without replacement; at
 * k = r there is but one. Ranges are the mean and the quantiles 2.5 % and 97.5 % over the resamples, {@link Quantiles#of}.
 * They show how much it matters who rates; they are no intervals for the figures of a population. Random numbers are those
 * of {@link java.util.Random}: the same answers and seed give the same figures.
 *
 * @param seed of the random numbers
 * @param resamples how many subsets of each size there are
 * @param expression by size; empty below two raters. α is nominal, width is NaN
 * @param valence as expression; α is interval
 * @param arousal as valence
 */
public record Growth(long seed, int resamples, List<Point> expression, List<Point> valence, List<Point> arousal) {

    /** Answers × resamples, at most, that one dimension goes through. */
    private static final long AFFORDABLE = 50_000_000;

    private static final int FEWEST = 50;
    private static final int SIZES = 40;

    /**
     * @param raters how many there are, 2 … r
     * @param alpha Krippendorff's α
     * @param width of the 95 % interval of an image's mean, by t with n − 1, in units of the scale (−1 … 1): the mean over
     *     the images that at least two of the k answered
     * @param stability the share of images whose majority among the k is that of all r, 0 … 1, of those that anybody of the k
     *     answered; the smallest category on a tie
     * @param images with answers of two or more of the k, in the mean over the resamples: what α rests on
     */
    public record Point(int raters, Range alpha, Range width, Range stability, double images) {}

    /** What is undefined in a resample is left out; NaN where it is in all. */
    public record Range(double mean, double low, double high) {

        static Range of(double[] values) {
            Spread spread = Spread.of(Arrays.stream(values));
            return new Range(
                    spread.mean(), Quantiles.of(values, Quantiles.LOWER), Quantiles.of(values, Quantiles.UPPER));
        }
    }

    /**
     * With all resamples asked for while they and the answers of a dimension multiply to 50 million at most, else with fewer, but
     * never below 50. From 42 raters on not every size is taken, but some twenty to forty in equal steps, r always.
     *
     * @param resamples of each size, such as 200
     * @throws IllegalArgumentException if there are none
     */
    public static Growth of(Ratings ratings, long seed, int resamples) {
        if (resamples < 1) {
            throw new IllegalArgumentException("at least one resample, not " + resamples);
        }
        long answers = Math.max(1, (long) ratings.images() * ratings.slots());
        int some = (int) Math.min(resamples, Math.max(FEWEST, AFFORDABLE / answers));
        return new Growth(
                seed,
                some,
                new GrowingPanel(Answers.of(ratings, Dimension.EXPRESSION), false).points(seed, some, SIZES),
                new GrowingPanel(Answers.of(ratings, Dimension.VALENCE), true).points(seed, some, SIZES),
                new GrowingPanel(Answers.of(ratings, Dimension.AROUSAL), true).points(seed, some, SIZES));
    }
}
