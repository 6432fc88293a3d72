package org.c25.annotation;

import org.c25.affect.Expression;
import org.c25.affect.Step;
import org.jspecify.annotations.Nullable;

/**
 * An answer from a file. At least one of its three parts is there.
 *
 * @param position the position of the trial, which for an imported participant is the position of the item
 */
public record ImportedAnswer(
        int position,
        @Nullable Expression expression,
        @Nullable Step valence,
        @Nullable Step arousal) {

    @Nullable
    Integer expressionCode() {
        return expression == null ? null : expression.code();
    }

    @Nullable
    Integer valenceStep() {
        return valence == null ? null : valence.value();
    }

    @Nullable
    Integer arousalStep() {
        return arousal == null ? null : arousal.value();
    }
}
