package org.c25.crowd;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How often labels are right where they are so sure (A. H. Murphy and R. L. Winkler, Reliability of Subjective Probability
 * Forecasts of Precipitation and Temperature, Applied Statistics 26(1), 1977, 41–47). The weighted mean distance between the two
 * is the expected error of {@link Calibration}.
 *
 * @param bins ten of equal width, by the confidence of the label, the least sure first
 */
public record ReliabilityCurve(List<Bin> bins) {

    /**
     * The answers that were foretold with about the same confidence. The last two are NaN where there are none.
     *
     * @param from the least confidence of the bin, 0 … 0.9; it is a tenth wide
     * @param answers how many they are
     * @param confidence the mean probability of the label, 0 … 1
     * @param right the share of answers that are the label, 0 … 1
     */
    public record Bin(double from, int answers, double confidence, double right) {}

    public static ReliabilityCurve of(Foretold foretold) {
        int[] answers = new int[Calibration.BINS];
        double[] confidence = new double[Calibration.BINS];
        double[] right = new double[Calibration.BINS];
        for (int pair = 0; pair < foretold.size(); pair++) {
            double[] label = foretold.label(pair);
            int best = SoftLabels.best(label);
            int bin = Calibration.bin(label[best]);
            answers[bin]++;
            confidence[bin] += label[best];
            right[bin] += best == foretold.answer(pair) ? 1 : 0;
        }
        return new ReliabilityCurve(IntStream.range(0, Calibration.BINS)
                .mapToObj(bin -> new Bin(
                        (double) bin / Calibration.BINS,
                        answers[bin],
                        confidence[bin] / answers[bin],
                        right[bin] / answers[bin]))
                .toList());
    }
}
