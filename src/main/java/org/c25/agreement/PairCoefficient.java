package org.c25.agreement;

import java.util.Arrays;
import org.c25.agreement.WeightedKappa.Weights;

/**
 * The coefficients of how far two raters agree, computed from the table of how many images got each two categories from
 * them.
 */
public enum PairCoefficient {
    /** The share of images that both gave the same category, 0 … 1; NaN without an image that both answered. */
    RAW_AGREEMENT,
    /** Cohen's kappa, by {@link WeightedKappa} with nominal weights. */
    COHEN_KAPPA,
    /** Cohen's kappa, weighted by the steps between two answers. */
    LINEAR_KAPPA,
    /** Cohen's kappa, weighted by the squares of the steps between two answers. */
    QUADRATIC_KAPPA,
    /**
     * Scott's pi: as kappa, with one distribution of the categories for both raters. W. A. Scott, Reliability of Content
     * Analysis: The Case of Nominal Scale Coding, Public Opinion Quarterly 19(3), 1955, 321–325.
     */
    SCOTT_PI,
    /** Lin's concordance, as in {@link Concordance}. */
    CONCORDANCE,
    /** Pearson's correlation; NaN where one of the two always gives the same answer. */
    PEARSON;

    /**
     * Computes the coefficient.
     *
     * @param table how many images got these two categories: category of the one × category of the other
     */
    public double of(int[][] table) {
        return switch (this) {
            case RAW_AGREEMENT -> rawAgreement(table);
            case COHEN_KAPPA -> WeightedKappa.of(table, Weights.NOMINAL);
            case LINEAR_KAPPA -> WeightedKappa.of(table, Weights.LINEAR);
            case QUADRATIC_KAPPA -> WeightedKappa.of(table, Weights.QUADRATIC);
            case SCOTT_PI -> scottPi(table);
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

    private static double scottPi(int[][] table) {
        double all = Arrays.stream(table).flatMapToInt(Arrays::stream).sum();
        double chance = 0;
        for (int category = 0; category < table.length; category++) {
            double given = 0;
            for (int other = 0; other < table.length; other++) {
                given += table[category][other] + table[other][category];
            }
            chance += given * given / (4 * all * all);
        }
        return chance > 1 - 1e-12 ? Double.NaN : (rawAgreement(table) - chance) / (1 - chance);
    }
}
