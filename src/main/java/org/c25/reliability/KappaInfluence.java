package org.c25.reliability;

/**
 * How much a single image moves Cohen's κ of a table: the delta method. The sum of the squares over the images, divided by
 * the square of their number, is the variance of κ over images.
 *
 * <p>J. L. Fleiss, J. Cohen and B. S. Everitt, Large Sample Standard Errors of Kappa and Weighted Kappa, Psychological
 * Bulletin 72(5), 1969, 323–327.
 */
final class KappaInfluence {

    private final double[] first;
    private final double[] second;
    private final double agreement;
    private final double chance;

    /** @param pairs how many images have these two categories */
    KappaInfluence(int[][] pairs) {
        first = new double[pairs.length];
        second = new double[pairs.length];
        double images = 0;
        double same = 0;
        for (int i = 0; i < pairs.length; i++) {
            for (int j = 0; j < pairs.length; j++) {
                first[i] += pairs[i][j];
                second[j] += pairs[i][j];
                images += pairs[i][j];
            }
            same += pairs[i][i];
        }
        double met = 0;
        for (int i = 0; i < pairs.length; i++) {
            first[i] /= images;
            second[i] /= images;
            met += first[i] * second[i];
        }
        agreement = same / images;
        chance = met;
    }

    /** Returns the influence of an image with these two categories; NaN where κ is undefined. */
    double of(int one, int other) {
        double left = 1 - chance;
        double seen = (one == other ? 1 : 0) - agreement;
        double expected = second[one] + first[other] - 2 * chance;
        return (seen - (1 - agreement) / left * expected) / left;
    }
}
