package org.c25.agreement;

/**
 * Lin's concordance correlation coefficient of two series: how near the points lie to the line x = y.
 *
 * <p>ρ<sub>c</sub> = 2 s<sub>xy</sub> / (s<sub>x</sub>² + s<sub>y</sub>² + (x̄ − ȳ)²), with variances divided by n.
 *
 * <p>L. I-K. Lin, A Concordance Correlation Coefficient to Evaluate Reproducibility, Biometrics 45(1), 1989, 255–268.
 */
public final class Concordance {

    private Concordance() {}

    /**
     * @param x any numbers; NaN where there is none
     * @param y as many as x; a pair that lacks one of its two is left out
     * @return −1 … 1, or NaN where it is undefined: fewer than two pairs, or all of them at one and the same point
     *     x = y
     * @throws IllegalArgumentException if the lengths differ
     */
    public static double of(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("two series of one length, not " + x.length + " and " + y.length);
        }
        int pairs = 0;
        double xShift = 0;
        double yShift = 0;
        double xMean = 0;
        double yMean = 0;
        double xSquares = 0;
        double ySquares = 0;
        double products = 0;
        for (int i = 0; i < x.length; i++) {
            if (Double.isNaN(x[i]) || Double.isNaN(y[i])) {
                continue;
            }
            if (pairs == 0) {
                // Counting from the first point keeps a series that never varies at a variance of exactly 0.
                xShift = x[i];
                yShift = y[i];
            }
            pairs++;
            double fromX = x[i] - xShift - xMean;
            double fromY = y[i] - yShift - yMean;
            xMean += fromX / pairs;
            yMean += fromY / pairs;
            double toY = y[i] - yShift - yMean;
            xSquares += fromX * (x[i] - xShift - xMean);
            ySquares += fromY * toY;
            products += fromX * toY;
        }
        double apart = xShift - yShift + xMean - yMean;
        double spread = xSquares + ySquares + pairs * apart * apart;
        return pairs < 2 || spread == 0 ? Double.NaN : 2 * products / spread;
    }
}
