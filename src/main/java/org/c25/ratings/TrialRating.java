package org.c25.ratings;

import org.c25.affect.Expression;
import org.c25.affect.Step;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one trial as it counts: what it says is the latest revision.
 *
 * @param position of the trial, from 0
 * @param itemId of the image
 * @param repeatOf the position of the first showing; {@link #NONE} in a first showing
 * @param expression C25 code, 0 … 7; {@link #NONE} where an imported file had an empty cell
 * @param valence step, 1 … 9; 0 where an imported file had an empty cell
 * @param arousal as valence
 * @param firstMillis the response time of the first answer to the trial, in milliseconds: the spontaneous one, since who
 *     comes back to change a choice has seen the face before; {@link #NONE} where it is not known
 * @param lastMillis the response time of the latest revision; {@link #NONE} where it is not known
 * @param revisions how many answers the trial has, 1 if it was never changed
 */
public record TrialRating(
        int position,
        long itemId,
        int repeatOf,
        int expression,
        int valence,
        int arousal,
        long firstMillis,
        long lastMillis,
        int revisions) {

    public static final int NONE = -1;

    public boolean isFirstShowing() {
        return repeatOf == NONE;
    }

    public @Nullable Expression asExpression() {
        return expression == NONE ? null : Expression.all().get(expression);
    }

    public @Nullable Step valenceStep() {
        return step(valence);
    }

    public @Nullable Step arousalStep() {
        return step(arousal);
    }

    private static @Nullable Step step(int value) {
        return value == 0 ? null : new Step(value);
    }

    /** As statistics have it: categories from 0, {@link Ratings#NONE} where there is none. */
    public Repeat.Answer categories() {
        return new Repeat.Answer(expression, valence - Step.LEAST, arousal - Step.LEAST);
    }
}
