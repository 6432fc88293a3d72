package org.c25.crowd;

import java.util.Arrays;
import org.c25.crowd.CumulativeLogit.Fit;

/**
 * The EM algorithm of {@link OrdinalModel}. The E-step weighs the places of each image (R. D. Bock and M. Aitkin,
 * Marginal Maximum Likelihood Estimation of Item Parameters, Psychometrika 46(4), 1981, 443–459); the M-step makes
 * a step of Newton's method for each rater. Then it moves all raters so that the images have mean 0 and deviation 1
 * again, and takes that back if it brings nothing (C. Liu, D. B. Rubin and Y. N. Wu, Parameter Expansion to Accelerate EM,
 * Biometrika 85(4), 1998, 755–770): without it, what images and raters could share moves slowly.
 */
final class OrdinalEm {

    private static final int HALVINGS = 40;

    private final CrowdAnswers answers;
    private final int steps;
    private final UsualRater usual;
    private final boolean[] answered;
    /** Image × place: the probability that the image is there. */
    private final double[][] weights;

    private CumulativeLogit[] raters;
    private double objective = Double.NEGATIVE_INFINITY;

    OrdinalEm(CrowdAnswers answers) {
        this.answers = answers;
        this.steps = answers.categories();
        this.usual = UsualRater.of(answers);
        this.answered = new boolean[answers.images()];
        this.weights = new double[answers.images()][];
        this.raters = new CumulativeLogit[answers.raters()];
        for (int answer = 0; answer < answers.size(); answer++) {
            answered[answers.image(answer)] = true;
        }
        Arrays.fill(raters, usual.start());
        expect();
    }

    /** Makes one iteration and returns the log-likelihood with the logarithm of the prior. */
    double iterate() {
        maximise();
        CumulativeLogit[] plain = raters;
        raters = expanded();
        double reached = expect();
        if (!(reached - objective > Convergence.TOLERANCE)) {
            raters = plain;
            reached = expect();
        }
        objective = reached;
        return reached;
    }

    private double expect() {
        double[][][] logs = new double[raters.length][Places.COUNT][];
        double reached = 0;
        for (int rater = 0; rater < raters.length; rater++) {
            reached += usual.log(raters[rater]);
            for (int place = 0; place < Places.COUNT; place++) {
                logs[rater][place] = raters[rater].logs(Places.at(place), steps);
            }
        }
        Arrays.setAll(weights, image -> Places.priors());
        for (int answer = 0; answer < answers.size(); answer++) {
            double[] row = weights[answers.image(answer)];
            double[][] ofRater = logs[answers.rater(answer)];
            int step = answers.category(answer);
            for (int place = 0; place < Places.COUNT; place++) {
                row[place] += ofRater[place][step];
            }
        }
        for (double[] row : weights) {
            reached += Posteriors.normalise(row);
        }
        return reached;
    }

    private void maximise() {
        double[][][] counts = new double[raters.length][steps][Places.COUNT];
        for (int answer = 0; answer < answers.size(); answer++) {
            double[] count = counts[answers.rater(answer)][answers.category(answer)];
            double[] row = weights[answers.image(answer)];
            for (int place = 0; place < Places.COUNT; place++) {
                count[place] += row[place];
            }
        }
        CumulativeLogit[] better = raters.clone();
        for (int rater = 0; rater < better.length; rater++) {
            better[rater] = newton(better[rater], counts[rater]);
        }
        raters = better;
    }

    private CumulativeLogit newton(CumulativeLogit rater, double[][] counts) {
        Fit before = fit(rater, counts);
        double[] move = new Cholesky(before.curvature).solve(before.slope);
        double part = 1;
        for (int halving = 0; halving < HALVINGS; halving++) {
            CumulativeLogit moved = rater.moved(move, part);
            if (moved.s() > 0 && fit(moved, counts).value >= before.value) {
                return moved;
            }
            part /= 2;
        }
        return rater;
    }

    private Fit fit(CumulativeLogit rater, double[][] counts) {
        Fit fit = new Fit();
        usual.addTo(fit, rater);
        rater.addTo(fit, counts);
        return fit;
    }

    private CumulativeLogit[] expanded() {
        double mean = 0;
        int seen = 0;
        for (int image = 0; image < weights.length; image++) {
            if (answered[image]) {
                mean += Places.mean(weights[image]);
                seen++;
            }
        }
        mean /= seen;
        double spread = 0;
        for (int image = 0; image < weights.length; image++) {
            spread += answered[image] ? Places.spread(weights[image], mean) : 0;
        }
        double middle = mean;
        double deviation = Math.sqrt(spread / seen);
        return Arrays.stream(raters).map(rater -> rater.in(middle, deviation)).toArray(CumulativeLogit[]::new);
    }

    /**
     * Returns what the answers tell of a rater's parameters while the places of the images are unknown: the sum of the
     * squared scores by image (T. A. Louis, Finding the Observed Information Matrix when Using the EM Algorithm,
     * Journal of the Royal Statistical Society B 44(2), 1982, 226–233), and the prior.
     */
    double[][] information(int rater) {
        Fit prior = new Fit();
        usual.addTo(prior, raters[rater]);
        double[][] information = prior.curvature;
        double[][][] scores = new double[steps][Places.COUNT][];
        for (int step = 0; step < steps; step++) {
            for (int place = 0; place < Places.COUNT; place++) {
                scores[step][place] = raters[rater].score(step, steps, Places.at(place));
            }
        }
        for (int answer = 0; answer < answers.size(); answer++) {
            if (answers.rater(answer) == rater) {
                addSquare(information, scores[answers.category(answer)], weights[answers.image(answer)]);
            }
        }
        return information;
    }

    private static void addSquare(double[][] information, double[][] scores, double[] weights) {
        double[] mean = new double[information.length];
        for (int place = 0; place < Places.COUNT; place++) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += weights[place] * scores[place][i];
            }
        }
        for (int i = 0; i < mean.length; i++) {
            for (int j = 0; j < mean.length; j++) {
                information[i][j] += mean[i] * mean[j];
            }
        }
    }

    CumulativeLogit rater(int rater) {
        return raters[rater];
    }

    boolean isAnswered(int image) {
        return answered[image];
    }

    double[] weights(int image) {
        return weights[image];
    }
}
