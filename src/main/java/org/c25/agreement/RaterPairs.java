package org.c25.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * All pairs of raters, each with the table of the answers that the two gave to the images that both answered. A table
 * has all that the coefficients of a pair need, in whole numbers, after one pass over the images.
 *
 * <p>A pair that shares too few images is left out of everything, since its coefficient could be anything. Means weight
 * the pairs by the number of images that they share.
 */
final class RaterPairs {

    private final int raters;
    private final int people;
    private final int images;
    private final int[][] shared;
    private final List<Pair> pairs = new ArrayList<>();

    /**
     * A pair that shares enough images.
     *
     * @param images how many images both answered
     */
    private record Pair(int one, int other, int images, int[][] table) {

        boolean has(int rater) {
            return one == rater || other == rater;
        }
    }

    RaterPairs(Answers answers) {
        this.raters = answers.comparable();
        this.people = answers.people();
        this.shared = new int[raters][raters];
        BitSet any = new BitSet();
        int most = answers.sharedImages();
        for (int one = 0; one < raters; one++) {
            for (int other = one + 1; other < raters; other++) {
                int[][] table = answers.table(one, other);
                int both = Arrays.stream(table).flatMapToInt(Arrays::stream).sum();
                shared[one][other] = both;
                shared[other][one] = both;
                if (Basis.isEnough(both, answers.images())) {
                    pairs.add(new Pair(one, other, both, table));
                    if (any.cardinality() < most) {
                        mark(answers.of(one), answers.of(other), any);
                    }
                }
            }
        }
        this.images = any.cardinality();
    }

    private static void mark(byte[] one, byte[] other, BitSet any) {
        for (int image = 0; image < one.length; image++) {
            if (one[image] >= 0 && other[image] >= 0) {
                any.set(image);
            }
        }
    }

    /** Returns how many people gave the answers. Where they are too many to be compared, there are no pairs of them. */
    int people() {
        return people;
    }

    boolean areCompared() {
        return raters == people;
    }

    /** Returns how many images have been answered by both raters of at least one pair. */
    int images() {
        return images;
    }

    /** Returns how many images both answered, enough or not, as rater × rater; 0 on the diagonal. */
    int[][] shared() {
        return shared;
    }

    /** Returns the mean of a coefficient over all pairs. */
    Spread spread(PairCoefficient coefficient) {
        return spread(pairs, coefficient);
    }

    /** Returns, for each rater, the mean of a coefficient over the pairs that they are in. */
    List<Spread> spreads(PairCoefficient coefficient) {
        List<Spread> spreads = new ArrayList<>();
        for (int rater = 0; rater < raters; rater++) {
            int who = rater;
            spreads.add(spread(pairs.stream().filter(pair -> pair.has(who)).toList(), coefficient));
        }
        return spreads;
    }

    private static Spread spread(List<Pair> some, PairCoefficient coefficient) {
        return Spread.of(
                some.stream().mapToDouble(pair -> coefficient.of(pair.table())).toArray(),
                some.stream().mapToDouble(Pair::images).toArray());
    }

    /** Returns a coefficient as rater × rater, symmetric; NaN on the diagonal, and where two have no coefficient. */
    double[][] matrix(PairCoefficient coefficient) {
        double[][] matrix = new double[raters][raters];
        for (double[] row : matrix) {
            Arrays.fill(row, Double.NaN);
        }
        for (Pair pair : pairs) {
            matrix[pair.one()][pair.other()] = coefficient.of(pair.table());
            matrix[pair.other()][pair.one()] = matrix[pair.one()][pair.other()];
        }
        return matrix;
    }
}
