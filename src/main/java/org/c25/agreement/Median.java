package org.c25.agreement;

/**
 * The median: the value in the middle, or the mean of the two in the middle. All medians of the application are
 * computed here.
 */
public final class Median {

    private Median() {}

    /**
     * @param values in any order; NaN is left out
     * @return NaN if there is no value
     */
    public static double of(double[] values) {
        return Quantiles.of(values, 0.5);
    }
}
