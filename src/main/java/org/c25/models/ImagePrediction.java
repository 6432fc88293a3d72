package org.c25.models;

import org.c25.affect.Expression;
import org.c25.sets.Item;
import org.jspecify.annotations.Nullable;

/**
 * A prediction: what a model says of one image.
 *
 * @param expression null if it says none
 * @param valence −1 … 1; null if it says none
 * @param arousal −1 … 1; null if it says none
 */
record ImagePrediction(
        Item item,
        @Nullable Expression expression,
        @Nullable Double valence,
        @Nullable Double arousal) {

    boolean saysSomething() {
        return expression != null || valence != null || arousal != null;
    }
}
