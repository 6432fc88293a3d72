package org.c25.agreement;

/** The value in the middle; between two, their mean. It is the same wherever the application tells a median. */
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
