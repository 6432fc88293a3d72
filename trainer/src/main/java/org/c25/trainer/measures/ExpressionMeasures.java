package org.c25.trainer.measures;

import java.util.ArrayList;
import java.util.List;
import org.c25.trainer.answers.Expressions;

/**
 * How well said expressions fit a reference. What nobody knows (no image, no image of a class) is NaN.
 *
 * @param images how many images have a reference
 * @param confusion counts: reference (rows) × said (columns), by C25 code
 * @param accuracy the share of images that are right
 * @param kappa J. Cohen 1960
 * @param macroF1 the mean of F1 over the classes that occur in the reference; a class that is never said has 0
 * @param recall of each class the share that is right, by C25 code
 * @param calibrationError the expected calibration error in ten bins of the greatest share (C. Guo et al. 2017); NaN without
 *     shares
 */
public record ExpressionMeasures(
        int images,
        int[][] confusion,
        double accuracy,
        double kappa,
        double macroF1,
        double[] recall,
        double calibrationError) {

    private static final int BINS = 10;

    /** One image. {@code confidence} is the share of the said class, NaN if there is none. */
    public record Pair(int reference, int said, double confidence) {}

    public static ExpressionMeasures of(List<Pair> pairs) {
        int[][] confusion = new int[Expressions.COUNT][Expressions.COUNT];
        pairs.forEach(pair -> confusion[pair.reference][pair.said]++);
        double n = pairs.size();
        double right = 0;
        double chance = 0;
        double f1 = 0;
        int classes = 0;
        double[] recall = new double[Expressions.COUNT];
        for (int code = 0; code < Expressions.COUNT; code++) {
            double there = row(confusion, code);
            double said = column(confusion, code);
            right += confusion[code][code];
            chance += there * said / n / n;
            recall[code] = confusion[code][code] / there;
            if (there > 0) {
                f1 += 2 * confusion[code][code] / (there + said);
                classes++;
            }
        }
        double accuracy = right / n;
        return new ExpressionMeasures(
                pairs.size(),
                confusion,
                accuracy,
                (accuracy - chance) / (1 - chance),
                f1 / classes,
                recall,
                calibrationError(pairs));
    }

    private static int row(int[][] confusion, int code) {
        int sum = 0;
        for (int one : confusion[code]) {
            sum += one;
        }
        return sum;
    }

    private static int column(int[][] confusion, int code) {
        int sum = 0;
        for (int[] row : confusion) {
            sum += row[code];
        }
        return sum;
    }

    private static double calibrationError(List<Pair> pairs) {
        double[] right = new double[BINS];
        double[] confidence = new double[BINS];
        for (Pair pair : pairs) {
            if (Double.isNaN(pair.confidence)) {
                return Double.NaN;
            }
            int bin = Math.min(BINS - 1, (int) (pair.confidence * BINS));
            confidence[bin] += pair.confidence;
            right[bin] += pair.reference == pair.said ? 1 : 0;
        }
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(right[bin] - confidence[bin]);
        }
        return error / pairs.size();
    }

    /** Returns the C25 codes of classes that occur and are never recognised. */
    public List<Integer> lost() {
        List<Integer> lost = new ArrayList<>();
        for (int code = 0; code < recall.length; code++) {
            if (recall[code] == 0) {
                lost.add(code);
            }
        }
        return lost;
    }
}
