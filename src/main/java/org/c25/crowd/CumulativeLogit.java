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

    /** A value with its slope and its curvature (minus the second derivatives), in the order s, u, v. */
    static final class Fit {

        double value;
        final double[] slope = new double[PARAMETERS];
        final double[][] curvature = new double[PARAMETERS][PARAMETERS];

        private void add(double first, double second, double c, double place) {
            slope[0] += first * c;
            slope[1] -= first;
            slope[2] -= first * place;
            curvature[0][0] += second * c * c;
            curvature[0][1] -= second * c;
            curvature[0][2] -= second * c * place;
            curvature[1][1] += second;
            curvature[1][2] += second * place;
            curvature[2][2] += second * place * place;
            curvature[1][0] = curvature[0][1];
            curvature[2][0] = curvature[0][2];
            curvature[2][1] = curvature[1][2];
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

    /**
     * Adds the log-likelihood of answers, with its derivatives. Each threshold between two steps at each place needs one
     * exponential and one logarithm.
     *
     * @param counts step × place: how many answers there are, which may be parts of one
     */
    void addTo(Fit fit, double[][] counts) {
        for (int step = 0; step < counts.length - 1; step++) {
            double c = above(step, counts.length);
            for (int place = 0; place < Places.COUNT; place++) {
                double at = Places.at(place);
                double x = s * c - u - v * at;
                double small = StrictMath.exp(-Math.abs(x));
                double tail = StrictMath.log1p(small);
                double below = (x > 0 ? 1 : small) / (1 + small);
                double here = counts[step][place];
                double next = counts[step + 1][place];
                fit.value -= here * (Math.max(-x, 0) + tail) + next * (Math.max(x, 0) + tail);
                fit.add(here * (1 - below) - next * below, (here + next) * below * (1 - below), c, at);
            }
        }
        double within = 0;
        for (int step = 1; step < counts.length - 1; step++) {
            for (double count : counts[step]) {
                within += count;
            }
        }
        double width = width(counts.length);
        double grown = StrictMath.expm1(s * width);
        fit.value += within * StrictMath.log(-StrictMath.expm1(-s * width));
        fit.slope[0] += within * width / grown;
        fit.curvature[0][0] += within * width * width * (grown + 1) / (grown * grown);
    }

    /** Returns the slope of the logarithm of one step's probability at a place, in the order s, u, v. */
    double[] score(int step, int steps, double place) {
        double upper = step < steps - 1 ? 1 - sigmoid(argument(step, steps, place)) : 0;
        double lower = step > 0 ? sigmoid(argument(step - 1, steps, place)) : 0;
        double within = step > 0 && step < steps - 1 ? width(steps) / StrictMath.expm1(s * width(steps)) : 0;
        double cs = upper * above(step, steps) - lower * above(step - 1, steps);
        return new double[] {cs + within, lower - upper, (lower - upper) * place};
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
