package org.c25.ratermodels;

import java.util.List;
import java.util.stream.IntStream;
import org.c25.affect.Expression;
import org.c25.agreement.ImageVotes;
import org.c25.common.Numbers;
import org.c25.crowd.LabelEstimate;
import org.c25.crowd.LeavingImagesOut;
import org.c25.results.Results;
import org.c25.sets.Item;
import org.jspecify.annotations.Nullable;

/**
 * A model of the expression as its page shows it.
 *
 * @param means what the measure of a rater is, in a sentence or two
 * @param chart null if the model has nothing to iterate
 * @param differing the images whose label is not the majority
 */
record LabelPage(
        String measure,
        String means,
        @Nullable ConvergenceChart chart,
        List<RaterRow> raters,
        List<ImageRow> differing,
        int images) {

    /** A rater, with everything in words. */
    record RaterRow(int slot, String answers, String reliability, String interval) {}

    /** An image, with everything in words. */
    record ImageRow(Item item, String majority, String votes, String label, String probability) {}

    static LabelPage of(LabelFit fit, Results results, List<Item> items) {
        LabelEstimate estimate = fit.estimate();
        return new LabelPage(
                fit.model().measure(),
                fit.model().means(),
                ConvergenceChart.of(estimate.convergence()),
                IntStream.range(0, estimate.raters().size())
                        .mapToObj(rater -> row(
                                estimate.raters().get(rater), fit.intervals().get(rater)))
                        .toList(),
                fit.differing().stream()
                        .map(image -> row(fit, image, items.get(results.position(image))))
                        .toList(),
                results.ratings().images());
    }

    private static RaterRow row(LabelEstimate.Rater rater, LeavingImagesOut.Interval interval) {
        return new RaterRow(
                rater.slot(),
                Numbers.whole(rater.answers()),
                Numbers.coefficient(rater.reliability()),
                interval(interval.low(), interval.high()));
    }

    private static ImageRow row(LabelFit fit, int image, Item item) {
        ImageVotes votes = fit.votes().get(image);
        return new ImageRow(
                item,
                expression(votes.majority().orElse(-1)),
                votes.score() + " of " + votes.answers() + (votes.isTied() ? ", tied" : ""),
                expression(fit.estimate().labels().label(image).orElse(-1)),
                Numbers.coefficient(fit.estimate().labels().confidence(image)));
    }

    private static String expression(int code) {
        return Expression.ofCode(code).map(Expression::english).orElse(Numbers.NONE);
    }

    /** Returns an interval such as {@code 0.61 … 0.74}; – if it is not known. */
    static String interval(double low, double high) {
        return Double.isNaN(low) ? Numbers.NONE : Numbers.decimals(low, 2) + " … " + Numbers.decimals(high, 2);
    }
}
