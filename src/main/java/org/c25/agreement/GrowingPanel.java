package org.c25.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.c25.agreement.Growth.Point;
import org.c25.agreement.Growth.Range;
import org.c25.ratings.Ratings;

/**
 * The raters of one dimension, who join one by one in random order, for {@link Growth}. All sums are kept in whole
 * numbers for each image, so that one more rater costs one step an image, and so does each reading of the figures.
 */
final class GrowingPanel {

    private final Answers answers;
    private final boolean scale;
    private final int categories;
    private final int[] majorities;
    private final double[] widths;

    /**
     * For each image: the number of answers, the number for each category, the sum of the answers, the sum of their
     * squares, the sum of the squared counts, the majority so far, and its votes.
     */
    private final int[] given;

    private final int[] counts;
    private final int[] sums;
    private final int[] squares;
    private final int[] squaredCounts;
    private final int[] majority;
    private final int[] score;

    /** @param scale whether the categories are equal steps of 0.25 */
    GrowingPanel(Answers answers, boolean scale) {
        this.answers = answers;
        this.scale = scale;
        this.categories = answers.categories();
        this.majorities = answers.votes().stream()
                .mapToInt(votes -> votes.majority().orElse(Ratings.NONE))
                .toArray();
        this.widths = IntStream.rangeClosed(0, answers.raters())
                .mapToDouble(GrowingPanel::width)
                .toArray();
        this.given = new int[answers.images()];
        this.counts = new int[answers.images() * categories];
        this.sums = new int[answers.images()];
        this.squares = new int[answers.images()];
        this.squaredCounts = new int[answers.images()];
        this.majority = new int[answers.images()];
        this.score = new int[answers.images()];
    }

    /**
     * Returns the factor that makes the width of the interval of a mean of n answers from the root of n·Σx² − (Σx)².
     */
    private static double width(int n) {
        return 2 * Quantiles.t(n - 1.0) / Math.sqrt(n) / Math.sqrt(n * (n - 1.0)) / 4;
    }

    List<Point> points(long seed, int resamples, int most) {
        int raters = answers.raters();
        int[] sizes = sizes(raters, most);
        if (sizes.length == 0) {
            return List.of();
        }
        double[][] alphas = new double[sizes.length][resamples];
        double[][] means = new double[sizes.length][resamples];
        double[][] stabilities = new double[sizes.length][resamples];
        double[][] images = new double[sizes.length][resamples];
        Random random = new Random(seed);
        int[] order = IntStream.range(0, raters).toArray();
        for (int resample = 0; resample < resamples; resample++) {
            shuffle(order, random);
            empty();
            int size = 0;
            for (int joined = 0; joined < raters; joined++) {
                join(answers.of(order[joined]));
                if (joined + 1 == sizes[size]) {
                    alphas[size][resample] = alpha();
                    means[size][resample] = scale ? meanWidth() : Double.NaN;
                    stabilities[size][resample] = stability();
                    images[size][resample] =
                            Arrays.stream(given).filter(n -> n >= 2).count();
                    size++;
                }
            }
        }
        List<Point> points = new ArrayList<>();
        for (int size = 0; size < sizes.length; size++) {
            // All raters together are one and the same subset, whatever their order.
            int subsets = sizes[size] == raters ? 1 : resamples;
            points.add(new Point(
                    sizes[size],
                    Range.of(Arrays.copyOf(alphas[size], subsets)),
                    Range.of(Arrays.copyOf(means[size], subsets)),
                    Range.of(Arrays.copyOf(stabilities[size], subsets)),
                    Spread.of(Arrays.stream(images[size])).mean()));
        }
        return points;
    }

    private static int[] sizes(int raters, int most) {
        int step = 1 + (raters - 2) / most;
        return IntStream.rangeClosed(2, raters)
                .filter(size -> (size - 2) % step == 0 || size == raters)
                .toArray();
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int other = order[i];
            order[i] = order[j];
            order[j] = other;
        }
    }

    private void empty() {
        for (int[] sum : List.of(given, counts, sums, squares, squaredCounts, majority, score)) {
            Arrays.fill(sum, 0);
        }
    }

    private void join(byte[] rater) {
        for (int image = 0; image < rater.length; image++) {
            int category = rater[image];
            if (category >= 0) {
                int count = ++counts[image * categories + category];
                given[image]++;
                sums[image] += category;
                squares[image] += category * category;
                squaredCounts[image] += 2 * count - 1;
                if (count > score[image] || count == score[image] && category < majority[image]) {
                    majority[image] = category;
                    score[image] = count;
                }
            }
        }
    }

    /** Computes the same α as {@link KrippendorffAlpha}, from the sums of squares: nominal, or interval for a scale. */
    private double alpha() {
        long all = 0;
        long[] totals = new long[categories];
        double observed = 0;
        for (int image = 0; image < given.length; image++) {
            int n = given[image];
            if (n >= 2) {
                all += n;
                for (int category = 0; category < categories; category++) {
                    totals[category] += counts[image * categories + category];
                }
                int apart = scale ? 2 * (n * squares[image] - sums[image] * sums[image]) : n * n - squaredCounts[image];
                observed += (double) apart / (n - 1);
            }
        }
        double expected = expected(all, totals);
        return expected == 0 ? Double.NaN : 1 - (all - 1) * observed / expected;
    }

    private double expected(long all, long[] totals) {
        long sum = 0;
        long square = 0;
        long squaredTotals = 0;
        for (int category = 0; category < categories; category++) {
            sum += category * totals[category];
            square += category * category * totals[category];
            squaredTotals += totals[category] * totals[category];
        }
        return scale ? 2.0 * (all * square - sum * sum) : all * all - squaredTotals;
    }

    private double meanWidth() {
        int images = 0;
        double sum = 0;
        for (int image = 0; image < given.length; image++) {
            int n = given[image];
            if (n >= 2) {
                images++;
                sum += widths[n] * Math.sqrt(n * squares[image] - sums[image] * sums[image]);
            }
        }
        return sum / images;
    }

    private double stability() {
        int images = 0;
        int same = 0;
        for (int image = 0; image < given.length; image++) {
            if (given[image] > 0) {
                images++;
                same += majority[image] == majorities[image] ? 1 : 0;
            }
        }
        return (double) same / images;
    }
}
