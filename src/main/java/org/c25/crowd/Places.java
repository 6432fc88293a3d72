package org.c25.crowd;

/**
 * The grid of places on which {@link OrdinalModel} sums: −4 … 4 in steps of 0.1, in standard deviations of the images.
 * An image's place has a standard normal prior on it.
 */
final class Places {

    static final int COUNT = 81;
    private static final double STEP = 0.1;
    private static final double LEAST = -4;
    private static final double[] LOG_PRIORS = logPriors();

    private Places() {}

    static double at(int place) {
        return LEAST + STEP * place;
    }

    private static double[] logPriors() {
        double[] weights = new double[COUNT];
        double sum = 0;
        for (int place = 0; place < COUNT; place++) {
            weights[place] = StrictMath.exp(-at(place) * at(place) / 2);
            sum += weights[place];
        }
        for (int place = 0; place < COUNT; place++) {
            weights[place] = StrictMath.log(weights[place] / sum);
        }
        return weights;
    }

    /** Returns the logarithm of the prior, by place. */
    static double[] priors() {
        return LOG_PRIORS.clone();
    }

    static double mean(double[] weights) {
        double mean = 0;
        for (int place = 0; place < COUNT; place++) {
            mean += weights[place] * at(place);
        }
        return mean;
    }

    /** Returns the mean squared distance from a place. */
    static double spread(double[] weights, double from) {
        double spread = 0;
        for (int place = 0; place < COUNT; place++) {
            spread += weights[place] * (at(place) - from) * (at(place) - from);
        }
        return spread;
    }

    /** Returns the place below which this share of the weight lies; each weight is spread evenly over its step. */
    static double quantile(double[] weights, double share) {
        double below = 0;
        int place = 0;
        while (place < COUNT - 1 && below + weights[place] < share) {
            below += weights[place++];
        }
        return at(place) + STEP * ((share - below) / weights[place] - 0.5);
    }
}
