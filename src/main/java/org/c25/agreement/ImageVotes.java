package org.c25.agreement;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.c25.affect.Dimension;
import org.c25.ratings.Ratings;
import org.c25.sampling.Entropy;

/**
 * The votes for one image in one dimension.
 *
 * <p>The majority is the most frequent category, the smallest of them on a tie, as in pandas' {@code mode(axis=1)[0]}.
 * Where nobody answered there is no majority, the counts are 0, and share and entropy are NaN.
 */
public final class ImageVotes {

    private final int[] counts;
    private final int answers;
    private final int majority;
    private final int tied;

    /** Returns the votes for each image, in the order of the set. */
    public static List<ImageVotes> of(Ratings ratings, Dimension dimension) {
        return Answers.of(ratings, dimension).votes();
    }

    /** @param counts the votes by category, none negative; the array is taken over, not copied */
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

    /** Returns the votes of everybody else: one vote less for this category, which somebody chose. */
    public ImageVotes without(int category) {
        int[] others = counts.clone();
        others[category]--;
        return new ImageVotes(others);
    }

    /**
     * Whether a category, which somebody chose, is the majority of everybody else. Flags, results and models all ask
     * here, so that they say the same.
     *
     * @return empty where nobody else answered
     */
    public Optional<Boolean> isMajorityOfOthers(int category) {
        OptionalInt others = without(category).majority();
        return others.isEmpty() ? Optional.empty() : Optional.of(others.getAsInt() == category);
    }

    /** Returns how many people chose a category, counted from 0. */
    public int votes(int category) {
        return category < 0 || category >= counts.length ? 0 : counts[category];
    }

    /** Returns how many people answered. */
    public int answers() {
        return answers;
    }

    /** Returns the majority's category, counted from 0; empty where nobody answered. */
    public OptionalInt majority() {
        return answers == 0 ? OptionalInt.empty() : OptionalInt.of(majority);
    }

    /** Returns how many categories share the most votes; 0 where nobody answered. */
    public int tieWidth() {
        return tied;
    }

    /** Whether the majority is only the smallest of several categories with the most votes. */
    public boolean isTied() {
        return tied > 1;
    }

    /** Returns the votes for the majority: the score of an expression, compareM of a scale. */
    public int score() {
        return counts[majority];
    }

    /** Returns the votes for the step above the majority, 0.25 more; 0 at the end of the scale. */
    public int scoreP() {
        return answers == 0 ? 0 : votes(majority + 1);
    }

    /** Returns the votes for the step below the majority, 0.25 less; 0 at the end of the scale. */
    public int scoreM() {
        return answers == 0 ? 0 : votes(majority - 1);
    }

    /** Returns the votes for the majority and for the steps on both its sides. */
    public int scorePM() {
        return score() + scoreP() + scoreM();
    }

    /** Returns the share of the answers that the majority got, 0 … 1. */
    public double share() {
        return answers == 0 ? Double.NaN : (double) score() / answers;
    }

    /** Returns Shannon's entropy of the votes in nats: 0 where all agree, at most ln(categories). */
    public double entropy() {
        return answers == 0 ? Double.NaN : Entropy.of(counts);
    }
}
