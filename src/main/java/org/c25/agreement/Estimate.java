package org.c25.agreement;

/**
 * A coefficient and its interval of 95 %. What is undefined is NaN.
 *
 * @param standardError NaN too where the interval comes from a distribution of its own
 */
public record Estimate(double value, double standardError, double low, double high) {

    static final Estimate UNDEFINED = new Estimate(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /** What is beyond all bounds, as a division by 0 is, is undefined. */
    public Estimate {
        value = finite(value);
        standardError = finite(standardError);
        low = finite(low);
        high = finite(high);
    }

    private static double finite(double number) {
        return Double.isFinite(number) ? number : Double.NaN;
    }
}
