package org.c25.reliability;

import org.c25.agreement.Estimate;

/**
 * The formula of Spearman and Brown: the reliability of a mean of more raters, or of fewer.
 *
 * <p>C. Spearman, Correlation Calculated from Faulty Data, British Journal of Psychology 3(3), 1910, 271–295. W. Brown,
 * Some Experimental Results in the Correlation of Mental Abilities, in the same issue, 296–322.
 */
public final class SpearmanBrown {

    private SpearmanBrown() {}

    /**
     * Returns the reliability after the number of raters was multiplied by a factor, mρ / (1 + (m − 1)ρ).
     *
     * @param reliability of what there is, at most 1
     * @param factor above 0
     * @return at most 1; NaN where the formula has no value, as for a reliability far below 0
     */
    public static double stepped(double reliability, double factor) {
        double divisor = 1 + (factor - 1) * reliability;
        return divisor > 0 ? factor * reliability / divisor : Double.NaN;
    }

    /** Returns an estimate with its interval after the same step; it has no standard error. */
    public static Estimate stepped(Estimate one, double factor) {
        return new Estimate(
                stepped(one.value(), factor), Double.NaN, stepped(one.low(), factor), stepped(one.high(), factor));
    }

    /**
     * Returns by what factor the number of raters must grow.
     *
     * @param reliability of what there is
     * @param wanted 0 … 1, both excluded
     * @return infinite where more raters never help; NaN where the reliability is
     */
    public static double factor(double reliability, double wanted) {
        if (Double.isNaN(reliability)) {
            return Double.NaN;
        }
        return reliability <= 0 ? Double.POSITIVE_INFINITY : wanted * (1 - reliability) / (reliability * (1 - wanted));
    }
}
