package org.c25.agreement;

/**
 * Agreement of many raters beyond what chance would give, (P − P<sub>e</sub>) / (1 − P<sub>e</sub>): Fleiss' kappa, and
 * Gwet's AC1 and AC2, over the images that every rater answered.
 *
 * <p>P is the mean over the images of the weighted share of agreeing pairs of raters. They differ in chance: Fleiss takes
 * Σ w<sub>kl</sub> p<sub>k</sub> p<sub>l</sub>, Gwet Σ w<sub>kl</sub> · Σ p<sub>k</sub>(1 − p<sub>k</sub>) / (q(q − 1)).
 * The standard error is Gwet's linearised one, and the interval is by t with N − 1.
 *
 * <p>J. L. Fleiss, Measuring Nominal Scale Agreement Among Many Raters, Psychological Bulletin 76(5), 1971, 378–382. K. L.
 * Gwet, Handbook of Inter-Rater Reliability, 4th edition, 2014, chapters 2, 3 and 5.
 */
final class ChanceCorrected {

    /** How much two categories agree, 1 for the same and 0 for the farthest apart (Gwet 2014, chapter 3). */
    enum Weights {
        IDENTITY,
        LINEAR,
        QUADRATIC,
        /** By the number of pairs of categories between the two, (d + 1)d/2. */
        ORDINAL;

        double[][] matrix(int categories) {
            double[][] weights = new double[categories][categories];
            for (int k = 0; k < categories; k++) {
                for (int l = 0; l < categories; l++) {
                    weights[k][l] = k == l ? 1 : 1 - (double) apart(Math.abs(k - l)) / apart(categories - 1);
                }
            }
            return weights;
        }

        private int apart(int steps) {
            return switch (this) {
                case IDENTITY -> 1;
                case LINEAR -> steps;
                case QUADRATIC -> steps * steps;
                case ORDINAL -> steps * (steps + 1) / 2;
            };
        }
    }

    private final int[][] counts;
    private final int raters;
    private final double[][] weights;
    private final double[] shares;
    private final double[] agreements;
    private final double percentAgreement;

    private ChanceCorrected(int[][] counts, int raters, int categories, Weights weights) {
        this.counts = counts;
        this.raters = raters;
        this.weights = weights.matrix(categories);
        this.shares = shares(categories);
        this.agreements = new double[counts.length];
        double sum = 0;
        for (int image = 0; image < counts.length; image++) {
            agreements[image] = agreement(counts[image]);
            sum += agreements[image];
        }
        this.percentAgreement = sum / counts.length;
    }

    static ChanceCorrected of(Answers answers, Weights weights) {
        return new ChanceCorrected(answers.completeCounts(), answers.raters(), answers.categories(), weights);
    }

    private double[] shares(int categories) {
        double[] shares = new double[categories];
        for (int k = 0; k < categories; k++) {
            long votes = 0;
            for (int[] image : counts) {
                votes += image[k];
            }
            shares[k] = (double) votes / ((long) counts.length * raters);
        }
        return shares;
    }

    private double agreement(int[] votes) {
        double pairs = 0;
        for (int k = 0; k < votes.length; k++) {
            if (votes[k] > 0) {
                double weighted = -1;
                for (int l = 0; l < votes.length; l++) {
                    weighted += weights[k][l] * votes[l];
                }
                pairs += votes[k] * weighted;
            }
        }
        return pairs / ((double) raters * (raters - 1));
    }

    /** The images that it all rests on. */
    int images() {
        return counts.length;
    }

    /** The weighted share of agreeing pairs, 0 … 1; NaN without two raters or without an image that all answered. */
    double percentAgreement() {
        return raters < 2 ? Double.NaN : percentAgreement;
    }

    Estimate fleissKappa() {
        double[] met = new double[shares.length];
        for (int k = 0; k < met.length; k++) {
            for (int l = 0; l < met.length; l++) {
                met[k] += weights[k][l] * shares[l];
            }
        }
        return estimate(met);
    }

    Estimate gwetAc() {
        double all = 0;
        for (double[] row : weights) {
            for (double weight : row) {
                all += weight;
            }
        }
        double[] met = new double[shares.length];
        for (int k = 0; k < met.length; k++) {
            met[k] = all / (met.length * (met.length - 1.0)) * (1 - shares[k]);
        }
        return estimate(met);
    }

    /** @param met how much agreement by chance a vote for each category meets */
    private Estimate estimate(double[] met) {
        if (raters < 2 || counts.length == 0) {
            return Estimate.UNDEFINED;
        }
        double chance = 0;
        for (int k = 0; k < met.length; k++) {
            chance += shares[k] * met[k];
        }
        double left = 1 - chance;
        if (left < 1e-12) {
            return Estimate.UNDEFINED; // one category alone: chance agrees, too
        }
        double value = (percentAgreement - chance) / left;
        double squares = 0;
        for (int image = 0; image < counts.length; image++) {
            double here = 0;
            for (int k = 0; k < met.length; k++) {
                here += counts[image][k] * met[k];
            }
            double linearised = (agreements[image] - chance) / left - 2 * (1 - value) * (here / raters - chance) / left;
            squares += (linearised - value) * (linearised - value);
        }
        double error = Math.sqrt(squares / (counts.length * (counts.length - 1.0)));
        double reach = Quantiles.t(counts.length - 1.0) * error;
        return new Estimate(value, error, value - reach, value + reach);
    }
}
