package org.c25.trainer.learning;

import java.util.Arrays;
import org.c25.trainer.answers.Dimension;

/**
 * What a network says of each image.
 *
 * @param target what it says something of
 * @param outputs image × outputs: the shares of the expressions, sum 1, and plain values of the scales, which may lie
 *     outside −1 … 1
 */
public record Said(Target target, float[][] outputs) {

    /** @param outputs image × outputs, with logits of the expressions */
    public static Said of(Target target, float[][] outputs) {
        float[][] said = Arrays.stream(outputs).map(float[]::clone).toArray(float[][]::new);
        if (target.hasExpression()) {
            Arrays.stream(said).forEach(row -> softmax(row, target.first(Dimension.EXPRESSION)));
        }
        return new Said(target, said);
    }

    private static void softmax(float[] row, int first) {
        int end = first + Dimension.EXPRESSION.outputs();
        float highest = Float.NEGATIVE_INFINITY;
        for (int at = first; at < end; at++) {
            highest = Math.max(highest, row[at]);
        }
        double[] shares = new double[end];
        double sum = 0;
        for (int at = first; at < end; at++) {
            shares[at] = StrictMath.exp(row[at] - (double) highest);
            sum += shares[at];
        }
        for (int at = first; at < end; at++) {
            row[at] = (float) (shares[at] / sum);
        }
    }

    /** Returns the shares of the expressions for an image. */
    public float[] shares(int image) {
        int first = target.first(Dimension.EXPRESSION);
        return Arrays.copyOfRange(outputs[image], first, first + Dimension.EXPRESSION.outputs());
    }

    /** Returns the expression with the greatest share, the smallest code on a tie, or the value of a scale. */
    public float of(Dimension dimension, int image) {
        if (dimension.isScale()) {
            return outputs[image][target.first(dimension)];
        }
        float[] shares = shares(image);
        int best = 0;
        for (int code = 1; code < shares.length; code++) {
            if (shares[code] > shares[best]) {
                best = code;
            }
        }
        return best;
    }
}
