package org.c25.comparison;

import java.math.BigInteger;

/**
 * McNemar's exact test of whether two raters are equally often right about the same images. Only images on which one of
 * them is right and the other wrong say anything; under the null hypothesis either is right on such an image with
 * probability 1/2, so the counts are binomial.
 *
 * <p>Q. McNemar, Note on the Sampling Error of the Difference Between Correlated Proportions or Percentages,
 * Psychometrika 12(2), 1947, 153–157. The exact conditional form: M. W. Fagerland, S. Lydersen and P. Laake, The McNemar
 * Test for Binary Matched-Pairs Data, BMC Medical Research Methodology 13, 2013, 91.
 *
 * @param both on how many images both are right
 * @param first on how many the first alone is right
 * @param second on how many the second alone is right
 * @param neither on how many neither is right
 * @param p the two-sided probability of counts at least as unequal, 0 … 1; 1 where they never differ; NaN without
 *     images
 */
public record McNemar(int both, int first, int second, int neither, double p) {

    /**
     * Tests two raters.
     *
     * @param reference what is right: codes 0 … 7, or −1; images count that all three have a code of
     */
    static McNemar of(int[] reference, int[] one, int[] other) {
        int[] counts = new int[4];
        for (int i = 0; i < reference.length; i++) {
            if (reference[i] >= 0 && one[i] >= 0 && other[i] >= 0) {
                counts[(one[i] == reference[i] ? 0 : 2) + (other[i] == reference[i] ? 0 : 1)]++;
            }
        }
        return of(counts[0], counts[1], counts[2], counts[3]);
    }

    static McNemar of(int both, int first, int second, int neither) {
        double p = both + first + second + neither == 0 ? Double.NaN : twoSided(first, second);
        return new McNemar(both, first, second, neither, p);
    }

    /** Adds up binomial coefficients as whole numbers, so that only the division rounds, and no power vanishes. */
    private static double twoSided(int first, int second) {
        int differ = first + second;
        BigInteger ways = BigInteger.ZERO;
        BigInteger coefficient = BigInteger.ONE;
        for (int k = 0; k <= Math.min(first, second); k++) {
            ways = ways.add(coefficient);
            coefficient = coefficient.multiply(BigInteger.valueOf(differ - k)).divide(BigInteger.valueOf(k + 1L));
        }
        // 2 · ways / 2^differ, with 60 bits of the quotient behind the point of a number below 1.
        int bits = Math.max(0, ways.bitLength() - 60);
        double tail = ways.shiftRight(bits).doubleValue();
        return Math.min(1, Math.scalb(tail, bits + 1 - differ));
    }

    /** Returns on how many images one is right and the other wrong. */
    public int differ() {
        return first + second;
    }
}
