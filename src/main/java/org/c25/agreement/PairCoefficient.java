package org.c25.agreement;

import org.c25.agreement.WeightedKappa.Weights;

/** What tells how far two raters agree, from the table of how many images got each two categories from them. */
enum PairCoefficient {
    /** The share of images that both gave the same category, 0 … 1; NaN without an image that both answered. */
    RAW_AGREEMENT,
    /** Cohen's kappa, {@link WeightedKappa}. */
    COHEN_KAPPA,
    /** Lin's concordance, {@link Concordance}. */
    CONCORDANCE,
    /** Pearson's correlation; NaN where one of the two always gives the same answer. */
    PEARSON;

    /** @param table category of the one × category of the other */
    double of(int[][] table) {
        return switch (this) {
            case RAW_AGREEMENT -> rawAgreement(table);
            case COHEN_KAPPA -> WeightedKappa.of(table, Weights.NOMINAL);
            case CONCORDANCE -> Moments.of(table).concordance();
            case PEARSON -> Moments.of(table).pearson();
        };
    }

    private static double rawAgreement(int[][] table) {
        long all = 0;
        long same = 0;
        for (int category = 0; category < table.length; category++) {
            same += table[category][category];
            for (int count : table[category]) {
                all += count;
            }
        }
        return all == 0 ? Double.NaN : (double) same / all;
    }

    /**
     * @param n pairs of answers
     * @param xx n² times the variance of the first, by n
     * @param yy that of the second
     * @param xy n² times their covariance
     * @param apart n times the difference of their means
     */
    private record Moments(long n, long xx, long yy, long xy, long apart) {

        static Moments of(int[][] table) {
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
            return new Moments(n, n * xx - x * x, n * yy - y * y, n * xy - x * y, x - y);
        }

        double concordance() {
            long spread = xx + yy + apart * apart;
            return n < 2 || spread == 0 ? Double.NaN : 2.0 * xy / spread;
        }

        double pearson() {
            return xx == 0 || yy == 0 ? Double.NaN : xy / (Math.sqrt(xx) * Math.sqrt(yy));
        }
    }
}
