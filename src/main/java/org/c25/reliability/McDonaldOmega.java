package org.c25.reliability;

import java.util.Arrays;
import java.util.Random;
import org.c25.agreement.Answers;
import org.c25.agreement.Basis;
import org.c25.agreement.Estimate;
import org.c25.agreement.Quantiles;
import org.c25.agreement.Spread;

/**
 * McDonald's ω of one factor: the reliability of the mean of all raters, where they may differ in how closely they follow
 * what all have in common. (Σλ)² / ((Σλ)² + Σθ), with the loadings λ and the own variances θ in the unit of the answers,
 * over the images that every rater answered. Unlike α it does not take all raters to be equally good.
 *
 * <p>R. P. McDonald, Test Theory: A Unified Treatment, Lawrence Erlbaum, 1999. The model is fitted by maximum likelihood;
 * the interval is drawn from the images.
 */
final class McDonaldOmega {

    private static final int FEWEST_RATERS = 3;

    /** The most images × pairs of raters × draws: the covariances of one draw take images × pairs. */
    private static final long AFFORDABLE = 1_000_000_000;

    private static final int FEWEST_DRAWS = 20;

    private McDonaldOmega() {}

    /** Returns how many of these draws its interval has: fewer of many raters, but never below 20. */
    static int draws(Answers answers, int usual) {
        long steps = Math.max(1, (long) answers.images() * answers.raters() * answers.raters() / 2);
        return (int) Math.min(usual, Math.max(FEWEST_DRAWS, AFFORDABLE / steps));
    }

    /**
     * Returns ω with its interval. It takes three raters, and more images than raters; it is undefined where somebody
     * gives always the same answer, or the model does not settle.
     */
    static Estimate of(Answers answers, int draws, long seed) {
        byte[][] rows = answers.completeRows();
        if (answers.raters() < FEWEST_RATERS || rows.length <= answers.raters()) {
            return Estimate.UNDEFINED;
        }
        int[] once = new int[rows.length];
        Arrays.fill(once, 1);
        double[][] covariances = covariances(rows, once);
        OneFactor whole = OneFactor.of(correlations(covariances));
        double value = of(covariances, whole);
        double[] drawn = new double[rows.length < Basis.FEWEST || Double.isNaN(value) ? 0 : draws];
        Random random = new Random(seed);
        for (int draw = 0; draw < drawn.length; draw++) {
            int[] times = new int[rows.length];
            for (int image = 0; image < rows.length; image++) {
                times[random.nextInt(rows.length)]++;
            }
            double[][] some = covariances(rows, times);
            drawn[draw] = of(some, OneFactor.of(correlations(some), whole));
        }
        return new Estimate(
                value,
                Spread.of(Arrays.stream(drawn)).sd(),
                Quantiles.of(drawn, Quantiles.LOWER),
                Quantiles.of(drawn, Quantiles.UPPER));
    }

    /** @param covariances rater × rater */
    static double of(double[][] covariances, OneFactor factor) {
        if (!factor.converged()) {
            return Double.NaN;
        }
        double common = 0;
        double own = 0;
        for (int rater = 0; rater < covariances.length; rater++) {
            double variance = covariances[rater][rater];
            common += Math.sqrt(variance) * factor.loadings()[rater];
            own += variance * factor.uniquenesses()[rater];
        }
        return common * common / (common * common + own);
    }

    /**
     * Computes the covariances. All sums are whole numbers.
     *
     * @param times how often each image counts
     */
    private static double[][] covariances(byte[][] rows, int[] times) {
        int raters = rows[0].length;
        long[] sums = new long[raters];
        long[][] products = new long[raters][raters];
        for (int image = 0; image < rows.length; image++) {
            if (times[image] > 0) {
                for (int rater = 0; rater < raters; rater++) {
                    int times1 = times[image] * rows[image][rater];
                    sums[rater] += times1;
                    for (int other = 0; other <= rater; other++) {
                        products[rater][other] += (long) times1 * rows[image][other];
                    }
                }
            }
        }
        double[][] covariances = new double[raters][raters];
        double images = rows.length;
        for (int rater = 0; rater < raters; rater++) {
            for (int other = 0; other <= rater; other++) {
                covariances[rater][other] =
                        (rows.length * products[rater][other] - sums[rater] * sums[other]) / images / (images - 1);
                covariances[other][rater] = covariances[rater][other];
            }
        }
        return covariances;
    }

    static double[][] correlations(double[][] covariances) {
        double[][] correlations = new double[covariances.length][covariances.length];
        for (int rater = 0; rater < covariances.length; rater++) {
            for (int other = 0; other < covariances.length; other++) {
                correlations[rater][other] =
                        covariances[rater][other] / Math.sqrt(covariances[rater][rater] * covariances[other][other]);
            }
        }
        return correlations;
    }
}
