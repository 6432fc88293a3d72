package org.c25.annotation;

import java.util.UUID;
import org.c25.affect.Dimension;
import org.c25.affect.Expression;
import org.c25.affect.Rating;
import org.c25.affect.Step;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The choices of a trial's radio buttons. The form's id is made together with the form, so that sending the form twice
 * is one answer. The name of the participation is in it, too, so that a form from before everything was erased is no
 * answer in the next participation.
 */
record TrialForm(
        UUID id,
        @Nullable Integer expression,
        @Nullable Integer valence,
        @Nullable Integer arousal,
        @Nullable String participation) {

    /** Makes an id if the form comes without one. */
    TrialForm {
        id = id == null ? UUID.randomUUID() : id;
    }

    static TrialForm blank() {
        return new TrialForm(UUID.randomUUID(), null, null, null, null);
    }

    static TrialForm of(Rating rating) {
        return new TrialForm(
                UUID.randomUUID(),
                rating.expression().code(),
                rating.valence().value(),
                rating.arousal().value(),
                null);
    }

    TrialForm withNewId() {
        return new TrialForm(UUID.randomUUID(), expression, valence, arousal, participation);
    }

    /**
     * Returns the chosen code of an expression, 0 … 7, or the chosen step of a scale, 1 … 9; null if nothing is chosen.
     */
    public @Nullable Integer on(Dimension scale) {
        return switch (scale) {
            case EXPRESSION -> expression;
            case VALENCE -> valence;
            case AROUSAL -> arousal;
        };
    }

    boolean isWhole() {
        return expression != null && valence != null && arousal != null;
    }

    NewAnnotation asNew() {
        if (expression == null || valence == null || arousal == null) {
            throw new IllegalStateException("not whole");
        }
        Rating rating = new Rating(
                Expression.ofCode(expression).orElseThrow(() -> Problem.invalid("expression", "0 to 7")),
                step("valence", valence),
                step("arousal", arousal));
        return new NewAnnotation(id, rating, Paradata.NONE, participation);
    }

    private static Step step(String field, int value) {
        if (value < Step.LEAST || value > Step.GREATEST) {
            throw Problem.invalid(field, "1 to 9");
        }
        return new Step(value);
    }
}
