package org.c25.reports;

import java.util.List;
import org.c25.affect.Dimension;
import org.c25.agreement.AgreementStatistics;
import org.c25.agreement.Coefficient;
import org.c25.common.Numbers;
import org.c25.figures.AxisScale;

/**
 * One of the few figures at the top of the page, which are shown at once.
 *
 * @param note the data on which the figure rests, or why it has no value; may be empty
 */
record Headline(String title, String value, String note) {

    static List<Headline> of(AgreementStatistics statistics) {
        List<Coefficient> coefficients = Coefficient.of(statistics);
        return List.of(
                count("Participants", statistics.participants()),
                count("Images", statistics.images()),
                count("Tied majority votes", statistics.expression().votes().ties()),
                of(coefficients, Dimension.EXPRESSION, "krippendorffAlpha", "Krippendorff's α, expression"),
                of(coefficients, Dimension.VALENCE, "krippendorffAlphaInterval", "Krippendorff's α, valence"),
                of(coefficients, Dimension.AROUSAL, "krippendorffAlphaInterval", "Krippendorff's α, arousal"),
                of(coefficients, Dimension.VALENCE, "icc2k", "ICC(2,k), valence"),
                of(coefficients, Dimension.AROUSAL, "icc2k", "ICC(2,k), arousal"));
    }

    private static Headline count(String title, int value) {
        return new Headline(title, AxisScale.words(value), "");
    }

    private static Headline of(List<Coefficient> all, Dimension dimension, String key, String title) {
        Coefficient one = all.stream()
                .filter(some -> some.dimension() == dimension && some.key().equals(key))
                .findFirst()
                .orElseThrow();
        return new Headline(
                title,
                Numbers.coefficient(one.value()),
                one.whyUndefined()
                        .or(one::warning)
                        .orElse("rests on " + one.basis().words()));
    }
}
