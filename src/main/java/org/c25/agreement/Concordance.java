package org.c25.agreement;

/**
 * Lin's concordance correlation coefficient of two series. It says how near the points are to the line x = y.
 *
 * <p>ρ<sub>c</sub> = 2 s<sub>xy</sub> / (s<sub>x</sub>² + s<sub>y</sub>² + (x̄ − ȳ)²), with variances divided by n.
 *
 * <p>L. I-K. Lin, A Concordance Correlation Coefficient to Evaluate Reproducibility, Biometrics 45(1), 1989, 255–268.
 */
public final class Concordance {

    private Concordance() {}

    /**
     * @param x any numbers; NaN where one is missing
     * @param y as many numbers as x; a pair that lacks one of its numbers is left out
     * @return −1 … 1, or NaN where it is undefined: fewer than two pairs, or all of them at one and the same point x =
     *     y
     * @throws IllegalArgumentException if the lengths differ
     */
    public static double of(double[] x, double[] y) {
        return JointMoments.of(x, y).concordance();
    }
}
