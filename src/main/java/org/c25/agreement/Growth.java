package org.c25.agreement;

import java.util.Arrays;
import java.util.List;
import org.c25.affect.Dimension;
import org.c25.ratings.Ratings;

/**
 * The figures that a set would have with fewer raters, which tell whether the present raters suffice. For k of the r
 * raters, k = 2 … r, they say how far the raters agree, how wide the interval of an image's mean is, and how many
 * images already have the majority that all r give them.
 *
 * <p>Each resample is a random order of the raters, and its first k are one subset of size k, drawn without
 * replacement; at k = r there is but one subset. Ranges are the mean and the quantiles 2.5 % and 97.5 % over the
 * resamples, {@link Quantiles#of}. They show how much it matters who rates; they are no intervals for the figures of a
 * population. Random numbers are those of {@link java.util.Random}: the same answers and seed give the same figures.
 *
 * @param seed the seed of the random numbers
 * @param resamples how many subsets of each size there are
 * @param expression the figures of the expressions, by size; empty below two raters. α is nominal, width is NaN
 * @param valence the figures of valence, by size; α is interval
 * @param arousal the figures of arousal, as for valence
 */
public record Growth(long seed, int resamples, List<Point> expression, List<Point> valence, List<Point> arousal) {

    /** The most answers × resamples that one dimension goes through. */
    private static final long AFFORDABLE = 50_000_000;

    private static final int FEWEST = 50;
    private static final int SIZES = 40;

    /**
     * The figures with a number of raters.
     *
     * @param raters how many raters there are, 2 … r
     * @param alpha Krippendorff's α
     * @param width the width of the 95 % interval of an image's mean, by t with n − 1, in units of the scale (−1 … 1):
     *     the mean over the images that at least two of the k answered
     * @param stability the share of images whose majority among the k is that of all r, 0 … 1, of the images that
     *     anybody of the k answered; the smallest category on a tie
     * @param images how many images have answers of two or more of the k, in the mean over the resamples: the basis of
     *     α
     */
    public record Point(int raters, Range alpha, Range width, Range stability, double images) {}

    /**
     * The mean of a figure over the resamples, and its quantiles. Resamples in which the figure is undefined are left
     * out; all three are NaN where it is undefined in all.
     */
    public record Range(double mean, double low, double high) {

        static Range of(double[] values) {
            Spread spread = Spread.of(Arrays.stream(values));
            return new Range(
                    spread.mean(), Quantiles.of(values, Quantiles.LOWER), Quantiles.of(values, Quantiles.UPPER));
        }
    }

    /**
     * Computes the figures. It takes all resamples asked for while resamples × answers of a dimension are 50 million at
     * most, or else fewer, but never below 50. From 42 raters on it does not take every size, but some twenty to forty
     * in equal steps, and always r.
     *
     * @param resamples the number of resamples of each size, such as 200
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
