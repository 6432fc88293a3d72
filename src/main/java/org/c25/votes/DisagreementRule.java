package org.c25.votes;

import java.util.OptionalDouble;
import org.c25.affect.Expression;
import org.c25.agreement.ImageVotes;

/** The rules by which images are ranked by the disagreement of the people who rated them, the greatest first. */
public enum DisagreementRule {
    /** The entropy of the votes for expressions in nats (Shannon 1948), 0 … ln 8. */
    ENTROPY {
        @Override
        OptionalDouble score(ParticipantVotes votes, int minimum) {
            ImageVotes expressions = votes.expressions();
            return expressions.answers() < minimum ? OptionalDouble.empty() : OptionalDouble.of(expressions.entropy());
        }
    },

    /** The share of votes for another expression than the one with the most votes, 0 … 7/8. */
    DISSENT {
        @Override
        OptionalDouble score(ParticipantVotes votes, int minimum) {
            ImageVotes expressions = votes.expressions();
            int all = expressions.answers();
            return all < minimum
                    ? OptionalDouble.empty()
                    : OptionalDouble.of((double) (all - expressions.score()) / all);
        }
    },

    /** The mean of the standard deviations of valence and of arousal on −1 … 1, each over the number of votes: 0 … 1. */
    SPREAD {
        @Override
        OptionalDouble score(ParticipantVotes votes, int minimum) {
            return votes.valence().count() < minimum || votes.arousal().count() < minimum
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(
                            (votes.valence().deviation() + votes.arousal().deviation()) / 2);
        }
    },

    /**
     * The mean of the other three, 0 … 1. The first two are divided by the greatest value that this number of votes can
     * reach.
     */
    MIX {
        @Override
        OptionalDouble score(ParticipantVotes votes, int minimum) {
            OptionalDouble entropy = ENTROPY.score(votes, minimum);
            OptionalDouble dissent = DISSENT.score(votes, minimum);
            OptionalDouble spread = SPREAD.score(votes, minimum);
            if (entropy.isEmpty() || dissent.isEmpty() || spread.isEmpty()) {
                return OptionalDouble.empty();
            }
            int all = votes.expressions().answers();
            int classes = Math.min(all, Expression.all().size());
            if (classes < 2) {
                return OptionalDouble.of(spread.getAsDouble() / 3);
            }
            double mostDissent = (double) (all - (all + classes - 1) / classes) / all;
            return OptionalDouble.of((entropy.getAsDouble() / StrictMath.log(classes)
                            + dissent.getAsDouble() / mostDissent
                            + spread.getAsDouble())
                    / 3);
        }
    };

    /**
     * Returns the score of an image.
     *
     * @return empty if there are fewer votes than the least number
     */
    abstract OptionalDouble score(ParticipantVotes votes, int minimum);
}
