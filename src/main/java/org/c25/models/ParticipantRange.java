package org.c25.models;

import java.util.List;
import org.c25.agreement.Basis;
import org.c25.agreement.Median;

/**
 * Between what people lie by one measure. What is undefined is NaN. Who rated too few images is left out, as from the means over pairs:
 * theirs could be any value, and would be the least or the greatest.
 *
 * @param people for how many it is defined
 */
record ParticipantRange(double median, double least, double greatest, int people) {

    /** @param images that there are to be rated */
    static ParticipantRange of(ComparisonMeasure measure, List<ComparisonFigures> people, int images) {
        double[] sorted = people.stream()
                .filter(figures -> Basis.isEnough(measure.images(figures), images))
                .mapToDouble(measure::of)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        int last = sorted.length - 1;
        return last < 0
                ? new ParticipantRange(Double.NaN, Double.NaN, Double.NaN, 0)
                : new ParticipantRange(Median.of(sorted), sorted[0], sorted[last], sorted.length);
    }
}
