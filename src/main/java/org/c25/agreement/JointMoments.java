package org.c25.agreement;

/**
 * The variances and the covariance of two series. All four figures have the same unit, and no coefficient depends on
 * it: they are n times, or n² times, what their names say.
 *
 * @param n how many pairs there are
 * @param xx the variance of the first
 * @param yy the variance of the second
 * @param xy their covariance
 * @param apart the squared difference of their means
 */
record JointMoments(long n, double xx, double yy, double xy, double apart) {

    /** Computes the moments of two series. A pair that lacks one of its numbers (NaN) is left out. */
    static JointMoments of(double[] x, double[] y) {
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
                // Differences from the first point are summed, so that a series that never varies has a variance of
                // exactly 0.
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
        return new JointMoments(pairs, xSquares, ySquares, products, pairs * apart * apart);
    }

    /**
     * Computes the moments of the pairs in a table.
     *
     * @param table how often the first is i and the second j, both from 0, at {@code [i][j]}
     */
    static JointMoments of(int[][] table) {
        long n = 0;
        long x = 0;
        long y = 0;
        long xx = 0;
        long yy = 0;
        long xy = 0;
        for (int i = 0; i < table.length; i++) {
            for (int j = 0; j < table.length; j++) {
                long count = table[i][j];
                n += count;
                x += count * i;
                y += count * j;
                xx += count * i * i;
                yy += count * j * j;
                xy += count * i * j;
            }
        }
        return new JointMoments(n, n * xx - x * x, n * yy - y * y, n * xy - x * y, (double) (x - y) * (x - y));
    }

    /** Returns Lin's concordance; NaN for fewer than two pairs, and where all are at one and the same point x = y. */
    double concordance() {
        double spread = xx + yy + apart;
        return n < 2 || spread == 0 ? Double.NaN : 2 * xy / spread;
    }

    /** Returns Pearson's correlation; NaN where one of the two never varies. */
    double pearson() {
        return xx == 0 || yy == 0 ? Double.NaN : xy / (Math.sqrt(xx) * Math.sqrt(yy));
    }
}
