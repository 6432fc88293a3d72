package org.c25.agreement;

import java.util.Arrays;

/**
 * Krippendorff's α = 1 − D<sub>o</sub>/D<sub>e</sub>, for images of which some answers may be missing. An image counts
 * if at least two raters answered it. α is computed from a table of coincidences, to which every image adds its own.
 *
 * <p>K. Krippendorff, Computing Krippendorff's Alpha-Reliability, University of Pennsylvania, 2011.
 */
public final class KrippendorffAlpha {

    /** The ways to compute the squared difference of two categories. */
    public enum Metric {
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

    private final int categories;
    private final double[] coincidences;
    private final double[] totals;
    private double all;

    /** Makes an α to which no image has been added. */
    KrippendorffAlpha(int categories) {
        this.categories = categories;
        this.coincidences = new double[categories * categories];
        this.totals = new double[categories];
    }

    /**
     * Computes α.
     *
     * @return at most 1; NaN where it is undefined: no image with two answers, or all answers in one category
     */
    public static double of(Answers answers, Metric metric) {
        KrippendorffAlpha alpha = new KrippendorffAlpha(answers.categories());
        for (int[] image : answers.counts()) {
            alpha.add(image);
        }
        return alpha.of(metric);
    }

    /**
     * Adds an image.
     *
     * @param image how many raters chose each category
     */
    void add(int[] image) {
        int given = Arrays.stream(image).sum();
        if (given < 2) {
            return;
        }
        all += given;
        for (int c = 0; c < categories; c++) {
            totals[c] += image[c];
            for (int k = 0; k < categories; k++) {
                coincidences[c * categories + k] += image[c] * (image[k] - (c == k ? 1.0 : 0)) / (given - 1);
            }
        }
    }

    /** Adds an image so many times, as {@link #add(int[])} does once. */
    void add(int[] image, int times) {
        int given = 0;
        for (int votes : image) {
            given += votes;
        }
        if (given < 2) {
            return;
        }
        all += (double) times * given;
        double weight = (double) times / (given - 1);
        for (int c = 0; c < categories; c++) {
            if (image[c] > 0) {
                double votes = weight * image[c];
                int row = c * categories;
                totals[c] += (double) times * image[c];
                for (int k = 0; k < categories; k++) {
                    coincidences[row + k] += votes * image[k];
                }
                coincidences[row + c] -= votes;
            }
        }
    }

    /** Removes all images. */
    void clear() {
        all = 0;
        Arrays.fill(totals, 0);
        Arrays.fill(coincidences, 0);
    }

    double of(Metric metric) {
        double observed = 0;
        double expected = 0;
        for (int c = 0; c < categories; c++) {
            for (int k = 0; k < categories; k++) {
                double difference = metric.difference(c, k, totals);
                observed += coincidences[c * categories + k] * difference;
                expected += totals[c] * totals[k] * difference;
            }
        }
        return expected == 0 ? Double.NaN : 1 - (all - 1) * observed / expected;
    }
}
