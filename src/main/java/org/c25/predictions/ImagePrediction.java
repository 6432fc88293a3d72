package org.c25.predictions;

import java.util.Map;
import java.util.Set;
import org.c25.affect.Dimension;
import org.c25.affect.Expression;
import org.c25.sets.Item;
import org.jspecify.annotations.Nullable;

/**
 * A prediction: what a model says of one image.
 *
 * @param expression null if it says none
 * @param valence −1 … 1; null if it says none
 * @param arousal −1 … 1; null if it says none
 * @param scores the scores of the expressions for which it has one; empty if none are known
 * @param clamped those of valence and arousal that lay outside −1 … 1 and were set to the nearest end
 * @param trainedOn whether the model was trained on this image, or chosen by it, as its card says
 */
public record ImagePrediction(
        Item item,
        @Nullable Expression expression,
        @Nullable Double valence,
        @Nullable Double arousal,
        Map<Expression, Double> scores,
        Set<Dimension> clamped,
        boolean trainedOn) {

    /** A prediction that has no more than the three values. */
    ImagePrediction(Item item, @Nullable Expression expression, @Nullable Double valence, @Nullable Double arousal) {
        this(item, expression, valence, arousal, Map.of(), Set.of(), false);
    }

    boolean saysSomething() {
        return expression != null || valence != null || arousal != null;
    }

    ImagePrediction trainedOn(boolean trained) {
        return new ImagePrediction(item, expression, valence, arousal, scores, clamped, trained);
    }
}
