package org.c25.quality;

import java.util.Collection;
import org.c25.affect.Dimension;
import org.c25.affect.Expression;

/**
 * What all participants of a set say of each image, so that one can be held against all others: the sums of all, less
 * the one's own. An image counts with its first showing.
 */
final class Crowd {

    private final int[][] votes;
    private final Scale valence;
    private final Scale arousal;

    private Crowd(int items) {
        this.votes = new int[items][Expression.all().size()];
        this.valence = new Scale(items);
        this.arousal = new Scale(items);
    }

    /** @param items how many images the set has */
    static Crowd of(Collection<Answers> everybody, int items) {
        Crowd crowd = new Crowd(items);
        everybody.forEach(
                one -> one.inOrder().stream().filter(Answer::isFirstShowing).forEach(crowd::add));
        return crowd;
    }

    private void add(Answer answer) {
        if (answer.expression() != Answer.NONE) {
            votes[answer.item()][answer.expression()]++;
        }
        valence.add(answer.item(), answer.valence());
        arousal.add(answer.item(), answer.arousal());
    }

    /** The mean step of all others; NaN where there is none. */
    double meanOfOthers(Answer own, Dimension scale) {
        return (scale == Dimension.VALENCE ? valence : arousal).without(own.item(), own.step(scale));
    }

    /** How many others chose an expression for the image. */
    int others(Answer own) {
        int all = own.expression() == Answer.NONE ? 0 : -1;
        for (int count : votes[own.item()]) {
            all += count;
        }
        return all;
    }

    /** Whether no expression has more votes of the others than one's own; where they are tied, each of those is theirs. */
    boolean isMajorityOfOthers(Answer own) {
        int[] counts = votes[own.item()];
        int same = counts[own.expression()] - 1;
        for (int expression = 0; expression < counts.length; expression++) {
            if (expression != own.expression() && counts[expression] > same) {
                return false;
            }
        }
        return true;
    }

    /** Sum and number of the steps on one scale, by image. */
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
