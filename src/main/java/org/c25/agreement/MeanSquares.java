package org.c25.agreement;

import java.util.Arrays;

/**
 * The mean squares of the two-way analysis of variance of images × raters, in squared steps: one answer a cell.
 *
 * @param images the number of images
 * @param raters the number of raters
 * @param withinImages raters and residual together
 */
public record MeanSquares(
        double images,
        double raters,
        double betweenImages,
        double betweenRaters,
        double residual,
        double withinImages) {

    /**
     * Computes the mean squares.
     *
     * @param rows the answers as image × rater, none missing; two of each at least
     */
    public static MeanSquares of(byte[][] rows) {
        byte[][] raters = new byte[rows[0].length][rows.length];
        for (int image = 0; image < rows.length; image++) {
            for (int rater = 0; rater < raters.length; rater++) {
                raters[rater][image] = rows[image][rater];
            }
        }
        boolean[] all = new boolean[rows.length];
        Arrays.fill(all, true);
        return of(raters, all);
    }

    /**
     * Computes the mean squares. All sums are whole numbers, so that only the divisions round.
     *
     * @param raters the answers as rater × image
     * @param counts the images that count, of which none is missing; two of each at least
     */
    static MeanSquares of(byte[][] raters, boolean[] counts) {
        int n = 0;
        for (boolean one : counts) {
            n += one ? 1 : 0;
        }
        int k = raters.length;
        long total = 0;
        long squares = 0;
        long columnSquares = 0;
        int[] rows = new int[counts.length];
        for (byte[] rater : raters) {
            long column = 0;
            for (int image = 0; image < rows.length; image++) {
                if (counts[image]) {
                    rows[image] += rater[image];
                    column += rater[image];
                    squares += rater[image] * rater[image];
                }
            }
            total += column;
            columnSquares += column * column;
        }
        long rowSquares = 0;
        for (int row : rows) {
            rowSquares += (long) row * row;
        }
        // Each sum of squares is multiplied by n·k, which makes it a whole number.
        long cells = (long) n * k;
        long betweenRows = n * rowSquares - total * total;
        long betweenColumns = k * columnSquares - total * total;
        long all = cells * squares - total * total;
        return new MeanSquares(
                n,
                k,
                (double) betweenRows / cells / (n - 1),
                (double) betweenColumns / cells / (k - 1),
                (double) (all - betweenRows - betweenColumns) / cells / ((n - 1.0) * (k - 1)),
                (double) (all - betweenRows) / cells / (n * (k - 1.0)));
    }

    /**
     * Returns the mean squares that are expected of these components of variance.
     *
     * @param image the variance of the images' true values
     * @param rater the variance of the raters' levels
     * @param residual the variance of everything else in one answer
     */
    public static MeanSquares expected(int images, int raters, double image, double rater, double residual) {
        double betweenRaters = residual + images * rater;
        return new MeanSquares(images, raters, residual + raters * image, betweenRaters, residual, residual + rater);
    }
}
