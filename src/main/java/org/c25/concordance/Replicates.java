package org.c25.concordance;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.c25.agreement.Estimate;
import org.c25.agreement.Quantiles;

/**
 * What a coefficient would be without each part of the answers: the jackknife. Of m parts that are left out in turn, the
 * variance is (m − 1)/m Σ(θ<sub>j</sub> − θ̄)², and the interval is by t with m − 1 degrees of freedom.
 *
 * <p>The variance over images and raters is the sum of the two, with Satterthwaite's degrees of freedom. It counts the
 * share of single answers twice and so errs on the side of caution. Nothing is drawn with replacement: a rater drawn
 * twice would agree wholly with themselves.
 *
 * <p>B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap, Chapman and Hall, 1993, chapter 11; P. S. Kott, The
 * Delete-a-Group Jackknife, Journal of Official Statistics 17(4), 2001, 521–526. K. L. Gwet, Variance Estimation of
 * Nominal-Scale Inter-Rater Reliability with Random Selection of Raters, Psychometrika 73(3), 2008, 407–430. F. E.
 * Satterthwaite, An Approximate Distribution of Estimates of Variance Components, Biometrics Bulletin 2(6), 1946,
 * 110–114.
 *
 * @param value the coefficient of all answers
 * @param images the coefficient without each group of images; empty if a formula is to give its variance over images
 * @param raters the coefficient without each rater; one array for each group of raters that were drawn by themselves
 */
record Replicates(double value, double[] images, List<double[]> raters) {

    /** A variance and its degrees of freedom. */
    private record Variance(double variance, double freedom) {

        static Variance of(double[] without) {
            double mean = Arrays.stream(without).average().orElse(Double.NaN);
            double squares = Arrays.stream(without)
                    .map(one -> (one - mean) * (one - mean))
                    .sum();
            double freedom = without.length - 1.0;
            return new Variance(freedom < 1 ? Double.NaN : freedom / without.length * squares, freedom);
        }

        static Variance sum(List<Variance> all) {
            double sum = all.stream().mapToDouble(Variance::variance).sum();
            double parts = all.stream()
                    .mapToDouble(one -> one.variance * one.variance / one.freedom)
                    .sum();
            return new Variance(sum, sum == 0 ? 1 : sum * sum / parts);
        }
    }

    /**
     * Returns the intervals, cut to the range of the coefficient.
     *
     * @param known the estimate by a formula: its interval and its standard error over images are preferred to those by
     *     the jackknife
     * @param count how many images the formula rests on
     */
    ThreeIntervals intervals(double least, double greatest, Estimate known, int count) {
        double error = known.standardError();
        Variance ofImages = Double.isNaN(error) ? Variance.of(images) : new Variance(error * error, count - 1.0);
        List<Variance> ofRaters = raters.stream().map(Variance::of).toList();
        List<Variance> ofBoth =
                Stream.concat(Stream.of(ofImages), ofRaters.stream()).toList();
        return new ThreeIntervals(
                known.hasInterval() ? known : estimate(ofImages).within(least, greatest),
                estimate(Variance.sum(ofRaters)).within(least, greatest),
                estimate(Variance.sum(ofBoth)).within(least, greatest));
    }

    private Estimate estimate(Variance variance) {
        double error = Math.sqrt(variance.variance());
        double reach = Quantiles.t(variance.freedom()) * error;
        return new Estimate(value, error, value - reach, value + reach);
    }

    /** Returns the difference from the same coefficient of other raters who rated the same images. */
    Replicates minus(Replicates other) {
        double[] differences = new double[images.length];
        Arrays.setAll(differences, part -> images[part] - other.images[part]);
        return new Replicates(
                value - other.value,
                differences,
                Stream.concat(raters.stream(), other.raters.stream()).toList());
    }
}
