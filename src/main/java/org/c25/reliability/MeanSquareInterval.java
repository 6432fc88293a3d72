package org.c25.reliability;

import org.c25.agreement.Estimate;
import org.c25.agreement.Quantiles;

/**
 * Intervals of 95 % of variances that are estimated from mean squares, as if all parts were normally distributed.
 *
 * <p>R. K. Burdick and F. A. Graybill, Confidence Intervals on Variance Components, Marcel Dekker, 1992: one mean square
 * by χ², a difference of two by the modified large-sample method.
 */
final class MeanSquareInterval {

    private MeanSquareInterval() {}

    /** @param freedom the degrees of freedom of the mean square */
    static Estimate of(double square, double freedom) {
        return new Estimate(
                square,
                Double.NaN,
                square / Quantiles.chiSquaredShare(freedom, Quantiles.UPPER),
                square / Quantiles.chiSquaredShare(freedom, Quantiles.LOWER));
    }

    /**
     * Returns (one − other) / divisor. It may be negative, since it is an estimate; the interval of a variance is not.
     *
     * @param oneFreedom the degrees of freedom of the first mean square
     * @param otherFreedom those of the second
     */
    static Estimate ofDifference(double one, double oneFreedom, double other, double otherFreedom, double divisor) {
        double above = Quantiles.f(oneFreedom, otherFreedom);
        double below = 1 / Quantiles.f(otherFreedom, oneFreedom);
        double oneLow = 1 - 1 / Quantiles.chiSquaredShare(oneFreedom, Quantiles.UPPER);
        double oneHigh = 1 / Quantiles.chiSquaredShare(oneFreedom, Quantiles.LOWER) - 1;
        double otherLow = 1 - 1 / Quantiles.chiSquaredShare(otherFreedom, Quantiles.UPPER);
        double otherHigh = 1 / Quantiles.chiSquaredShare(otherFreedom, Quantiles.LOWER) - 1;
        double bothLow = (square(above - 1) - square(oneLow * above) - square(otherHigh)) / above;
        double bothHigh = (square(1 - below) - square(oneHigh * below) - square(otherLow)) / below;
        double down = square(oneLow * one) + square(otherHigh * other) + bothLow * one * other;
        double up = square(oneHigh * one) + square(otherLow * other) + bothHigh * one * other;
        double difference = one - other;
        return new Estimate(
                        difference / divisor,
                        Double.NaN,
                        (difference - Math.sqrt(Math.max(0, down))) / divisor,
                        (difference + Math.sqrt(Math.max(0, up))) / divisor)
                .within(0, Double.MAX_VALUE);
    }

    private static double square(double number) {
        return number * number;
    }
}
