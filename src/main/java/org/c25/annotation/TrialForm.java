package org.c25.annotation;

import java.util.UUID;
import org.c25.affect.Dimension;
import org.c25.affect.Expression;
import org.c25.affect.Rating;
import org.c25.affect.Step;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What the radio buttons say. The id is made with the form, so that sending it twice is one answer; so is the name of the
 * participation, so that a form from before everything was erased is no answer in the next one.
 */
record TrialForm(
        UUID id,
        @Nullable Integer expression,
        @Nullable Integer valence,
        @Nullable Integer arousal,
        @Nullable String participation) {

    /** A form may come without an id. */
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

    /** The step chosen on a scale, 1 … 9; null if none is. */
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
                Expression.ofCode(expression).orElseThrow(() -> Problem.invalid("expression", "is 0 to 7")),
                step("valence", valence),
                step("arousal", arousal));
        return new NewAnnotation(id, rating, Paradata.NONE, participation);
    }

    private static Step step(String field, int value) {
        if (value < Step.LEAST || value > Step.GREATEST) {
            throw Problem.invalid(field, "is 1 to 9");
        }
        return new Step(value);
    }
}
