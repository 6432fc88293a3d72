package org.c25.trainer.measures;

import java.util.Arrays;

/**
 * How well said values of a scale fit a reference, both in −1 … 1. The first two are NaN where there are fewer than two
 * images; the correlation also where one of the two is the same everywhere, and the CCC where both are, and are equal.
 *
 * @param images how many images have a reference
 * @param ccc L. I.-K. Lin 1989, with variances by n
 * @param pearson the correlation
 * @param rmse the root of the mean squared difference
 * @param bias the mean of said − reference
 */
public record ScaleMeasures(int images, double ccc, double pearson, double rmse, double bias) {

    public static ScaleMeasures of(double[] said, double[] reference) {
        int n = said.length;
        double x = 0;
        double y = 0;
        double squares = 0;
        for (int at = 0; at < n; at++) {
            x += said[at] / n;
            y += reference[at] / n;
            squares += (said[at] - reference[at]) * (said[at] - reference[at]) / n;
        }
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int at = 0; at < n; at++) {
            xx += (said[at] - x) * (said[at] - x) / n;
            yy += (reference[at] - y) * (reference[at] - y) / n;
            xy += (said[at] - x) * (reference[at] - y) / n;
        }
        // Of values that are all the same, rounding would leave a variance that is not quite 0.
        boolean varied = varies(said) && varies(reference);
        double apart = xx + yy + (x - y) * (x - y);
        return new ScaleMeasures(
                n,
                varied ? 2 * xy / apart : n < 2 || squares == 0 ? Double.NaN : 0,
                varied ? xy / Math.sqrt(xx * yy) : Double.NaN,
                n == 0 ? Double.NaN : Math.sqrt(squares),
                n == 0 ? Double.NaN : x - y);
    }

    private static boolean varies(double[] values) {
        return Arrays.stream(values).distinct().limit(2).count() > 1;
    }
}
