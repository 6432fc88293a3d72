package org.c25.agreement;

import java.util.Arrays;

/**
 * The agreement of many raters beyond what chance would give, (P − P<sub>e</sub>) / (1 − P<sub>e</sub>): Fleiss' kappa,
 * and Gwet's AC1 and AC2. Some answers may be missing.
 *
 * <p>P is the mean of the weighted share of agreeing pairs of raters over the n′ images that at least two answered, and
 * p<sub>k</sub> the mean share of a category over the n images that anybody answered. The coefficients differ in
 * P<sub>e</sub>, the agreement by chance: Fleiss takes Σ w<sub>kl</sub> p<sub>k</sub> p<sub>l</sub>, Gwet Σ
 * w<sub>kl</sub> · Σ p<sub>k</sub>(1 − p<sub>k</sub>) / (q(q − 1)). The standard error is Gwet's linearised one, and
 * the interval is by t with n − 1 degrees of freedom, cut to the range of the coefficient.
 *
 * <p>J. L. Fleiss, Measuring Nominal Scale Agreement Among Many Raters, Psychological Bulletin 76(5), 1971, 378–382. K.
 * L. Gwet, Handbook of Inter-Rater Reliability, 4th edition, 2014, chapters 2, 3 and 5.
 */
public final class ChanceCorrected {

    /**
     * The ways to weight how much two categories agree, 1 for the same and 0 for the farthest apart (Gwet 2014, chapter
     * 3).
     */
    public enum Weights {
        IDENTITY,
        LINEAR,
        QUADRATIC,
        /** Weights by the number of pairs of categories between the two, (d + 1)d/2. */
        ORDINAL;

        /** Returns how much each two categories agree, 0 … 1. */
        public double[][] matrix(int categories) {
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
    private final int[] answers;
    private final Weights kind;
    private final double[][] weights;
    private final double[] shares;
    private final double[] agreements;
    private final int shared;
    private final double agreement;

    private ChanceCorrected(int[][] counts, int categories, Weights kind) {
        this.counts = counts;
        this.answers = Arrays.stream(counts).mapToInt(ChanceCorrected::sum).toArray();
        this.kind = kind;
        this.weights = kind.matrix(categories);
        this.shares = new double[categories];
        this.agreements = new double[counts.length];
        int images = 0;
        double sum = 0;
        for (int image = 0; image < counts.length; image++) {
            for (int k = 0; k < categories; k++) {
                shares[k] += (double) counts[image][k] / answers[image] / counts.length;
            }
            if (answers[image] >= 2) {
                agreements[image] = agreement(counts[image], answers[image]);
                sum += agreements[image];
                images++;
            }
        }
        this.shared = images;
        this.agreement = sum / images;
    }

    public static ChanceCorrected of(Answers answers, Weights weights) {
        int[][] answered =
                Arrays.stream(answers.counts()).filter(image -> sum(image) > 0).toArray(int[][]::new);
        return new ChanceCorrected(answered, answers.categories(), weights);
    }

    private static int sum(int[] votes) {
        int sum = 0;
        for (int some : votes) {
            sum += some;
        }
        return sum;
    }

    private double agreement(int[] votes, int given) {
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
        return pairs / ((double) given * (given - 1));
    }

    /** Returns the weighted share of agreeing pairs, 0 … 1: the agreement before the part by chance is subtracted. */
    public Estimate percentAgreement() {
        return estimate(new double[shares.length], 0);
    }

    public Estimate fleissKappa() {
        double[] met = new double[shares.length];
        for (int k = 0; k < met.length; k++) {
            for (int l = 0; l < met.length; l++) {
                met[k] += weights[k][l] * shares[l];
            }
        }
        return estimate(met, leastKappa());
    }

    /**
     * Returns the least value that κ can have. For m raters, κ is at least −1/(m − 1), since the mean square of the
     * images' shares is no less than the square of their mean. That does not hold if some images have one answer, which
     * count in the latter alone.
     */
    private double leastKappa() {
        int fewest = Arrays.stream(answers).min().orElse(0);
        return kind == Weights.IDENTITY && fewest >= 2 ? -1.0 / (fewest - 1) : -1;
    }

    public Estimate gwetAc() {
        double[] met = new double[shares.length];
        for (int k = 0; k < met.length; k++) {
            met[k] = all() / (met.length * (met.length - 1.0)) * (1 - shares[k]);
        }
        return estimate(met, -1);
    }

    /**
     * Returns Brennan and Prediger's coefficient: by chance, all categories come equally often.
     *
     * <p>R. L. Brennan and D. J. Prediger, Coefficient Kappa: Some Uses, Misuses, and Alternatives, Educational and
     * Psychological Measurement 41(3), 1981, 687–699.
     */
    public Estimate brennanPrediger() {
        double[] met = new double[shares.length];
        Arrays.fill(met, all() / (met.length * (double) met.length));
        return estimate(met, -1);
    }

    private double all() {
        return Arrays.stream(weights).flatMapToDouble(Arrays::stream).sum();
    }

    /**
     * Computes a coefficient, its standard error and its interval.
     *
     * @param met how much agreement by chance a vote for each category meets
     * @param least the least value that the coefficient can have; it is never less than without any agreement,
     *     −P<sub>e</sub>/(1 − P<sub>e</sub>)
     */
    private Estimate estimate(double[] met, double least) {
        double chance = 0;
        for (int k = 0; k < met.length; k++) {
            chance += shares[k] * met[k];
        }
        double[] moves = new double[counts.length];
        for (int image = 0; image < moves.length; image++) {
            double here = 0;
            for (int k = 0; k < met.length; k++) {
                here += counts[image][k] * met[k];
            }
            moves[image] = 2 * (here / answers[image] - chance);
        }
        return beyond(chance, moves, least);
    }

    /**
     * Computes the coefficient for an agreement by chance that is known, its standard error and its interval.
     *
     * @param chance the agreement by chance, P<sub>e</sub>
     * @param moves how far each image that anybody answered moves P<sub>e</sub>: its linearised part, 0 in the mean
     * @param least the least value that the coefficient can have; it is never less than without any agreement
     */
    public Estimate beyond(double chance, double[] moves, double least) {
        double left = 1 - chance;
        if (shared == 0 || left < 1e-12) {
            return Estimate.UNDEFINED; // nothing to compare; or all chose one category, and chance agrees, too
        }
        double value = (agreement - chance) / left;
        double images = counts.length;
        double squares = 0;
        for (int image = 0; image < counts.length; image++) {
            double beyond = answers[image] < 2 ? 0 : images / shared * (agreements[image] - chance) / left;
            double linearised = beyond - (1 - value) * moves[image] / left;
            squares += (linearised - value) * (linearised - value);
        }
        double error = Math.sqrt(squares / (images * (images - 1)));
        double reach = Quantiles.t(images - 1) * error;
        return new Estimate(value, error, value - reach, value + reach).within(Math.max(least, (0 - chance) / left), 1);
    }
}
