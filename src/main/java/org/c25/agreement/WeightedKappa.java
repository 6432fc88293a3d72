package org.c25.agreement;

/**
 * Cohen's kappa of two series of categories, weighted by how far apart two answers are.
 *
 * <p>κ<sub>w</sub> = 1 − Σ v<sub>ij</sub> o<sub>ij</sub> / Σ v<sub>ij</sub> e<sub>ij</sub>, with v the disagreement of
 * categories i and j, o the share of pairs seen there, and e the share to be expected from the margins alone. Everything
 * is counted in whole numbers, so that only the last division rounds.
 *
 * <p>J. Cohen, A Coefficient of Agreement for Nominal Scales, Educational and Psychological Measurement 20(1), 1960,
 * 37–46; Weighted Kappa, Psychological Bulletin 70(4), 1968, 213–220.
 */
public final class WeightedKappa {

    /** The ways to weight how much two different categories disagree; equal ones never do. */
    public enum Weights {
        /** All different categories disagree equally: Cohen's kappa of 1960. */
        NOMINAL,
        /** Categories disagree by the number of steps between them. */
        LINEAR,
        /** Categories disagree by the square of the number of steps between them. */
        QUADRATIC;

        int disagreement(int one, int other) {
            int apart = Math.abs(one - other);
            return switch (this) {
                case NOMINAL -> Integer.signum(apart);
                case LINEAR -> apart;
                case QUADRATIC -> apart * apart;
            };
        }
    }

    private WeightedKappa() {}

    /**
     * @param a the first series: 0 … categories − 1, or −1 where there is no answer
     * @param b the second series, as long as a; a pair that lacks one of its answers is left out
     * @param categories how many categories there are, used or not
     * @return at most 1, or NaN where it is undefined: no pair, or all answers of both in one and the same category
     * @throws IllegalArgumentException if the lengths differ or a category is outside −1 … categories − 1
     */
    public static double of(int[] a, int[] b, int categories, Weights weights) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("two series of one length, not " + a.length + " and " + b.length);
        }
        int[][] pairs = new int[categories][categories];
        for (int i = 0; i < a.length; i++) {
            boolean first = isAnswer(a[i], categories);
            boolean second = isAnswer(b[i], categories);
            if (first && second) {
                pairs[a[i]][b[i]]++;
            }
        }
        return of(pairs, weights);
    }

    /**
     * Computes κ from a table.
     *
     * @param pairs how many pairs have these two categories
     */
    public static double of(int[][] pairs, Weights weights) {
        long all = 0;
        long seen = 0;
        long[] first = new long[pairs.length];
        long[] second = new long[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            for (int j = 0; j < pairs.length; j++) {
                all += pairs[i][j];
                seen += (long) weights.disagreement(i, j) * pairs[i][j];
                first[i] += pairs[i][j];
                second[j] += pairs[i][j];
            }
        }
        long expected = 0;
        for (int i = 0; i < pairs.length; i++) {
            for (int j = 0; j < pairs.length; j++) {
                expected += weights.disagreement(i, j) * first[i] * second[j];
            }
        }
        return expected == 0 ? Double.NaN : 1 - (double) all * seen / expected;
    }

    private static boolean isAnswer(int category, int categories) {
        if (category < -1 || category >= categories) {
            throw new IllegalArgumentException("a category is 0 … " + (categories - 1) + " or −1, not " + category);
        }
        return category >= 0;
    }
}
