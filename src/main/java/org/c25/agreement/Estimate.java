package org.c25.agreement;

/**
 * A coefficient and its interval of 95 %. An undefined number is NaN. An interval has both ends or none.
 *
 * @param standardError the standard error; also NaN where the interval comes from a distribution of its own
 */
public record Estimate(double value, double standardError, double low, double high) {

    static final Estimate UNDEFINED = new Estimate(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /** Makes infinite numbers, as from a division by 0, undefined. */
    public Estimate {
        value = finite(value);
        standardError = finite(standardError);
        boolean interval = Double.isFinite(low) && Double.isFinite(high) && !Double.isNaN(value);
        low = interval ? low : Double.NaN;
        high = interval ? high : Double.NaN;
    }

    private static double finite(double number) {
        return Double.isFinite(number) ? number : Double.NaN;
    }

    /** Returns a value alone, without an interval. */
    public static Estimate of(double value) {
        return new Estimate(value, Double.NaN, Double.NaN, Double.NaN);
    }

    public boolean isDefined() {
        return !Double.isNaN(value);
    }

    public boolean hasInterval() {
        return !Double.isNaN(low);
    }

    /**
     * Returns the same estimate with its interval cut to the range of the coefficient. The interval always holds the
     * value.
     */
    Estimate within(double least, double greatest) {
        return new Estimate(
                value, standardError, Math.min(value, Math.max(low, least)), Math.max(value, Math.min(high, greatest)));
    }

    /**
     * Returns the estimate as far as so many images allow it: without an interval below {@value Basis#FEWEST} images,
     * without a standard error below two.
     */
    public Estimate restingOn(int images) {
        boolean enough = images >= Basis.FEWEST;
        return new Estimate(
                value, images < 2 ? Double.NaN : standardError, enough ? low : Double.NaN, enough ? high : Double.NaN);
    }
}
