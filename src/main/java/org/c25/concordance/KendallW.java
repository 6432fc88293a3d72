package org.c25.concordance;

/**
 * Kendall's coefficient of concordance: how far the raters put the images into the same order, 0 … 1, corrected for
 * equal ranks. W = 12 S / (m²(n³ − n) − m T) of n images and m raters, with S the sum of squares of the images' rank
 * sums, and T the sum of t³ − t over all ties of a rater.
 *
 * <p>M. G. Kendall and B. Babington Smith, The Problem of m Rankings, Annals of Mathematical Statistics 10(3), 1939,
 * 275–287; M. G. Kendall, Rank Correlation Methods, 4th edition, Griffin, 1970, chapter 6.
 */
final class KendallW {

    private KendallW() {}

    /**
     * @param rows the answers as image × rater, none missing
     * @return NaN below two images or two raters, or where every rater gives one answer to all images
     */
    static double of(byte[][] rows, int categories) {
        if (rows.length < 2 || rows[0].length < 2) {
            return Double.NaN;
        }
        double images = rows.length;
        double raters = rows[0].length;
        double[] sums = new double[rows.length];
        double ties = 0;
        for (int rater = 0; rater < rows[0].length; rater++) {
            int[] given = new int[categories];
            for (byte[] row : rows) {
                given[row[rater]]++;
            }
            double[] ranks = new double[categories];
            double below = 0;
            for (int k = 0; k < categories; k++) {
                double here = given[k];
                ranks[k] = below + (here + 1) / 2;
                below += here;
                ties += here * here * here - here;
            }
            for (int image = 0; image < sums.length; image++) {
                sums[image] += ranks[rows[image][rater]];
            }
        }
        double mean = raters * (images + 1) / 2;
        double squares = 0;
        for (double sum : sums) {
            squares += (sum - mean) * (sum - mean);
        }
        double most = raters * raters * (images * images * images - images) - raters * ties;
        return most > 0 ? 12 * squares / most : Double.NaN;
    }

    /**
     * Returns what W would be of another number of raters who agree as much in the mean over pairs: W depends on their
     * number, and of raters who do not agree at all it is 1/m.
     */
    static double ofAsMany(double coefficient, int raters, int wanted) {
        double correlation = (raters * coefficient - 1) / (raters - 1);
        return (1 + (wanted - 1) * correlation) / wanted;
    }
}
