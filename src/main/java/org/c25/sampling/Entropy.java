package org.c25.sampling;

import java.util.Arrays;

/** Computes Shannon's entropy (1948) of votes, in nats. */
public final class Entropy {

    private Entropy() {}

    /**
     * Returns the entropy. It depends on the numbers of votes alone, to the last digit, and not on which category has
     * which: the sum runs from the greatest number to the smallest.
     *
     * @param counts the number of votes by category, none negative
     * @return 0 … ln(categories); 0 without a vote
     */
    public static double of(int[] counts) {
        int[] ascending = counts.clone();
        Arrays.sort(ascending);
        int all = Arrays.stream(counts).sum();
        double entropy = 0;
        for (int i = ascending.length - 1; i >= 0 && ascending[i] > 0; i--) {
            double share = (double) ascending[i] / all;
            // Math.log may differ in the last digit from machine to machine.
            entropy -= share * StrictMath.log(share);
        }
        return entropy;
    }
}
