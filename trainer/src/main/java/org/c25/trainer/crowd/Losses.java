package org.c25.trainer.crowd;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

/**
 * Losses that look only at the answers there are, and are their mean: what nobody answered changes neither the loss nor
 * the size of a step.
 */
public final class Losses {

    private Losses() {}

    /**
     * Cross-entropy in nats of logits against shares: −Σ share · log softmax(logits), over the number of those that have
     * shares. Where all shares are 0 there is no answer.
     *
     * @param logits … × classes
     * @param shares of the same shape: 1 for the class that was answered, or shares of the votes
     */
    public static NDArray crossEntropy(NDArray logits, NDArray shares) {
        float answers = Math.max(1, shares.sum().toType(DataType.FLOAT32, false).getFloat());
        return logits.logSoftmax(-1).mul(shares).sum().neg().div(answers);
    }

    /**
     * The mean squared difference, over what is there.
     *
     * @param values of whatever shape
     * @param answers of the same shape, anything where there is none
     * @param there 1 where there is an answer, else 0
     */
    public static NDArray squares(NDArray values, NDArray answers, NDArray there) {
        float count = Math.max(1, there.sum().getFloat());
        NDArray apart = values.sub(answers).mul(there);
        return apart.mul(apart).sum().div(count);
    }
}
