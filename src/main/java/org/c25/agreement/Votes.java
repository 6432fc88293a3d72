package org.c25.agreement;

import java.util.Arrays;

/**
 * How many participants chose each category for one image.
 *
 * @param counts by category, in the categories' order; none negative
 */
public record Votes(int[] counts) {

    /** How many answered. */
    public int answers() {
        return Arrays.stream(counts).sum();
    }

    /** The category chosen most often; of several, the first (as pandas' {@code mode()[0]}). −1 without any answer. */
    public int majority() {
        int best = -1;
        for (int category = 0; category < counts.length; category++) {
            if (counts[category] > 0 && (best < 0 || counts[category] > counts[best])) {
                best = category;
            }
        }
        return best;
    }

    /** The votes for the majority: the score. 0 without any answer. */
    public int score() {
        return Arrays.stream(counts).max().orElse(0);
    }

    /** Whether several categories were chosen most often. */
    public boolean isTie() {
        int score = score();
        return score > 0
                && Arrays.stream(counts).filter(count -> count == score).count() > 1;
    }

    /** The share of the votes for a category, 0 … 1; NaN without any answer. */
    public double share(int category) {
        return (double) counts[category] / answers();
    }

    /** −Σ p ln p over the shares, in nats (Shannon 1948); NaN without any answer. */
    public double entropy() {
        int answers = answers();
        if (answers == 0) {
            return Double.NaN;
        }
        double entropy = 0;
        for (int count : counts) {
            if (count > 0) {
                double share = (double) count / answers;
                entropy -= share * Math.log(share);
            }
        }
        return entropy;
    }
}
