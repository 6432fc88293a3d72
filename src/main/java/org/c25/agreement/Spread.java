package org.c25.agreement;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The mean and the standard deviation of a coefficient over pairs of raters.
 *
 * @param mean the mean; NaN where no pair has the coefficient
 * @param sd the sample standard deviation, by n − 1, of the pairs' values without weights; NaN below two pairs
 * @param pairs how many pairs have the coefficient; those for which it is undefined are left out
 */
public record Spread(double mean, double sd, int pairs) {

    public static Spread of(DoubleStream values) {
        double[] all = values.toArray();
        double[] alike = new double[all.length];
        Arrays.fill(alike, 1);
        return of(all, alike);
    }

    /** @param weights the weights of the values, for the mean alone */
    static Spread of(double[] values, double[] weights) {
        double sum = 0;
        double weighted = 0;
        double weight = 0;
        int defined = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                sum += values[i];
                weighted += weights[i] * values[i];
                weight += weights[i];
                defined++;
            }
        }
        double middle = sum / defined;
        double squares = 0;
        for (double value : values) {
            squares += Double.isNaN(value) ? 0 : (value - middle) * (value - middle);
        }
        double sd = defined < 2 ? Double.NaN : Math.sqrt(squares / (defined - 1));
        return new Spread(weight == 0 ? Double.NaN : weighted / weight, sd, defined);
    }
}
