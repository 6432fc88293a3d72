package org.c25.models;

import java.util.List;
import java.util.stream.Stream;
import org.c25.common.Numbers;
import org.c25.comparison.ComparisonMeasure;
import org.c25.comparison.Disattenuated;
import org.c25.comparison.NoiseCeiling;

/** How near a model comes to what can be told of people who differ, as its page shows it. */
record ModelLimits(ModelDetail detail) {

    /**
     * A line of the noise ceiling.
     *
     * @param place where the model lies
     */
    record CeilingLine(String title, String model, String lower, String upper, int people, String place) {}

    public List<CeilingLine> ceilings() {
        return Stream.of(ComparisonMeasure.values()).map(this::line).toList();
    }

    private CeilingLine line(ComparisonMeasure measure) {
        NoiseCeiling ceiling = detail.comparison().ceiling(measure);
        return new CeilingLine(
                measure.title(),
                Numbers.coefficient(ceiling.model()),
                Numbers.coefficient(ceiling.lower()),
                Numbers.coefficient(ceiling.upper()),
                ceiling.people(),
                switch (ceiling.place(measure)) {
                    case UNKNOWN -> Numbers.NONE;
                    case BELOW -> "below the others";
                    case WITHIN -> "between the two";
                    case ABOVE -> "above all";
                });
    }

    /**
     * A line of the corrected correlations.
     *
     * @param mind what to mind about it; empty if nothing
     */
    record CorrelationLine(
            String title,
            String pearson,
            String reliability,
            String by,
            String ceiling,
            String corrected,
            String interval,
            String mind) {

        static CorrelationLine of(String title, Disattenuated one) {
            return new CorrelationLine(
                    title,
                    Numbers.coefficient(one.pearson()),
                    Numbers.coefficient(one.reliability()),
                    one.complete() ? "Cronbach's α" : "components of variance, since answers lack",
                    Numbers.coefficient(one.ceiling()),
                    Numbers.coefficient(one.corrected().value()),
                    ComparisonText.interval(one.corrected()),
                    Stream.of(
                                    one.cut() ? "above 1, cut to 1" : "",
                                    one.isRough() ? "people agree too little for it" : "")
                            .filter(words -> !words.isEmpty())
                            .reduce((first, second) -> first + "; " + second)
                            .orElse(""));
        }
    }

    public List<CorrelationLine> correlations() {
        return List.of(
                CorrelationLine.of("Valence", detail.valence()), CorrelationLine.of("Arousal", detail.arousal()));
    }
}
