package org.c25.agreement;

import java.util.stream.DoubleStream;

/**
 * The mean of a coefficient over all pairs of raters.
 *
 * @param mean NaN where no pair has the coefficient
 * @param sd the sample standard deviation, by n − 1; NaN below two pairs
 * @param pairs how many pairs have the coefficient; those for which it is undefined are left out
 */
public record Spread(double mean, double sd, int pairs) {

    static Spread of(DoubleStream values) {
        double[] defined = values.filter(value -> !Double.isNaN(value)).toArray();
        double mean = DoubleStream.of(defined).average().orElse(Double.NaN);
        double squares = DoubleStream.of(defined)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double sd = defined.length < 2 ? Double.NaN : Math.sqrt(squares / (defined.length - 1));
        return new Spread(mean, sd, defined.length);
    }
}
