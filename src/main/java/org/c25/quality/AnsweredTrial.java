package org.c25.quality;

import org.c25.affect.Dimension;
import org.c25.affect.Expression;
import org.c25.affect.Step;
import org.c25.ratings.Repeat;
import org.c25.ratings.TrialRating;

/**
 * The answer to one trial. Its values are those of the latest revision, as in the files. Its time is that of the first,
 * which is the spontaneous one: somebody who comes back to change a choice has seen the face before.
 *
 * @param position the position of the trial, from 0
 * @param item the item's position in the set, from 0
 * @param repeatOf the position of the first showing; {@link #NONE} in a first showing
 * @param expression the C25 code, 0 … 7; {@link #NONE} if an imported file had an empty cell
 * @param valence the step, 1 … 9; 0 if an imported file had an empty cell
 * @param arousal the step, as valence
 * @param millis the response time of the first revision; {@link #NONE} if it is not known
 */
record AnsweredTrial(int position, int item, int repeatOf, int expression, int valence, int arousal, long millis) {

    static final int NONE = -1;

    boolean isFirstShowing() {
        return repeatOf == NONE;
    }

    boolean isTimed() {
        return millis != NONE;
    }

    /** @param item the item's position in the set, from 0 */
    static AnsweredTrial of(TrialRating rating, int item) {
        return new AnsweredTrial(
                rating.position(),
                item,
                rating.repeatOf(),
                rating.expression(),
                rating.valence(),
                rating.arousal(),
                rating.firstMillis());
    }

    boolean isWhole() {
        return expression != NONE && valence != 0 && arousal != 0;
    }

    boolean saysTheSameAs(AnsweredTrial other) {
        return expression == other.expression && valence == other.valence && arousal == other.arousal;
    }

    /** Returns the answer as statistics need it: categories from 0. */
    Repeat.Answer categories() {
        return new Repeat.Answer(expression, valence - Step.LEAST, arousal - Step.LEAST);
    }

    /** Returns the step of {@link Dimension#VALENCE} or {@link Dimension#AROUSAL}; 0 if there is none. */
    int step(Dimension scale) {
        return scale == Dimension.VALENCE ? valence : arousal;
    }

    /** Returns the answer in words, such as {@code neutral, 5, 5}: expression, valence, arousal. */
    String words() {
        return (expression == NONE ? "–" : Expression.all().get(expression).english()) + ", "
                + (valence == 0 ? "–" : valence) + ", " + (arousal == 0 ? "–" : arousal);
    }
}
