package org.c25.reliability;

import java.util.stream.IntStream;
import org.c25.agreement.Answers;
import org.c25.agreement.ChanceCorrected;
import org.c25.agreement.ChanceCorrected.Weights;
import org.c25.agreement.Estimate;
import org.c25.agreement.Quantiles;

/**
 * How far κ of two raters would be another with other images and other raters: Fleiss' κ, with the variance over images
 * by Gwet's linearised one, and that over raters by the jackknife that leaves out one rater after the other; their sum
 * has Satterthwaite's degrees of freedom. What is of image and rater together counts in both, so it is cautious.
 *
 * <p>K. L. Gwet, Handbook of Inter-Rater Reliability, 4th edition, 2014, chapter 5. B. Efron and R. J. Tibshirani, An
 * Introduction to the Bootstrap, 1993, chapter 11.
 */
final class KappaOfOthers {

    private static final int FEWEST_RATERS = 3;

    private KappaOfOthers() {}

    /** Returns half of the width of the 95 % interval; NaN below three raters, or where κ is undefined. */
    static double reach(Answers answers) {
        int raters = answers.raters();
        Estimate all = kappa(answers);
        if (raters < FEWEST_RATERS || !all.isDefined()) {
            return Double.NaN;
        }
        double[] without = IntStream.range(0, raters)
                .mapToDouble(rater -> kappa(without(answers, rater)).value())
                .toArray();
        double mean =
                IntStream.range(0, raters).mapToDouble(rater -> without[rater]).sum() / raters;
        double squares = 0;
        for (double one : without) {
            squares += (one - mean) * (one - mean);
        }
        double ofRaters = squares * (raters - 1) / raters;
        double ofImages = all.standardError() * all.standardError();
        double both = ofRaters + ofImages;
        double freedom =
                both * both / (ofRaters * ofRaters / (raters - 1) + ofImages * ofImages / (answers.sharedImages() - 1));
        return both == 0 ? 0 : Quantiles.t(freedom) * Math.sqrt(both);
    }

    private static Estimate kappa(Answers answers) {
        return ChanceCorrected.of(answers, Weights.IDENTITY).fleissKappa();
    }

    private static Answers without(Answers answers, int left) {
        byte[][] others = IntStream.range(0, answers.raters())
                .filter(rater -> rater != left)
                .mapToObj(answers::of)
                .toArray(byte[][]::new);
        return Answers.of(answers.categories(), answers.images(), others);
    }
}
