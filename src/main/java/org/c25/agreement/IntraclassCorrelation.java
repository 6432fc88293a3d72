package org.c25.agreement;

/**
 * The six intraclass correlations of images × raters, with intervals of 95 %, over the images that every rater
 * answered. Where images are shared out, ICC(1, …) is over those that have all their ratings.
 *
 * <p>ICC(1, …) takes the raters as drawn anew for each image, ICC(2, …) as a sample that rates all images (absolute
 * agreement), ICC(3, …) as the only raters that there are (consistency). (…, 1) is the reliability of one rater, (…, k)
 * that of the mean of all. None depends on the unit of the scale.
 *
 * <p>An interval of (…, 1) ends at −1/(k − 1), where the coefficient does, and at 1; (…, k) has no least value. ICC(2,
 * k) is undefined where the images differ so little that its divisor, a variance, is not above 0.
 *
 * <p>P. E. Shrout and J. L. Fleiss, Intraclass Correlations: Uses in Assessing Rater Reliability, Psychological
 * Bulletin 86(2), 1979, 420–428. K. O. McGraw and S. P. Wong, Forming Inferences About Some Intraclass Correlation
 * Coefficients, Psychological Methods 1(1), 1996, 30–46, Table 7.
 */
public record IntraclassCorrelation(
        Estimate icc11, Estimate icc1k, Estimate icc21, Estimate icc2k, Estimate icc31, Estimate icc3k) {

    private static final IntraclassCorrelation UNDEFINED = new IntraclassCorrelation(
            Estimate.UNDEFINED,
            Estimate.UNDEFINED,
            Estimate.UNDEFINED,
            Estimate.UNDEFINED,
            Estimate.UNDEFINED,
            Estimate.UNDEFINED);

    public static IntraclassCorrelation of(Answers answers) {
        byte[][] rows = answers.completeRows();
        if (rows.length > 1) {
            return answers.raters() < 2 ? UNDEFINED : of(MeanSquares.of(rows));
        }
        // Where images are shared out, each has raters of its own: that is what ICC(1, …) is for.
        byte[][] full = answers.fullRows();
        return full.length < 2 || full[0].length < 2
                ? UNDEFINED
                : of(MeanSquares.of(full)).oneWay();
    }

    private IntraclassCorrelation oneWay() {
        return new IntraclassCorrelation(
                icc11, icc1k, Estimate.UNDEFINED, Estimate.UNDEFINED, Estimate.UNDEFINED, Estimate.UNDEFINED);
    }

    /**
     * Returns the correlations that follow from mean squares, such as those that are expected of a planned set.
     *
     * @param squares of two images and two raters at least
     */
    public static IntraclassCorrelation of(MeanSquares squares) {
        return new Variance(
                        squares.images(),
                        squares.raters(),
                        squares.betweenImages(),
                        squares.betweenRaters(),
                        squares.residual(),
                        squares.withinImages())
                .correlation();
    }

    /** The mean squares by their usual letters. */
    private record Variance(double n, double k, double r, double c, double e, double w) {

        IntraclassCorrelation correlation() {
            double within = n * (k - 1);
            double left = (n - 1) * (k - 1);
            return new IntraclassCorrelation(
                    single(w, within), average(w, within), icc21(), icc2k(), single(e, left), average(e, left));
        }

        /** Returns ICC(1, 1) or ICC(3, 1), by the mean square of the error and its degrees of freedom. */
        private Estimate single(double error, double freedom) {
            return interval(
                            (r - error) / (r + (k - 1) * error),
                            single(error / r * Quantiles.f(n - 1, freedom)),
                            single(error / r / Quantiles.f(freedom, n - 1)))
                    .within(-1 / (k - 1), 1);
        }

        /**
         * Returns a bound of the interval.
         *
         * @param f the reciprocal of the F that gives the bound; it is 0 where all agree
         */
        private double single(double f) {
            return (1 - f) / (1 + (k - 1) * f);
        }

        /** Returns ICC(1, k) or ICC(3, k), by the mean square of the error and its degrees of freedom. */
        private Estimate average(double error, double freedom) {
            return interval(
                    (r - error) / r,
                    1 - error / r * Quantiles.f(n - 1, freedom),
                    1 - error / r / Quantiles.f(freedom, n - 1));
        }

        private Estimate icc21() {
            double low = Quantiles.f(n - 1, freedom());
            double high = Quantiles.f(freedom(), n - 1);
            double rest = k * c + (k * n - k - n) * e;
            return interval(
                            (r - e) / (r + (k - 1) * e + k * (c - e) / n),
                            n * (r - low * e) / (low * rest + n * r),
                            n * (high * r - e) / (rest + n * high * r))
                    .within(-1 / (k - 1), 1);
        }

        private Estimate icc2k() {
            double low = Quantiles.f(n - 1, freedom());
            double high = Quantiles.f(freedom(), n - 1);
            return interval(
                    ratio(r - e, r + (c - e) / n),
                    ratio(n * (r - low * e), low * (c - e) + n * r),
                    ratio(n * (high * r - e), c - e + n * high * r));
        }

        /** Returns the share of a variance; NaN if the variance is not above 0. */
        private static double ratio(double part, double whole) {
            return whole > 0 ? part / whole : Double.NaN;
        }

        /**
         * Returns Satterthwaite's degrees of freedom of the raters' part, with both sides of a : b multiplied by n(1 −
         * ρ).
         */
        private double freedom() {
            double rho = (r - e) / (r + (k - 1) * e + k * (c - e) / n);
            double ofRaters = k * rho * c;
            double ofRest = (n * (1 - rho) + k * rho * (n - 1)) * e;
            double sum = ofRaters + ofRest;
            return sum * sum / (ofRaters * ofRaters / (k - 1) + ofRest * ofRest / ((n - 1) * (k - 1)));
        }

        private static Estimate interval(double value, double low, double high) {
            return new Estimate(value, Double.NaN, low, high);
        }
    }
}
