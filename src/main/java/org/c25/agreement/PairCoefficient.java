package org.c25.agreement;

import org.c25.agreement.WeightedKappa.Weights;

/**
 * The coefficients of how far two raters agree, computed from the table of how many images got each two categories from
 * them.
 */
enum PairCoefficient {
    /** The share of images that both gave the same category, 0 … 1; NaN without an image that both answered. */
    RAW_AGREEMENT,
    /** Cohen's kappa, by {@link WeightedKappa} with nominal weights. */
    COHEN_KAPPA,
    /** Lin's concordance, as in {@link Concordance}. */
    CONCORDANCE,
    /** Pearson's correlation; NaN where one of the two always gives the same answer. */
    PEARSON;

    /**
     * Computes the coefficient.
     *
     * @param table how many images got these two categories: category of the one × category of the other
     */
    double of(int[][] table) {
        return switch (this) {
            case RAW_AGREEMENT -> rawAgreement(table);
            case COHEN_KAPPA -> WeightedKappa.of(table, Weights.NOMINAL);
            case CONCORDANCE -> JointMoments.of(table).concordance();
            case PEARSON -> JointMoments.of(table).pearson();
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
}
