package org.c25.quality;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.c25.affect.Dimension;
import org.c25.affect.Expression;
import org.c25.agreement.ImageVotes;

/**
 * The answers of all participants of a set to each image, so that one participant can be compared with all others: the
 * sums of all, less that participant's own answer. Only the first showing of an image counts.
 */
final class AnswersOfOthers {

    private final int[][] votes;
    private final Scale valence;
    private final Scale arousal;
    private int people;

    private AnswersOfOthers(int items) {
        this.votes = new int[items][Expression.all().size()];
        this.valence = new Scale(items);
        this.arousal = new Scale(items);
    }

    /**
     * Returns the answers of everybody in a set.
     *
     * @param items how many images the set has
     */
    static AnswersOfOthers of(Collection<ParticipantAnswers> everybody, int items) {
        AnswersOfOthers others = new AnswersOfOthers(items);
        everybody.forEach(one -> others.add(one.firstShowings()));
        return others;
    }

    private void add(List<AnsweredTrial> firstShowings) {
        people += firstShowings.isEmpty() ? 0 : 1;
        firstShowings.forEach(this::add);
    }

    private void add(AnsweredTrial answer) {
        if (answer.expression() != AnsweredTrial.NONE) {
            votes[answer.item()][answer.expression()]++;
        }
        valence.add(answer.item(), answer.valence());
        arousal.add(answer.item(), answer.arousal());
    }

    /** Returns how many others have answered anything. */
    int others(ParticipantAnswers own) {
        return people - (own.firstShowings().isEmpty() ? 0 : 1);
    }

    /** Returns the mean step of all others; NaN if there is none. */
    double meanOfOthers(AnsweredTrial own, Dimension scale) {
        return (scale == Dimension.VALENCE ? valence : arousal).without(own.item(), own.step(scale));
    }

    /**
     * Returns whether a participant's expression is the majority vote of the others; empty if nobody else chose one, or
     * this participant chose none.
     */
    Optional<Boolean> isMajorityOfOthers(AnsweredTrial own) {
        return own.expression() == AnsweredTrial.NONE
                ? Optional.empty()
                : new ImageVotes(votes[own.item()]).isMajorityOfOthers(own.expression());
    }

    /** Whether the others, too, chose expressions for the image, and chose one of these most often. */
    boolean haveOthersOneMajority(AnsweredTrial own) {
        return own.expression() != AnsweredTrial.NONE
                && new ImageVotes(votes[own.item()]).without(own.expression()).tieWidth() == 1;
    }

    /** The sum and the number of the steps on one scale, by image. */
    private static final class Scale {

        private final int[] sums;
        private final int[] counts;

        Scale(int items) {
            sums = new int[items];
            counts = new int[items];
        }

        void add(int item, int step) {
            if (step != 0) {
                sums[item] += step;
                counts[item]++;
            }
        }

        double without(int item, int step) {
            int count = counts[item] - (step == 0 ? 0 : 1);
            return count == 0 ? Double.NaN : (double) (sums[item] - step) / count;
        }
    }
}
