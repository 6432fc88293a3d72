package org.c25.agreement;

/**
 * Krippendorff's α = 1 − D<sub>o</sub>/D<sub>e</sub>, with whatever answers there are: an image counts that at least two
 * raters answered.
 *
 * <p>K. Krippendorff, Computing Krippendorff's Alpha-Reliability, University of Pennsylvania, 2011.
 */
final class KrippendorffAlpha {

    /** The squared difference of two categories. */
    enum Metric {
        NOMINAL,
        ORDINAL,
        INTERVAL;

        /** @param totals how often each category was given */
        private double difference(int one, int other, double[] totals) {
            return switch (this) {
                case NOMINAL -> one == other ? 0 : 1;
                case INTERVAL -> (double) (one - other) * (one - other);
                case ORDINAL -> {
                    double between = -(totals[one] + totals[other]) / 2;
                    for (int g = Math.min(one, other); g <= Math.max(one, other); g++) {
                        between += totals[g];
                    }
                    yield between * between;
                }
            };
        }
    }

    private KrippendorffAlpha() {}

    /** @return at most 1; NaN where it is undefined: no image with two answers, or all answers in one category */
    static double of(Answers answers, Metric metric) {
        int categories = answers.categories();
        double[][] coincidences = new double[categories][categories];
        double[] totals = new double[categories];
        double all = 0;
        for (int[] image : answers.counts()) {
            int given = 0;
            for (int votes : image) {
                given += votes;
            }
            if (given < 2) {
                continue;
            }
            all += given;
            for (int c = 0; c < categories; c++) {
                totals[c] += image[c];
                for (int k = 0; k < categories; k++) {
                    coincidences[c][k] += image[c] * (image[k] - (c == k ? 1.0 : 0)) / (given - 1);
                }
            }
        }
        double observed = 0;
        double expected = 0;
        for (int c = 0; c < categories; c++) {
            for (int k = 0; k < categories; k++) {
                double difference = metric.difference(c, k, totals);
                observed += coincidences[c][k] * difference;
                expected += totals[c] * totals[k] * difference;
            }
        }
        return expected == 0 ? Double.NaN : 1 - (all - 1) * observed / expected;
    }
}
