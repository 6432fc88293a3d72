package org.c25.models;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Figures as pages have them. */
final class ComparisonText {

    private ComparisonText() {}

    /** With three decimals and a real minus; – where it is undefined. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.equals("-0.000") ? "0.000" : text.replace('-', '−');
    }

    /** Such as {@code 0.612 (0.401 to 0.733), of 25}. */
    static String range(ParticipantRange range) {
        return range.people() == 0 ? "–" : number(range.median()) + " (" + ends(range) + "), of " + range.people();
    }

    /** Such as {@code 0.401 to 0.733}; empty where it is undefined. */
    static String ends(ParticipantRange range) {
        return range.people() == 0 ? "" : number(range.least()) + " to " + number(range.greatest());
    }

    /** Such as {@code 780 images}. */
    static String images(int images) {
        return images + (images == 1 ? " image" : " images");
    }

    /**
     * On how many images figures rest: {@code 780}, or one number for expressions, valence and arousal where these differ, such
     * as {@code 780 · 779 · 779}.
     */
    static String basis(ComparisonFigures figures) {
        return IntStream.of(
                                        figures.expression().images(),
                                        figures.valence().images(),
                                        figures.arousal().images())
                                .distinct()
                                .count()
                        == 1
                ? String.valueOf(figures.expression().images())
                : figures.expression().images() + " · " + figures.valence().images() + " · "
                        + figures.arousal().images();
    }

    /** By every measure. */
    static List<Cell> cells(ComparisonFigures figures) {
        return Stream.of(ComparisonMeasure.values())
                .map(measure -> new Cell(number(measure.of(figures)), images(measure.images(figures))))
                .toList();
    }

    /** A figure and what it rests on. */
    record Cell(String value, String basis) {}
}
