package org.c25.comparison;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.c25.ratings.Ratings;

/**
 * The components of variance of images × raters, of which any answer may lack: Henderson's method III for the random model
 * without interaction. Images are fitted besides the raters' levels, and raters besides the images, so that who rates what
 * does not matter. Where nothing lacks, these are the components of the two-way analysis of variance.
 *
 * <p>With n answers, a images, b raters, and c parts of the design that share neither images nor raters: the sum of squares
 * of images besides raters has the expectation (n − b) σ²<sub>image</sub> + (a − c) σ²<sub>rest</sub>, that of raters
 * besides images (n − a) σ²<sub>rater</sub> + (b − c) σ²<sub>rest</sub>, and what is left (n − a − b + c) σ²<sub>rest</sub>.
 *
 * <p>C. R. Henderson, Estimation of Variance and Covariance Components, Biometrics 9(2), 1953, 226–252; S. R. Searle, G.
 * Casella and C. E. McCulloch, Variance Components, Wiley, 1992, chapter 5.
 *
 * @param image in squared steps; may be negative, since it is an estimate; NaN where the answers are too few
 * @param rater the same of the raters' levels
 * @param rest the same of whatever else differs from answer to answer
 */
record TwoWayComponents(double image, double rater, double rest) {

    /** What differs from 0 by rounding alone, in squared steps. */
    static final double ROUNDING = 1e-9;

    private static final TwoWayComponents UNDEFINED = new TwoWayComponents(Double.NaN, Double.NaN, Double.NaN);

    /**
     * Estimates the components.
     *
     * @param answers rater × image, {@link Ratings#NONE} where one lacks
     * @param drawn the images, each as often as it counts; a repeated one counts as another image with the same answers
     */
    static TwoWayComponents of(byte[][] answers, int[] drawn) {
        Design design = new Design(answers, drawn);
        double images = drawn.length;
        double raters = design.raters;
        double all = design.raterOf.length;
        int parts = design.parts;
        double left = all - images - raters + parts;
        if (left <= 0 || raters < 2 || images < 2) {
            return UNDEFINED;
        }
        double besidesImages = design.ofRatersBesidesImages();
        double residual = Math.max(0, design.withinImages() - besidesImages) / left;
        double besidesRaters = design.ofImages() + besidesImages - design.ofRaters();
        return new TwoWayComponents(
                (besidesRaters - (images - parts) * residual) / (all - raters),
                (besidesImages - (raters - parts) * residual) / (all - images),
                residual);
    }

    /** The drawn answers one after the other, since most may lack, and their sums as distances from the mean of all. */
    private static final class Design {

        private static final double SOLVED = 1e-20;

        private final int raters;
        private final int parts;
        /** The rater of each answer. */
        private final int[] raterOf;
        /** The image of each answer, among those that were drawn; in their order. */
        private final int[] imageOf;

        private final double[] imageSums;
        private final int[] imageCounts;
        private final double[] raterSums;
        private final int[] raterCounts;
        private double squares;

        Design(byte[][] answers, int[] drawn) {
            long sum = 0;
            int all = 0;
            for (byte[] rater : answers) {
                for (int image : drawn) {
                    sum += rater[image] == Ratings.NONE ? 0 : rater[image];
                    all += rater[image] == Ratings.NONE ? 0 : 1;
                }
            }
            double mean = (double) sum / all;
            raterOf = new int[all];
            imageOf = new int[all];
            imageSums = new double[drawn.length];
            imageCounts = new int[drawn.length];
            raterSums = new double[answers.length];
            raterCounts = new int[answers.length];
            int next = 0;
            for (int image = 0; image < drawn.length; image++) {
                for (int rater = 0; rater < answers.length; rater++) {
                    byte answer = answers[rater][drawn[image]];
                    if (answer != Ratings.NONE) {
                        raterOf[next] = rater;
                        imageOf[next++] = image;
                        add(rater, image, answer - mean);
                    }
                }
            }
            raters = (int) Arrays.stream(raterCounts).filter(count -> count > 0).count();
            parts = parts();
        }

        private void add(int rater, int image, double off) {
            imageSums[image] += off;
            imageCounts[image]++;
            raterSums[rater] += off;
            raterCounts[rater]++;
            squares += off * off;
        }

        double ofImages() {
            return ofMeans(imageSums, imageCounts);
        }

        double ofRaters() {
            return ofMeans(raterSums, raterCounts);
        }

        double withinImages() {
            return squares - ofImages();
        }

        private static double ofMeans(double[] sums, int[] counts) {
            double squares = 0;
            for (int i = 0; i < sums.length; i++) {
                squares += counts[i] == 0 ? 0 : sums[i] * sums[i] / counts[i];
            }
            return squares;
        }

        /**
         * Solves the normal equations of the raters, of which the images are eliminated, by conjugate gradients, and returns
         * what the raters explain besides the images. Each step goes once through the answers; where little lacks it takes
         * a few.
         */
        double ofRatersBesidesImages() {
            double[] levels = new double[raterSums.length];
            double[] residual = residualOfImages(raterSums, imageSums);
            double[] wanted = residual.clone();
            double[] step = scaled(residual);
            double slope = dot(residual, step);
            double enough = SOLVED * Math.max(1, squares);
            for (int turn = 0; turn < 2 * levels.length + 10 && slope > enough; turn++) {
                double[] image = times(step);
                double length = slope / dot(step, image);
                for (int rater = 0; rater < levels.length; rater++) {
                    levels[rater] += length * step[rater];
                    residual[rater] -= length * image[rater];
                }
                double[] next = scaled(residual);
                double after = dot(residual, next);
                for (int rater = 0; rater < levels.length; rater++) {
                    step[rater] = next[rater] + after / slope * step[rater];
                }
                slope = after;
            }
            return dot(levels, wanted);
        }

        /** Returns the raters' sums less the means of their images. */
        private double[] residualOfImages(double[] ofRaters, double[] ofImages) {
            double[] left = ofRaters.clone();
            for (int answer = 0; answer < raterOf.length; answer++) {
                left[raterOf[answer]] -= ofImages[imageOf[answer]] / imageCounts[imageOf[answer]];
            }
            return left;
        }

        private double[] times(double[] levels) {
            double[] ofRaters = new double[levels.length];
            double[] ofImages = new double[imageCounts.length];
            for (int rater = 0; rater < levels.length; rater++) {
                ofRaters[rater] = raterCounts[rater] * levels[rater];
            }
            for (int answer = 0; answer < raterOf.length; answer++) {
                ofImages[imageOf[answer]] += levels[raterOf[answer]];
            }
            return residualOfImages(ofRaters, ofImages);
        }

        private double[] scaled(double[] values) {
            double[] scaled = new double[values.length];
            for (int rater = 0; rater < values.length; rater++) {
                scaled[rater] = raterCounts[rater] == 0 ? 0 : values[rater] / raterCounts[rater];
            }
            return scaled;
        }

        private static double dot(double[] one, double[] other) {
            double sum = 0;
            for (int i = 0; i < one.length; i++) {
                sum += one[i] * other[i];
            }
            return sum;
        }

        /** Returns how many parts there are that share neither images nor raters. */
        private int parts() {
            int[] parents = IntStream.range(0, raterCounts.length).toArray();
            int left = raters;
            for (int answer = 1; answer < raterOf.length; answer++) {
                if (imageOf[answer] == imageOf[answer - 1]) {
                    int one = root(parents, raterOf[answer - 1]);
                    int other = root(parents, raterOf[answer]);
                    left -= one == other ? 0 : 1;
                    parents[other] = one;
                }
            }
            return left;
        }

        private static int root(int[] parents, int of) {
            int root = of;
            while (parents[root] != root) {
                parents[root] = parents[parents[root]];
                root = parents[root];
            }
            return root;
        }
    }
}
