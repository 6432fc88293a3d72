package org.c25.crowd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The EM algorithm of {@link DawidSkene}, over a list of answers. A rater who answered an image twice is in it twice.
 * It works with logarithms, so that the product of many small probabilities is never 0, and with {@link StrictMath}, so
 * that it gives the same numbers everywhere.
 */
public final class LatentClasses {

    private final int categories;
    private final int[] images;
    private final int[] raters;
    private final byte[] given;
    private final int[][] votes;
    private final double[][] posteriors;
    private final double[] priors;
    /** Two tables by rater × answer × category: the weight of such answers, and the logarithm of their probability. */
    private final double[][][] weights;

    private final double[][][] logs;
    private final List<Double> logLikelihoods = new ArrayList<>();

    /** Collects the answers: images, raters and categories count from 0. */
    public static final class Builder {

        private final int categories;
        private final int raterCount;
        private final int[][] votes;
        private int[] images = new int[1024];
        private int[] raters = new int[1024];
        private byte[] given = new byte[1024];
        private int size;

        public Builder(int categories, int imageCount, int raterCount) {
            this.categories = categories;
            this.raterCount = raterCount;
            this.votes = new int[imageCount][categories];
        }

        public void add(int image, int rater, int category) {
            if (size == given.length) {
                images = Arrays.copyOf(images, 2 * size);
                raters = Arrays.copyOf(raters, 2 * size);
                given = Arrays.copyOf(given, 2 * size);
            }
            images[size] = image;
            raters[size] = rater;
            given[size++] = (byte) category;
            votes[image][category]++;
        }

        public LatentClasses build() {
            return new LatentClasses(this);
        }
    }

    private LatentClasses(Builder all) {
        this.categories = all.categories;
        this.images = Arrays.copyOf(all.images, all.size);
        this.raters = Arrays.copyOf(all.raters, all.size);
        this.given = Arrays.copyOf(all.given, all.size);
        this.votes = all.votes;
        this.posteriors = new double[votes.length][categories];
        this.priors = new double[categories];
        this.weights = new double[all.raterCount][categories][categories];
        this.logs = new double[all.raterCount][categories][categories];
    }

    /**
     * Runs the algorithm.
     *
     * @return whether it ended by itself, before the most iterations
     */
    boolean estimate(double tolerance, int most) {
        start();
        boolean settled = given.length == 0;
        while (!settled && logLikelihoods.size() < most) {
            maximise();
            settled = expect() <= tolerance;
        }
        // Computes the parameters from the last posteriors, so that the two fit each other.
        maximise();
        return settled;
    }

    /** Sets the posteriors to the vote shares (equation 3.1); NaN where nobody answered. */
    private void start() {
        for (int image = 0; image < votes.length; image++) {
            double all = Arrays.stream(votes[image]).sum();
            for (int category = 0; category < categories; category++) {
                posteriors[image][category] = votes[image][category] / all;
            }
        }
    }

    /**
     * Computes the priors and the raters' weights from the posteriors (equations 2.3 and 2.4). Images without an answer
     * are left out.
     */
    private void maximise() {
        Arrays.fill(priors, 0);
        int answered = 0;
        for (double[] posterior : posteriors) {
            if (!Double.isNaN(posterior[0])) {
                answered++;
                for (int category = 0; category < categories; category++) {
                    priors[category] += posterior[category];
                }
            }
        }
        for (int category = 0; category < categories; category++) {
            priors[category] /= answered;
        }
        for (double[][] rater : weights) {
            for (double[] answer : rater) {
                Arrays.fill(answer, 0);
            }
        }
        for (int i = 0; i < given.length; i++) {
            double[] posterior = posteriors[images[i]];
            double[] weight = weights[raters[i]][given[i]];
            for (int category = 0; category < categories; category++) {
                weight[category] += posterior[category];
            }
        }
    }

    /**
     * Computes the posteriors from the parameters (equation 2.5).
     *
     * @return the most that a posterior changed
     */
    private double expect() {
        takeLogarithms();
        double[][] sums = new double[votes.length][categories];
        for (double[] image : sums) {
            for (int category = 0; category < categories; category++) {
                image[category] = StrictMath.log(priors[category]);
            }
        }
        for (int i = 0; i < given.length; i++) {
            double[] sum = sums[images[i]];
            double[] log = logs[raters[i]][given[i]];
            for (int category = 0; category < categories; category++) {
                sum[category] += log[category];
            }
        }
        double change = 0;
        double likelihood = 0;
        for (int image = 0; image < sums.length; image++) {
            if (!Double.isNaN(posteriors[image][0])) {
                likelihood += normalise(sums[image]);
                for (int category = 0; category < categories; category++) {
                    change = Math.max(change, Math.abs(sums[image][category] - posteriors[image][category]));
                }
                posteriors[image] = sums[image];
            }
        }
        logLikelihoods.add(likelihood);
        return change;
    }

    private void takeLogarithms() {
        for (int rater = 0; rater < weights.length; rater++) {
            for (int category = 0; category < categories; category++) {
                double all = seen(rater, category);
                for (int answer = 0; answer < categories; answer++) {
                    // If a rater has seen no image of this category, all answers are equally likely: they have no
                    // weight yet.
                    logs[rater][answer][category] = all == 0
                            ? -StrictMath.log(categories)
                            : StrictMath.log(weights[rater][answer][category] / all);
                }
            }
        }
    }

    private double seen(int rater, int category) {
        double all = 0;
        for (double[] answer : weights[rater]) {
            all += answer[category];
        }
        return all;
    }

    /**
     * Turns logarithms into probabilities. The greatest logarithm is never −∞, since the category that was likely
     * before has given the answers to the image a weight.
     *
     * @return the logarithm of their sum
     */
    private static double normalise(double[] logs) {
        double greatest = Arrays.stream(logs).max().orElseThrow();
        double sum = 0;
        for (int category = 0; category < logs.length; category++) {
            logs[category] = StrictMath.exp(logs[category] - greatest);
            sum += logs[category];
        }
        for (int category = 0; category < logs.length; category++) {
            logs[category] /= sum;
        }
        return greatest + StrictMath.log(sum);
    }

    double[] priors() {
        return priors;
    }

    /** Returns the posteriors by image × category; NaN where nobody answered. */
    double[][] posteriors() {
        return posteriors;
    }

    /** Returns the number of answers by image × category. */
    int[][] votes() {
        return votes;
    }

    List<Double> logLikelihoods() {
        return List.copyOf(logLikelihoods);
    }

    int answers(int rater) {
        return (int) Arrays.stream(raters).filter(other -> other == rater).count();
    }

    /**
     * Returns the rater's confusion matrix, category × answer. A row is NaN where the rater saw no image that may be of
     * that category.
     */
    double[][] confusion(int rater) {
        double[][] confusion = new double[categories][categories];
        for (int category = 0; category < categories; category++) {
            double all = seen(rater, category);
            for (int answer = 0; answer < categories; answer++) {
                confusion[category][answer] = weights[rater][answer][category] / all;
            }
        }
        return confusion;
    }

    /** Returns the mean posterior of the rater's answers. */
    double accuracy(int rater) {
        double right = 0;
        double all = 0;
        for (int category = 0; category < categories; category++) {
            right += weights[rater][category][category];
            all += seen(rater, category);
        }
        return right / all;
    }
}
