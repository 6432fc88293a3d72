package org.c25.crowd;

import java.util.List;
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
}
