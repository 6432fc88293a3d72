package org.c25.agreement;

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
     * Computes the mean squares. All sums are whole numbers, so that only the divisions round.
     *
     * @param rows the answers as image × rater, none missing; two of each at least
     */
    public static MeanSquares of(byte[][] rows) {
        int n = rows.length;
        int k = rows[0].length;
        long[] columns = new long[k];
        long total = 0;
        long squares = 0;
        long rowSquares = 0;
        for (byte[] row : rows) {
            long sum = 0;
            for (int rater = 0; rater < k; rater++) {
                sum += row[rater];
                squares += row[rater] * row[rater];
                columns[rater] += row[rater];
            }
            total += sum;
            rowSquares += sum * sum;
        }
        long columnSquares = 0;
        for (long sum : columns) {
            columnSquares += sum * sum;
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
