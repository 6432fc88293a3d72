package org.c25.reliability;

import java.util.List;
import org.c25.affect.Dimension;
import org.c25.agreement.Answers;
import org.c25.agreement.Basis;
import org.c25.agreement.Estimate;
import org.c25.agreement.MeanSquares;
import org.c25.ratings.Repeat;

/**
 * Where the variance of the answers comes from: the G-study of images × raters, over the images that every rater
 * answered. Variances are in squares of the scale's unit (−1 … 1), with intervals of 95 %; undefined ones are NaN. An
 * estimate may be negative, where the true value is about 0.
 *
 * <p>L. J. Cronbach, G. C. Gleser, H. Nanda and N. Rajaratnam, The Dependability of Behavioral Measurements, Wiley,
 * 1972. R. L. Brennan, Generalizability Theory, Springer, 2001.
 *
 * @param basis the images that every rater answered, and the raters
 * @param repeats how many repeats have both answers
 * @param image how far the images differ: what is to be measured
 * @param rater how far the raters' levels differ
 * @param residual what else differs from answer to answer: image × rater and error together
 * @param imageByRater how far raters see single images differently each time; by the repeats
 * @param error how far the same rater answers differently to the same image: half the mean squared difference of the two
 *     showings; by the repeats
 */
public record VarianceComponents(
        Basis basis,
        int repeats,
        Estimate image,
        Estimate rater,
        Estimate residual,
        Estimate imageByRater,
        Estimate error) {

    /** Squared steps in the square of the scale's unit. */
    private static final double STEPS = 16;

    /** @param repeats the repeats of these images, by the raters who count */
    public static VarianceComponents of(Answers answers, List<Repeat> repeats, Dimension dimension) {
        Basis basis = Basis.complete(answers);
        List<Repeat> both = repeats.stream()
                .filter(one -> one.first().of(dimension) >= 0 && one.second().of(dimension) >= 0)
                .toList();
        byte[][] rows = answers.completeRows();
        if (basis.images() < 2 || basis.participants() < 2 || areAllTheSame(rows)) {
            Estimate none = Estimate.UNDEFINED;
            return new VarianceComponents(basis, both.size(), none, none, none, none, none);
        }
        long squares = both.stream()
                .mapToLong(one -> one.first().of(dimension) - one.second().of(dimension))
                .map(apart -> apart * apart)
                .sum();
        return of(basis, MeanSquares.of(rows), squares / 2.0 / both.size(), both.size());
    }

    /** Then no part varies, and intervals from 0 to 0 would look certain. */
    private static boolean areAllTheSame(byte[][] rows) {
        for (byte[] row : rows) {
            for (byte answer : row) {
                if (answer != rows[0][0]) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * @param squares in squared steps
     * @param error the mean of half the squared differences of repeats, in squared steps
     */
    static VarianceComponents of(Basis basis, MeanSquares squares, double error, int repeats) {
        double n = squares.images();
        double k = squares.raters();
        double rest = squares.residual() / STEPS;
        double left = (n - 1) * (k - 1);
        boolean split = repeats >= Basis.FEWEST;
        return new VarianceComponents(
                basis,
                repeats,
                difference(squares.betweenImages(), n - 1, rest, left, k, basis),
                difference(squares.betweenRaters(), k - 1, rest, left, n, basis),
                MeanSquareInterval.of(rest, left).restingOn(basis.images()),
                split ? difference(squares.residual(), left, error / STEPS, repeats, 1, basis) : Estimate.UNDEFINED,
                split ? MeanSquareInterval.of(error / STEPS, repeats) : Estimate.UNDEFINED);
    }

    private static Estimate difference(
            double square, double freedom, double rest, double left, double divisor, Basis basis) {
        return MeanSquareInterval.ofDifference(square / STEPS, freedom, rest, left, divisor)
                .restingOn(basis.images());
    }

    public boolean isDefined() {
        return image.isDefined();
    }

    /** Whether image × rater and error are told apart, by ten repeats or more. */
    public boolean isSplit() {
        return error.isDefined();
    }

    /** Returns the components as numbers to plan with, negative ones as 0. */
    public Components components() {
        return isSplit()
                ? new Components(image.value(), rater.value(), imageByRater.value(), error.value())
                : new Components(image.value(), rater.value(), residual.value(), 0);
    }

    /** Returns a component's share of the variance of one answer, 0 … 1; a negative one has none. */
    public double share(Estimate component) {
        double all = positive(image) + positive(rater) + positive(residual);
        return positive(component) / all;
    }

    private static double positive(Estimate component) {
        return Math.max(0, component.value());
    }
}
