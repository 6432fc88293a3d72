package org.c25.agreement;

/** Pearson's correlation of two series. It says how near the points are to any rising line. */
public final class Pearson {

    private Pearson() {}

    /**
     * @param x any numbers; NaN where one is missing
     * @param y as many numbers as x; a pair that lacks one of its numbers is left out
     * @return −1 … 1, or NaN where one of the two never varies
     * @throws IllegalArgumentException if the lengths differ
     */
    public static double of(double[] x, double[] y) {
        return JointMoments.of(x, y).pearson();
    }
}
