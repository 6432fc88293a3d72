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
