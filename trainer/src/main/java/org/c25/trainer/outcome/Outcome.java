package org.c25.trainer.outcome;

import java.util.List;
import java.util.Map;
import org.c25.trainer.answers.Dimension;
import org.c25.trainer.learning.Said;
import org.c25.trainer.learning.Settings;
import org.c25.trainer.measures.ExpressionMeasures;
import org.c25.trainer.measures.ScaleMeasures;
import org.jspecify.annotations.Nullable;

/**
 * What came out of one run: one way of learning, one seed.
 *
 * @param parameters how many numbers the network has
 * @param losses the mean loss of each epoch
 * @param said what it says of all images
 * @param expression on the test images, against the people's majority (or the truth where that is known); {@code null} where
 *     no expression is learned
 * @param scales on the test images, against the people's mean (or the truth)
 * @param raters what a crowd layer learned of each rater; empty where it learned from labels
 * @param seconds how long the learning took, also of a run that was read back; NaN where nobody has noted it
 */
public record Outcome(
        Settings settings,
        long parameters,
        List<Double> losses,
        Said said,
        @Nullable ExpressionMeasures expression,
        Map<Dimension, ScaleMeasures> scales,
        List<LearnedRater> raters,
        double seconds) {}
