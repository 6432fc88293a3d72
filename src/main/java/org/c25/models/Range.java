package org.c25.models;

import java.util.List;
import org.c25.agreement.Median;

/**
 * Between what people lie by one measure. What is undefined is NaN.
 *
 * @param people for how many it is defined
 */
record Range(double median, double least, double greatest, int people) {

    static Range of(Measure measure, List<Figures> people) {
        double[] sorted = people.stream()
                .mapToDouble(measure::of)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        int last = sorted.length - 1;
        return last < 0
                ? new Range(Double.NaN, Double.NaN, Double.NaN, 0)
                : new Range(Median.of(sorted), sorted[0], sorted[last], sorted.length);
    }
}
