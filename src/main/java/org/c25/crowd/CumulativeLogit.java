package org.c25.crowd;

/**
 * How one rater turns where an image is into a step: P(step ≤ k) = F(s·c<sub>k</sub> − u − v·θ), F the logistic
 * function, c<sub>k</sub> the value halfway between the steps k and k + 1, θ the image's place. With the noise 1/s, the
 * bias u/s and the scale v/s this says: the rater feels bias + scale·θ + noise, and gives the step nearest to it. The
 * logarithm of each probability is concave in s, u and v together (J. Burridge, Some Unimodality Properties of
 * Likelihoods Derived from Grouped Data, Biometrika 69(1), 1982, 145–151), so that Newton's method finds the one
 * maximum.
 *
 * @param s more than 0
 */
record CumulativeLogit(double s, double u, double v) {

    private static final int PARAMETERS = 3;

    /** A slope and a curvature (minus the second derivatives), in the order s, u, v. */
    static final class Fit {

        final double[] slope = new double[PARAMETERS];
        final double[][] curvature = new double[PARAMETERS][PARAMETERS];

        private void add(double weight, double first, double second, double c, double place) {
            double[] x = {c, -1, -place};
            for (int i = 0; i < PARAMETERS; i++) {
                slope[i] += weight * first * x[i];
                for (int j = 0; j < PARAMETERS; j++) {
                    curvature[i][j] += weight * second * x[i] * x[j];
                }
            }
        }
    }

    /** Returns the value of a step, −1 … 1. */
    static double value(int step, int steps) {
        return -1 + 2.0 * step / (steps - 1);
    }

    /** Returns the value halfway between a step and the next. */
    private static double above(int step, int steps) {
        return -1 + (2.0 * step + 1) / (steps - 1);
    }

    private double argument(int step, int steps, double place) {
        return s * above(step, steps) - u - v * place;
    }

    /** Returns the logarithm of the probability of each step, for an image at this place. */
    double[] logs(double place, int steps) {
        double[] logs = new double[steps];
        double within = StrictMath.log(-StrictMath.expm1(-s * width(steps)));
        for (int step = 0; step < steps - 1; step++) {
            double x = argument(step, steps, place);
            double tail = StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
            logs[step] -= Math.max(-x, 0) + tail;
            logs[step + 1] -= Math.max(x, 0) + tail;
        }
        for (int step = 1; step < steps - 1; step++) {
            logs[step] += within;
        }
        return logs;
    }

    private static double width(int steps) {
        return 2.0 / (steps - 1);
    }

    /** Adds the derivatives of the logarithm of one step's probability, times a weight. */
    void differentiate(Fit fit, int step, int steps, double place, double weight) {
        if (step < steps - 1) {
            double below = sigmoid(argument(step, steps, place));
            fit.add(weight, 1 - below, below * (1 - below), above(step, steps), place);
        }
        if (step > 0) {
            double below = sigmoid(argument(step - 1, steps, place));
            fit.add(weight, -below, below * (1 - below), above(step - 1, steps), place);
        }
        if (step > 0 && step < steps - 1) {
            double grown = StrictMath.expm1(s * width(steps));
            fit.slope[0] += weight * width(steps) / grown;
            fit.curvature[0][0] += weight * width(steps) * width(steps) * (grown + 1) / (grown * grown);
        }
    }

    private static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    /** Returns the parameters a step of Newton's method further, or a part of it. */
    CumulativeLogit moved(double[] step, double part) {
        return new CumulativeLogit(s + part * step[0], u + part * step[1], v + part * step[2]);
    }

    /** Returns the same rater where places count in other units: place = mean + deviation · new place. */
    CumulativeLogit in(double mean, double deviation) {
        return new CumulativeLogit(s, u + v * mean, v * deviation);
    }
}
