package org.c25.trainer.outcome;

import java.util.Map;
import org.c25.trainer.answers.Dimension;
import org.jspecify.annotations.Nullable;

/**
 * What a crowd layer has learned of a rater, beside what their answers show.
 *
 * @param name such as {@code participant3}
 * @param answers how many answers of the training images it learned from, by dimension
 * @param learned for a matrix layer: shares of the answers (columns) to each expression (rows), the softmax of each row; of
 *     the other kinds of the expression {@code null}
 * @param observed shares of the rater's answers (columns) to each expression (rows, by the majority of all raters) of the
 *     training images; a row without images is NaN; {@code null} where no expression is learned
 * @param weights for {@code vw} and {@code vw+b}: the weight of each expression; else {@code null}
 * @param scales for each scale: how far the rater uses it (mean of all raters 1), and how far their level lies off (mean 0)
 */
public record LearnedRater(
        String name,
        Map<Dimension, Integer> answers,
        double @Nullable [][] learned,
        double @Nullable [][] observed,
        double @Nullable [] weights,
        Map<Dimension, Use> scales) {

    /**
     * How a rater uses a scale.
     *
     * @param scale 1 is the mean of all raters
     * @param bias 0 is the mean of all raters
     * @param observedBias the mean difference of the rater's answers to the mean of all raters
     */
    public record Use(double scale, double bias, double observedBias) {}
}
