package org.c25.models;

import java.util.List;
import java.util.stream.IntStream;
import org.c25.agreement.Estimate;
import org.c25.common.Numbers;
import org.c25.comparison.ComparisonFigures;
import org.c25.comparison.ComparisonMeasure;
import org.c25.comparison.ParticipantRange;

/** Writes what is compared as pages show it. */
final class ComparisonText {

    private ComparisonText() {}

    /** Returns a range, such as {@code 0.612 (0.401 to 0.733), of 25}. */
    static String range(ParticipantRange range) {
        return range.people() == 0
                ? "–"
                : Numbers.coefficient(range.median()) + " (" + ends(range) + "), of " + range.people();
    }

    /** Returns the ends of a range, such as {@code 0.401 to 0.733}; empty if it is undefined. */
    static String ends(ParticipantRange range) {
        return range.people() == 0
                ? ""
                : Numbers.coefficient(range.least()) + " to " + Numbers.coefficient(range.greatest());
    }

    /** Returns an interval, such as {@code 0.401 to 0.733}; empty if there is none. */
    static String interval(Estimate estimate) {
        return estimate.hasInterval()
                ? Numbers.coefficient(estimate.low()) + " to " + Numbers.coefficient(estimate.high())
                : "";
    }

    /** Returns a probability, such as {@code 0.031} and {@code < 0.001}. */
    static String probability(double p) {
        return p < 0.001 ? "< 0.001" : Numbers.coefficient(p);
    }

    /** Returns a number of images, such as {@code 780 images}. */
    static String images(int images) {
        return Numbers.count(images, "image");
    }

    /**
     * Returns on how many images the figures rest: {@code 780}, or one number for each of expressions, valence and
     * arousal if these differ, such as {@code 780 · 779 · 779}.
     */
    static String basis(ComparisonFigures figures) {
        return IntStream.of(
                                        figures.expression().images(),
                                        figures.valence().images(),
                                        figures.arousal().images())
                                .distinct()
                                .count()
                        == 1
                ? Numbers.whole(figures.expression().images())
                : Numbers.whole(figures.expression().images()) + " · "
                        + Numbers.whole(figures.valence().images()) + " · "
                        + Numbers.whole(figures.arousal().images());
    }

    /** Returns the figures by every measure. */
    static List<Cell> cells(ComparisonFigures figures) {
        return ComparisonMeasure.HEADLINES.stream()
                .map(measure -> new Cell(Numbers.coefficient(measure.of(figures)), images(measure.images(figures))))
                .toList();
    }

    /** A figure, and the images that it rests on. */
    record Cell(String value, String basis) {}
}
