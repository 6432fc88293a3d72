package org.c25.trainer.measures;

import java.util.ArrayList;
import java.util.List;
import org.c25.trainer.answers.Answers;
import org.c25.trainer.answers.Dimension;
import org.c25.trainer.learning.Said;

/** Holds what a network says against a reference, image by image. */
public final class Held {

    /** Returns the reference of an image; NaN where there is none. */
    @FunctionalInterface
    public interface Reference {

        float of(int image);
    }

    private Held() {}

    /** Returns the people's own reference: the majority of an expression, the mean of a scale. */
    public static Reference people(Answers answers, Dimension dimension) {
        return image -> answers.reference(dimension, image);
    }

    public static ExpressionMeasures expression(Said said, List<Integer> images, Reference reference) {
        List<ExpressionMeasures.Pair> pairs = new ArrayList<>();
        for (int image : images) {
            float right = reference.of(image);
            if (!Float.isNaN(right)) {
                int code = (int) said.of(Dimension.EXPRESSION, image);
                pairs.add(new ExpressionMeasures.Pair((int) right, code, said.shares(image)[code]));
            }
        }
        return ExpressionMeasures.of(pairs);
    }

    public static ScaleMeasures scale(Said said, Dimension dimension, List<Integer> images, Reference reference) {
        int[] there = images.stream()
                .mapToInt(Integer::intValue)
                .filter(image -> !Float.isNaN(reference.of(image)))
                .toArray();
        double[] values = new double[there.length];
        double[] right = new double[there.length];
        for (int at = 0; at < there.length; at++) {
            values[at] = Math.max(-1, Math.min(1, said.of(dimension, there[at])));
            right[at] = reference.of(there[at]);
        }
        return ScaleMeasures.of(values, right);
    }
}
