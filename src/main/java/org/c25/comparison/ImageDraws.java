package org.c25.comparison;

import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.c25.agreement.Estimate;
import org.c25.agreement.Quantiles;

/**
 * Draws of as many images as there are, with replacement, for the bootstrap over images: what other images of the kind
 * might have given with the same people and the same models. Whatever is computed from the same draws is paired.
 *
 * <p>Random numbers are those of {@link Random}, whose algorithm is part of Java, so the same seed gives the same draws
 * everywhere.
 *
 * <p>B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap, Chapman and Hall, 1993, chapters 13 and 14.
 */
final class ImageDraws {

    /** How many draws there usually are. */
    static final int USUAL = 1000;

    private static final int FEWEST = 200;

    /** The product of images, raters and draws that takes some seconds. */
    private static final long AFFORDABLE = 20_000_000;

    private final int[] images;
    private final int size;
    private final long seed;

    private ImageDraws(int[] images, int size, long seed) {
        this.images = images;
        this.size = size;
        this.seed = seed;
    }

    /**
     * Prepares draws: 1,000, or fewer where that would take long.
     *
     * @param images the images to draw from; without any there are no draws
     * @param raters for how many raters something will be computed from each draw
     */
    static ImageDraws of(int[] images, int raters, long seed) {
        long steps = Math.max(1, (long) images.length * raters);
        int size = (int) Math.max(FEWEST, Math.min(USUAL, AFFORDABLE / steps));
        return new ImageDraws(images, images.length == 0 ? 0 : size, seed);
    }

    int size() {
        return size;
    }

    /** Takes the images of one draw. */
    interface Taker {

        /**
         * Takes them.
         *
         * @param draw the number of the draw, from 0
         * @param images as many as there are to draw from; the next draw writes over them
         */
        void take(int draw, int[] images);
    }

    void forEach(Taker taker) {
        Random random = new Random(seed);
        int[] drawn = new int[images.length];
        for (int draw = 0; draw < size; draw++) {
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = images[random.nextInt(images.length)];
            }
            taker.take(draw, drawn);
        }
    }

    /** Computes a figure in each draw. */
    double[] each(ToDoubleFunction<int[]> figure) {
        double[] figures = new double[size];
        forEach((draw, drawn) -> figures[draw] = figure.applyAsDouble(drawn));
        return figures;
    }

    /**
     * Returns an estimate with its percentile interval of 95 %; without one below ten images.
     *
     * @param drawn the figure in each draw; NaN is left out
     * @param images how many images the value rests on
     */
    static Estimate estimate(double value, double[] drawn, int images) {
        return new Estimate(
                        value, Double.NaN, Quantiles.of(drawn, Quantiles.LOWER), Quantiles.of(drawn, Quantiles.UPPER))
                .restingOn(images);
    }
}
