package org.c25.comparison;

import java.util.List;
import org.c25.agreement.Basis;
import org.c25.agreement.Median;

/**
 * The range in which people lie by one measure. An undefined figure is NaN. People who rated too few images are left
 * out, as from the means over pairs: their figures could be any value, and would be the least or the greatest.
 *
 * @param people for how many people the measure is defined
 */
public record ParticipantRange(double median, double least, double greatest, int people) {

    /**
     * Returns the range.
     *
     * @param images how many images there are to rate
     */
    public static ParticipantRange of(ComparisonMeasure measure, List<ComparisonFigures> people, int images) {
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
