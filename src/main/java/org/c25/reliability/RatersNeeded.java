package org.c25.reliability;

import org.c25.agreement.Estimate;
import org.c25.common.Numbers;

/**
 * How many raters are needed for the mean of their answers to be as reliable as wanted, with an interval of 95 %. NaN is
 * unknown; infinite means that no number is enough.
 *
 * @param wanted the reliability, 0 … 1
 * @param raters the least whole number that is enough
 * @param low the least that may be enough, by the upper end of the reliability's interval
 * @param high the number that is enough even by its lower end
 */
public record RatersNeeded(double wanted, double raters, double low, double high) {

    /** @param one the reliability of one rater, such as ICC(2,1) */
    public static RatersNeeded of(double wanted, Estimate one) {
        boolean interval = one.hasInterval();
        return new RatersNeeded(
                wanted,
                whole(SpearmanBrown.factor(one.value(), wanted)),
                interval ? whole(SpearmanBrown.factor(one.high(), wanted)) : Double.NaN,
                interval ? whole(SpearmanBrown.factor(one.low(), wanted)) : Double.NaN);
    }

    /** Rounds up; what is above a whole number by rounding errors alone is that number. */
    private static double whole(double raters) {
        return Math.max(1, Math.ceil(raters - 1e-9));
    }

    /** Returns the number, such as {@code 10}. */
    public String value() {
        return words(raters);
    }

    /** Returns the interval, such as {@code 6 to 23} and {@code 6 or more}. */
    public String range() {
        if (Double.isNaN(low)) {
            return Numbers.NONE;
        }
        if (Double.isInfinite(low)) {
            return words(low);
        }
        return Double.isInfinite(high) ? words(low) + " or more" : words(low) + " to " + words(high);
    }

    private static String words(double raters) {
        if (Double.isNaN(raters)) {
            return Numbers.NONE;
        }
        return Double.isInfinite(raters) ? "no number" : Numbers.whole((long) raters);
    }
}
