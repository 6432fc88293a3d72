package org.c25.reliability;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.c25.agreement.Answers;
import org.c25.agreement.ChanceCorrected;
import org.c25.agreement.ChanceCorrected.Weights;
import org.c25.agreement.Estimate;
import org.c25.agreement.Quantiles;

/**
 * How far κ between groups of raters would be another with other images and other raters. The variance over raters is that
 * of Fleiss' κ, by the jackknife that leaves out one rater after the other. What is of image and rater together counts in
 * both variances, so their sum is cautious.
 *
 * <p>B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap, 1993, chapter 11.
 *
 * @param ofRaters the variance of κ of one rater over raters; NaN below three raters
 */
record KappaOfOthers(int raters, int images, double ofRaters) {

    private static final int FEWEST_RATERS = 3;

    static KappaOfOthers of(Answers answers) {
        int raters = answers.raters();
        if (raters < FEWEST_RATERS) {
            return new KappaOfOthers(raters, answers.sharedImages(), Double.NaN);
        }
        double[] without = IntStream.range(0, raters)
                .mapToDouble(rater -> kappa(without(answers, rater)))
                .toArray();
        double mean = Arrays.stream(without).sum() / raters;
        double squares = 0;
        for (double one : without) {
            squares += (one - mean) * (one - mean);
        }
        return new KappaOfOthers(raters, answers.sharedImages(), squares * (raters - 1) / raters);
    }

    private static double kappa(Answers answers) {
        return ChanceCorrected.of(answers, Weights.IDENTITY).fleissKappa().value();
    }

    private static Answers without(Answers answers, int left) {
        byte[][] others = IntStream.range(0, answers.raters())
                .filter(rater -> rater != left)
                .mapToObj(answers::of)
                .toArray(byte[][]::new);
        return Answers.of(answers.categories(), answers.images(), others);
    }

    /**
     * Returns κ of groups of raters with its interval.
     *
     * @param one κ of groups of one rater
     * @param kappa κ of the groups
     * @param influences of each image on it, in the mean over the draws
     */
    Estimate estimate(double one, double kappa, double[] influences) {
        double ofImages = 0;
        for (double influence : influences) {
            ofImages += influence * influence;
        }
        ofImages /= (double) images * images;
        double carried = ofRaters * slope(one, kappa) * slope(one, kappa);
        double both = ofImages + carried;
        double freedom = both * both / (carried * carried / (raters - 1) + ofImages * ofImages / (images - 1));
        double reach = both == 0 ? 0 : Quantiles.t(freedom) * Math.sqrt(both);
        return new Estimate(kappa, Math.sqrt(both), kappa - reach, kappa + reach)
                .within(-1, 1)
                .restingOn(images);
    }

    /** Returns how fast κ of the groups grows with κ of one rater, along Spearman and Brown's curve through both. */
    private static double slope(double one, double kappa) {
        if (one <= 0 || kappa <= 0 || one >= 1 || kappa >= 1) {
            return 1;
        }
        double factor = SpearmanBrown.factor(one, kappa);
        double divisor = 1 + (factor - 1) * one;
        return factor / (divisor * divisor);
    }
}
