package org.c25.agreement;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The quantiles 97.5 % of the t and F distributions, NaN for degrees of freedom that are not above 0 or not finite; and
 * the quantiles of a sample.
 */
public final class Quantiles {

    public static final double LOWER = 0.025;
    public static final double UPPER = 0.975;

    private Quantiles() {}

    static double t(double freedom) {
        return isFreedom(freedom) ? TDistribution.of(freedom).inverseCumulativeProbability(UPPER) : Double.NaN;
    }

    static double f(double numerator, double denominator) {
        return isFreedom(numerator) && isFreedom(denominator)
                ? FDistribution.of(numerator, denominator).inverseCumulativeProbability(UPPER)
                : Double.NaN;
    }

    private static boolean isFreedom(double freedom) {
        return freedom > 0 && Double.isFinite(freedom);
    }

    /**
     * Returns a quantile as R's type 7 and numpy define it. Of n sorted values, counted from 0, it is the one at index
     * p(n − 1), on the straight line between its two neighbours.
     *
     * <p>R. J. Hyndman and Y. Fan, Sample Quantiles in Statistical Packages, The American Statistician 50(4), 1996,
     * 361–365.
     *
     * @param values in any order; NaN is left out
     * @param p 0 … 1
     * @return NaN if there is no value
     */
    public static double of(double[] values, double p) {
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = p * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
