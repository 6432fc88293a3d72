package org.c25.agreement;

import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** The upper 2.5 % of the t and F distributions; NaN for degrees of freedom that are none. */
final class Quantiles {

    private static final double UPPER = 0.975;

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
}
