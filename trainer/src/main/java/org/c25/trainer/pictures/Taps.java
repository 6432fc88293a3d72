package org.c25.trainer.pictures;

import java.util.Arrays;

/** Of a row of pixels that gets another length: which old pixels make each new one, and with which weights. */
final class Taps {

    /** The bits of a weight of {@link #triangle}: 1 is 1 << 22. */
    static final int TRIANGLE_BITS = 22;

    private static final int LINEAR_ONE = 1 << 11;

    private final int last;
    private final int[] first;
    private final int[][] weights;

    private Taps(int from, int to) {
        last = from - 1;
        first = new int[to];
        weights = new int[to][];
    }

    /**
     * The two old pixels whose centres lie around the new one's, in 2048ths.
     *
     * @param edgesWhole whether a new pixel beyond the outermost centre is that old pixel whole; otherwise it is weighed
     *     from it twice, which rounds otherwise
     */
    static Taps nearestTwo(int from, int to, boolean edgesWhole) {
        Taps taps = new Taps(from, to);
        double scale = 1 / ((double) to / from);
        for (int i = 0; i < to; i++) {
            float at = (float) ((i + 0.5) * scale - 0.5);
            int left = (int) Math.floor(at);
            float share = edgesWhole && (left < 0 || left >= from - 1) ? 0 : at - left;
            taps.first[i] = edgesWhole ? Math.max(0, left) : left;
            taps.weights[i] =
                    new int[] {(int) Math.rint((1 - share) * LINEAR_ONE), (int) Math.rint(share * LINEAR_ONE)};
        }
        return taps;
    }

    /** All old pixels below a triangle over the new one's centre; its half width is a new pixel, but at least an old one. */
    static Taps triangle(int from, int to) {
        Taps taps = new Taps(from, to);
        double scale = (double) from / to;
        double reach = Math.max(1, scale);
        for (int i = 0; i < to; i++) {
            double centre = (i + 0.5) * scale;
            int left = (int) Math.max(0, centre - reach + 0.5);
            int right = (int) Math.min(from, centre + reach + 0.5);
            double[] heights = new double[right - left];
            double sum = 0;
            for (int tap = 0; tap < heights.length; tap++) {
                heights[tap] = Math.max(0, 1 - Math.abs((left + tap - centre + 0.5) * (1 / reach)));
                sum += heights[tap];
            }
            double whole = 1 / sum;
            taps.first[i] = left;
            taps.weights[i] = Arrays.stream(heights)
                    .mapToInt(height -> (int) (0.5 + height * whole * (1 << TRIANGLE_BITS)))
                    .toArray();
        }
        return taps;
    }

    int count(int pixel) {
        return weights[pixel].length;
    }

    /** Returns the place of an old pixel. */
    int from(int pixel, int tap) {
        return Math.min(last, Math.max(0, first[pixel] + tap));
    }

    int weight(int pixel, int tap) {
        return weights[pixel][tap];
    }
}
