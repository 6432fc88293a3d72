package org.c25.agreement;

/**
 * A coefficient and its interval of 95 %. What is undefined is NaN; an interval has both ends or none.
 *
 * @param standardError NaN too where the interval comes from a distribution of its own
 */
public record Estimate(double value, double standardError, double low, double high) {

    static final Estimate UNDEFINED = new Estimate(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /** What is beyond all bounds, as a division by 0 is, is undefined. */
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

    /** A value alone. */
    static Estimate of(double value) {
        return new Estimate(value, Double.NaN, Double.NaN, Double.NaN);
    }

    public boolean isDefined() {
        return !Double.isNaN(value);
    }

    public boolean hasInterval() {
        return !Double.isNaN(low);
    }

    /** With an interval that does not leave what the coefficient can be; it always holds the value. */
    Estimate within(double least, double greatest) {
        return new Estimate(
                value, standardError, Math.min(value, Math.max(low, least)), Math.max(value, Math.min(high, greatest)));
    }

    /** As much as so many images can tell: no interval below {@value Basis#FEWEST}, no standard error below two. */
    Estimate restingOn(int images) {
        boolean enough = images >= Basis.FEWEST;
        return new Estimate(
                value, images < 2 ? Double.NaN : standardError, enough ? low : Double.NaN, enough ? high : Double.NaN);
    }
}
