package org.c25.ratings;

import org.c25.affect.Expression;
import org.c25.affect.Step;
import org.jspecify.annotations.Nullable;

/**
 * The rating of one trial: what its latest revision says.
 *
 * @param position the position of the trial, from 0
 * @param itemId the id of the item
 * @param repeatOf the position of the first showing; {@link #NONE} in a first showing
 * @param expression the C25 code, 0 … 7; {@link #NONE} if an imported file had an empty cell
 * @param valence the step, 1 … 9; 0 if an imported file had an empty cell
 * @param arousal the step, as valence
 * @param firstMillis the response time of the first answer to the trial, in milliseconds: the spontaneous one, since
 *     somebody who comes back to change a choice has seen the face before; {@link #NONE} if it is not known
 * @param lastMillis the response time of the latest revision, in milliseconds; {@link #NONE} if it is not known
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

    /** Returns the answer as statistics need it: categories from 0, {@link Ratings#NONE} if there is none. */
    public Repeat.Answer categories() {
        return new Repeat.Answer(expression, valence - Step.LEAST, arousal - Step.LEAST);
    }
}
