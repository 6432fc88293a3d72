package org.c25.trainer.learning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import org.c25.trainer.answers.Answers;
import org.c25.trainer.answers.Dimension;

/** The arrays of some images: their labels, and each rater's answers to them. All belong to the manager of one step. */
record Batch(int[] images, NDManager manager) {

    /** Returns images × outputs; 0 where there is no label. */
    NDArray labels(Labels labels, Dimension dimension) {
        float[] flat = new float[images.length * dimension.outputs()];
        for (int at = 0; at < images.length; at++) {
            float[] row = labels.of(dimension, images[at]);
            for (int output = 0; output < row.length; output++) {
                flat[at * row.length + output] = Float.isNaN(row[output]) ? 0 : row[output];
            }
        }
        return array(flat, new Shape(images.length, dimension.outputs()));
    }

    /** Returns images × 1 of a scale: 1 where there is a label. */
    NDArray there(Labels labels, Dimension dimension) {
        float[] flat = new float[images.length];
        for (int at = 0; at < images.length; at++) {
            flat[at] = Float.isNaN(labels.of(dimension, images[at])[0]) ? 0 : 1;
        }
        return array(flat, new Shape(images.length, 1));
    }

    /** Returns raters × images × outputs: for the expression 1 where that was answered; for a scale the value. */
    NDArray answers(Answers answers, Dimension dimension) {
        int outputs = dimension.outputs();
        int raters = answers.raters().size();
        float[] flat = new float[raters * images.length * outputs];
        for (int at = 0; at < images.length; at++) {
            float[] row = answers.of(dimension, images[at]);
            for (int rater = 0; rater < raters; rater++) {
                if (!Float.isNaN(row[rater])) {
                    int from = (rater * images.length + at) * outputs;
                    if (dimension.isScale()) {
                        flat[from] = row[rater];
                    } else {
                        flat[from + (int) row[rater]] = 1;
                    }
                }
            }
        }
        return array(flat, new Shape(raters, images.length, outputs));
    }

    /** Returns raters × images × 1 of a scale: 1 where there is an answer. */
    NDArray there(Answers answers, Dimension dimension) {
        int raters = answers.raters().size();
        float[] flat = new float[raters * images.length];
        for (int at = 0; at < images.length; at++) {
            float[] row = answers.of(dimension, images[at]);
            for (int rater = 0; rater < raters; rater++) {
                flat[rater * images.length + at] = Float.isNaN(row[rater]) ? 0 : 1;
            }
        }
        return array(flat, new Shape(raters, images.length, 1));
    }

    NDArray array(float[] flat, Shape shape) {
        return manager.create(FloatBuffer.wrap(flat), shape);
    }
}
