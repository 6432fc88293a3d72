package org.c25.agreement;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.c25.affect.Dimension;
import org.c25.ratings.Ratings;
import org.c25.sampling.Entropy;

/**
 * How one image was voted on in one dimension.
 *
 * <p>The majority is the most frequent category, the smallest of them on a tie, as pandas' {@code mode(axis=1)[0]}. Where
 * nobody answered there is none, the counts are 0, and share and entropy are NaN.
 */
public final class ImageVotes {

    private final int[] counts;
    private final int answers;
    private final int majority;
    private final int tied;

    /** How each image was voted on, in the order of the set. */
    public static List<ImageVotes> of(Ratings ratings, Dimension dimension) {
        return Answers.of(ratings, dimension).votes();
    }

    /** @param counts by category, none negative; taken over, not copied */
    public ImageVotes(int[] counts) {
        this.counts = counts;
        int sum = 0;
        int best = 0;
        int bests = 0;
        for (int category = 0; category < counts.length; category++) {
            sum += counts[category];
            if (counts[category] > counts[best]) {
                best = category;
                bests = 0;
            }
            bests += counts[category] == counts[best] ? 1 : 0;
        }
        this.answers = sum;
        this.majority = best;
        this.tied = sum == 0 ? 0 : bests;
    }

    /** The votes of everybody else: one less for this category, which somebody chose. */
    public ImageVotes without(int category) {
        int[] others = counts.clone();
        others[category]--;
        return new ImageVotes(others);
    }

    /**
     * Whether a category, which somebody chose, is the majority of everybody else. There is one answer to this in the whole
     * application, for flags, results and models alike.
     *
     * @return empty where nobody else answered
     */
    public Optional<Boolean> isMajorityOfOthers(int category) {
        OptionalInt others = without(category).majority();
        return others.isEmpty() ? Optional.empty() : Optional.of(others.getAsInt() == category);
    }

    /** How many chose a category, counted from 0. */
    public int votes(int category) {
        return category < 0 || category >= counts.length ? 0 : counts[category];
    }

    /** How many answered. */
    public int answers() {
        return answers;
    }

    /** The majority's category, counted from 0; empty where nobody answered. */
    public OptionalInt majority() {
        return answers == 0 ? OptionalInt.empty() : OptionalInt.of(majority);
    }

    /** How many categories share the first place; 0 where nobody answered. */
    public int tieWidth() {
        return tied;
    }

    /** Whether the majority is only the smallest of several. */
    public boolean isTied() {
        return tied > 1;
    }

    /** The votes for the majority: the score of an expression, compareM of a scale. */
    public int score() {
        return counts[majority];
    }

    /** The votes for the step above the majority, 0.25 more; 0 at the end of the scale. */
    public int scoreP() {
        return answers == 0 ? 0 : votes(majority + 1);
    }

    /** The votes for the step below the majority, 0.25 less; 0 at the end of the scale. */
    public int scoreM() {
        return answers == 0 ? 0 : votes(majority - 1);
    }

    /** The votes for the majority and the steps on both its sides. */
    public int scorePM() {
        return score() + scoreP() + scoreM();
    }

    /** The part of the answers that the majority got, 0 … 1. */
    public double share() {
        return answers == 0 ? Double.NaN : (double) score() / answers;
    }

    /** Shannon's entropy of the votes in nats: 0 where all agree, at most ln(categories). */
    public double entropy() {
        return answers == 0 ? Double.NaN : Entropy.of(counts);
    }
}
