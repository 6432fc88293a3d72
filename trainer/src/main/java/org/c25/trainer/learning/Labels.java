package org.c25.trainer.learning;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.c25.trainer.answers.Answers;
import org.c25.trainer.answers.Dimension;
import org.c25.trainer.answers.Expressions;

/**
 * One label an image and dimension: for the expression eight shares (1 for one class, or shares of votes; all 0 where there
 * is none), for a scale a value and NaN where there is none.
 *
 * @param values for each dimension image × outputs
 */
public record Labels(Map<Dimension, float[][]> values) {

    /** Returns the labels that follow from the answers: majorities, or shares and means. */
    public static Labels of(Answers answers, boolean majority) {
        Map<Dimension, float[][]> values = new EnumMap<>(Dimension.class);
        answers.values().keySet().forEach(dimension -> {
            float[][] rows = new float[answers.images().size()][];
            for (int image = 0; image < rows.length; image++) {
                rows[image] = row(answers, dimension, image, majority);
            }
            values.put(dimension, rows);
        });
        return new Labels(values);
    }

    private static float[] row(Answers answers, Dimension dimension, int image, boolean majority) {
        if (dimension.isScale()) {
            return new float[] {majority ? answers.mode(dimension, image) : answers.mean(dimension, image)};
        }
        return majority ? oneHot(answers.mode(dimension, image)) : answers.shares(image);
    }

    /** Returns labels that are known as they are. NaN where one is not. */
    public static Labels of(Map<Dimension, float[]> known) {
        Map<Dimension, float[][]> values = new EnumMap<>(Dimension.class);
        known.forEach((dimension, column) -> {
            float[][] rows = new float[column.length][];
            for (int image = 0; image < rows.length; image++) {
                rows[image] = dimension.isScale() ? new float[] {column[image]} : oneHot(column[image]);
            }
            values.put(dimension, rows);
        });
        return new Labels(values);
    }

    private static float[] oneHot(float code) {
        float[] row = new float[Expressions.COUNT];
        if (!Float.isNaN(code)) {
            row[(int) code] = 1;
        }
        return row;
    }

    float[] of(Dimension dimension, int image) {
        return Objects.requireNonNull(values.get(dimension))[image];
    }
}
