package org.c25.crowd;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link LabelModel} says of images and raters, in one shape for all of them.
 *
 * @param convergence null where the model has nothing to iterate
 * @param raters the raters in the order of their slots
 */
public record LabelEstimate(SoftLabels labels, @Nullable Convergence convergence, List<Rater> raters) {

    /**
     * One rater.
     *
     * @param slot the slot of the rater, or the rater's number where the answers came without slots
     * @param answers how many answers the rater gave
     * @param reliability how often they are right, as the model has it, 0 … 1 ({@link LabelModel#measure}); NaN if it
     *     says nothing
     * @param confusion true category × answer: probabilities, each row together 1, NaN where nothing is known; null if
     *     the model has none
     */
    public record Rater(int slot, int answers, double reliability, double @Nullable [][] confusion) {

        /** Of somebody without answers, a model has nothing but its prior: no reliability is said of them. */
        public Rater {
            reliability = answers == 0 ? Double.NaN : reliability;
        }
    }

    /**
     * Returns the same without what a model says of raters who share no image with anybody: that would be its prior, or any of
     * several answers that fit as well.
     *
     * @param compared whether each rater shares an image
     */
    public LabelEstimate ofThose(boolean[] compared) {
        return new LabelEstimate(
                labels,
                convergence,
                IntStream.range(0, raters.size())
                        .mapToObj(rater -> compared[rater] ? raters.get(rater) : unknown(raters.get(rater)))
                        .toList());
    }

    private static Rater unknown(Rater rater) {
        double[][] confusion = rater.confusion();
        if (confusion != null) {
            confusion = new double[confusion.length][confusion.length];
            for (double[] row : confusion) {
                Arrays.fill(row, Double.NaN);
            }
        }
        return new Rater(rater.slot(), rater.answers(), Double.NaN, confusion);
    }
}
