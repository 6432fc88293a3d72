package org.c25.comparison;

import org.c25.agreement.Concordance;
import org.c25.agreement.Pearson;

/**
 * The figures that say how near a rater's valence or arousal is to a reference. An undefined figure is NaN.
 *
 * @param images the images of which both have a value; all the rest rests on these
 * @param ccc Lin's concordance (Lin 1989)
 * @param pearson the correlation; undefined where one of the two never varies
 * @param rmse the root of the mean squared difference
 * @param mae the mean absolute difference
 * @param bias the mean of rater less reference
 * @param sagr the share of images with the same sign; 0 counts as a sign of its own (Nicolaou, Gunes and Pantic 2011)
 */
public record ScaleFigures(int images, double ccc, double pearson, double rmse, double mae, double bias, double sagr) {

    /**
     * Compares a rater with a reference.
     *
     * @param reference −1 … 1, or NaN; of the same length as the values of the rater
     */
    public static ScaleFigures of(double[] reference, double[] rater) {
        int images = 0;
        int sameSign = 0;
        double squares = 0;
        double apart = 0;
        double sum = 0;
        for (int i = 0; i < reference.length; i++) {
            double difference = rater[i] - reference[i];
            if (!Double.isNaN(difference)) {
                images++;
                squares += difference * difference;
                apart += Math.abs(difference);
                sum += difference;
                sameSign += Math.signum(rater[i]) == Math.signum(reference[i]) ? 1 : 0;
            }
        }
        if (images == 0) {
            return new ScaleFigures(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        return new ScaleFigures(
                images,
                Concordance.of(reference, rater),
                Pearson.of(reference, rater),
                Math.sqrt(squares / images),
                apart / images,
                sum / images,
                (double) sameSign / images);
    }
}
