package org.c25.trainer.pictures;

import java.util.Arrays;

/** Of a row of pixels that gets another length: which old pixels make each new one, and with which weights (their sum is 1). */
final class Taps {

    private final int[] first;
    private final double[][] weights;

    private Taps(int to) {
        first = new int[to];
        weights = new double[to][];
    }

    /** The two old pixels whose centres lie around the new one's; at the edges the outermost alone. */
    static Taps nearestTwo(int from, int to) {
        Taps taps = new Taps(to);
        double scale = (double) from / to;
        for (int i = 0; i < to; i++) {
            double at = Math.min(from - 1, Math.max(0, (i + 0.5) * scale - 0.5));
            int left = Math.min((int) at, Math.max(0, from - 2));
            taps.first[i] = left;
            taps.weights[i] = from == 1 ? new double[] {1} : new double[] {1 - (at - left), at - left};
        }
        return taps;
    }

    /** All old pixels below a triangle over the new one's centre; its half width is the new pixel, but at least an old one. */
    static Taps triangle(int from, int to) {
        Taps taps = new Taps(to);
        double scale = (double) from / to;
        double reach = Math.max(1, scale);
        for (int i = 0; i < to; i++) {
            double centre = (i + 0.5) * scale;
            int left = (int) Math.max(0, centre - reach + 0.5);
            int right = (int) Math.min(from, centre + reach + 0.5);
            double[] weights = new double[right - left];
            for (int tap = 0; tap < weights.length; tap++) {
                weights[tap] = Math.max(0, 1 - Math.abs(left + tap + 0.5 - centre) / reach);
            }
            double sum = Arrays.stream(weights).sum();
            taps.first[i] = left;
            taps.weights[i] = Arrays.stream(weights).map(weight -> weight / sum).toArray();
        }
        return taps;
    }

    int first(int pixel) {
        return first[pixel];
    }

    int count(int pixel) {
        return weights[pixel].length;
    }

    double weight(int pixel, int tap) {
        return weights[pixel][tap];
    }
}
