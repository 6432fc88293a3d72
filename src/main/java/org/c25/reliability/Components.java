package org.c25.reliability;

/**
 * Components of variance to reckon with: the D-study. The reliability is that of the mean of several raters' answers,
 * the same raters for all images.
 *
 * <p>R. J. Shavelson and N. M. Webb, Generalizability Theory: A Primer, Sage, 1991.
 *
 * @param image the variance of the images' true values; negative estimates count as 0, as do those below
 * @param rater the variance of the raters' levels
 * @param imageByRater image × rater; where repeats do not tell it from the error, both together
 * @param error the variance between two answers of one rater to one image; 0 where it is in {@code imageByRater}
 */
public record Components(double image, double rater, double imageByRater, double error) {

    public Components {
        image = Math.max(0, image);
        rater = Math.max(0, rater);
        imageByRater = Math.max(0, imageByRater);
        error = Math.max(0, error);
    }

    /** Returns the variance of one answer without that of the images and the raters' levels. */
    public double residual() {
        return imageByRater + error;
    }

    /**
     * Returns Eρ², the generalizability coefficient: how reliably the images are put in order. For one showing it is
     * ICC(3,k).
     *
     * @param showings how often each rater sees each image, 1 or more; the answers are averaged
     */
    public double relative(int raters, int showings) {
        return image / (image + relativeError(raters, showings));
    }

    /** Returns Φ, the index of dependability: how reliable the values themselves are. For one showing it is ICC(2,k). */
    public double absolute(int raters, int showings) {
        return image / (image + absoluteError(raters, showings));
    }

    private double relativeError(int raters, int showings) {
        return (imageByRater + error / showings) / raters;
    }

    /** Returns the error variance of an image's mean, the raters' levels among it. */
    public double absoluteError(int raters, int showings) {
        return rater / raters + relativeError(raters, showings);
    }
}
