package org.c25.votes;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.c25.affect.Expression;
import org.c25.affect.Step;
import org.c25.agreement.ImageVotes;
import org.jspecify.annotations.Nullable;

/** The votes of a set's participants for one image. Their order changes nothing. */
public final class ParticipantVotes {

    private final int[] byExpression = new int[Expression.all().size()];
    private final Steps valence = new Steps();
    private final Steps arousal = new Steps();

    /** Adds one person's answer; a part is null if an imported file had an empty cell. */
    public void add(@Nullable Expression expression, @Nullable Step valence, @Nullable Step arousal) {
        if (expression != null) {
            byExpression[expression.code()]++;
        }
        this.valence.add(valence);
        this.arousal.add(arousal);
    }

    /** Returns the votes so far, by the codes of the expressions. */
    ImageVotes expressions() {
        return new ImageVotes(byExpression.clone());
    }

    Steps valence() {
        return valence;
    }

    Steps arousal() {
        return arousal;
    }

    /** Returns the expression with the most votes, of several the first by C25's codes; empty without a vote. */
    public Optional<Expression> majority() {
        OptionalInt majority = expressions().majority();
        return majority.isEmpty()
                ? Optional.empty()
                : Optional.of(Expression.all().get(majority.getAsInt()));
    }

    /** Returns all that is known of the votes as one text, which is the same for the same votes. */
    public String summary() {
        return Arrays.toString(byExpression) + valence + arousal;
    }

    /** The steps on one scale, as sums of whole numbers, so that the order of the votes changes no digit. */
    static final class Steps {

        private long count;
        private long sum;
        private long squares;

        private void add(@Nullable Step step) {
            if (step != null) {
                count++;
                sum += step.value();
                squares += (long) step.value() * step.value();
            }
        }

        long count() {
            return count;
        }

        /**
         * Returns the standard deviation, over n, in the C25 files' unit, in which neighbouring steps are a quarter
         * apart: 0 … 1.
         */
        double deviation() {
            return count == 0 ? 0 : Math.sqrt((double) (count * squares - sum * sum)) / count / 4;
        }

        @Override
        public String toString() {
            return "[" + count + ", " + sum + ", " + squares + "]";
        }
    }
}
