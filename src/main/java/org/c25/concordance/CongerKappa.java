package org.c25.concordance;

import org.c25.agreement.Answers;
import org.c25.agreement.ChanceCorrected;
import org.c25.agreement.ChanceCorrected.Weights;
import org.c25.agreement.Estimate;

/**
 * Conger's kappa, Cohen's for many raters: the agreement by chance is that of two different raters, each with their own
 * shares of the categories, in the mean over all pairs. Some answers may be missing. The standard error is Gwet's
 * linearised one, and the interval by t with n − 1 degrees of freedom.
 *
 * <p>A. J. Conger, Integration and Generalization of Kappas for Multiple Raters, Psychological Bulletin 88(2), 1980,
 * 322–328. K. L. Gwet, Handbook of Inter-Rater Reliability, 4th edition, 2014, chapters 2 and 5.
 */
final class CongerKappa {

    private CongerKappa() {}

    static Estimate of(Answers answers, Weights kind) {
        int raters = answers.raters();
        if (raters < 2) {
            return Estimate.UNDEFINED;
        }
        int categories = answers.categories();
        double[][] weights = kind.matrix(categories);
        int[] given = new int[raters];
        double[][] shares = new double[raters][categories];
        double[] sum = new double[categories];
        for (int rater = 0; rater < raters; rater++) {
            for (byte category : answers.of(rater)) {
                if (category >= 0) {
                    shares[rater][category]++;
                    given[rater]++;
                }
            }
            for (int k = 0; k < categories; k++) {
                shares[rater][k] /= given[rater];
                sum[k] += shares[rater][k];
            }
        }
        double pairs = raters * (raters - 1.0);
        double chance = 0;
        double[][] met = new double[raters][categories]; // the agreement of a category with all other raters' answers
        double[] own = new double[raters];
        for (int rater = 0; rater < raters; rater++) {
            for (int k = 0; k < categories; k++) {
                for (int l = 0; l < categories; l++) {
                    met[rater][k] += weights[k][l] * (sum[l] - shares[rater][l]);
                }
                own[rater] += shares[rater][k] * met[rater][k];
            }
            chance += own[rater] / pairs;
        }
        return ChanceCorrected.of(answers, kind).beyond(chance, moves(answers, given, met, own), -1);
    }

    /** Returns how far each answered image moves the agreement by chance. */
    private static double[] moves(Answers answers, int[] given, double[][] met, double[] own) {
        double pairs = answers.raters() * (answers.raters() - 1.0);
        double[] moves = new double[answers.images()];
        boolean[] answered = new boolean[moves.length];
        int images = 0;
        for (int image = 0; image < moves.length; image++) {
            for (int rater = 0; rater < given.length; rater++) {
                int category = answers.of(rater)[image];
                if (category >= 0) {
                    moves[images] += 2 * (met[rater][category] - own[rater]) / pairs / given[rater];
                    answered[image] = true;
                }
            }
            images += answered[image] ? 1 : 0;
        }
        double[] some = new double[images];
        for (int i = 0; i < images; i++) {
            some[i] = images * moves[i];
        }
        return some;
    }
}
