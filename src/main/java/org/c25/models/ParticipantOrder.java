package org.c25.models;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.c25.comparison.ComparisonFigures;
import org.c25.comparison.ComparisonMeasure;
import org.c25.comparison.ParticipantComparison;
import org.jspecify.annotations.Nullable;

/**
 * The order of a table of participants: by slot, or by a figure, the best first.
 *
 * @param key the figure, such as {@code model-accuracy}, the model against the participant, or {@code others-kappa},
 *     the participant against the others; empty for the order by slot
 */
record ParticipantOrder(String key, Comparator<ParticipantComparison> by) implements Comparator<ParticipantComparison> {

    /**
     * The measures that the table has columns of, each for the model against the participant and for the participant
     * against the others.
     */
    static final List<ComparisonMeasure> COLUMNS = List.of(
            ComparisonMeasure.ACCURACY,
            ComparisonMeasure.KAPPA,
            ComparisonMeasure.VALENCE_CCC,
            ComparisonMeasure.AROUSAL_CCC,
            ComparisonMeasure.VALENCE_RMSE,
            ComparisonMeasure.AROUSAL_RMSE);

    private static final String MODEL = "model-";
    private static final String OTHERS = "others-";

    /**
     * Returns the order by a column.
     *
     * @param key the column's key; anything else gives the order by slot
     */
    static ParticipantOrder of(@Nullable String key) {
        return Optional.ofNullable(key)
                .flatMap(text -> by(text, MODEL, ParticipantComparison::model)
                        .or(() -> by(text, OTHERS, ParticipantComparison::others)))
                .orElse(new ParticipantOrder("", Comparator.comparing(ParticipantComparison::slot)));
    }

    private static Optional<ParticipantOrder> by(
            String key, String prefix, Function<ParticipantComparison, ComparisonFigures> figures) {
        return Optional.of(key)
                .filter(text -> text.startsWith(prefix))
                .flatMap(text -> ComparisonMeasure.ofKey(text.substring(prefix.length())))
                .map(measure -> new ParticipantOrder(
                        key,
                        Comparator.<ParticipantComparison, ComparisonFigures>comparing(figures, measure::compare)
                                .thenComparing(ParticipantComparison::slot)));
    }

    /**
     * A column.
     *
     * @param about its meaning, for readers for whom the title is too short
     */
    record Column(String key, String title, String about) {}

    /** Returns the columns after the participant's, from left to right. */
    static List<Column> columns() {
        return Stream.of(MODEL, OTHERS)
                .flatMap(prefix -> COLUMNS.stream()
                        .map(measure -> new Column(
                                prefix + measure.key(),
                                measure.shortTitle(),
                                "Sort by " + measure.title()
                                        + (prefix.equals(MODEL)
                                                ? " of the model against the participant"
                                                : " of the participant against the others"))))
                .toList();
    }

    @Override
    public int compare(ParticipantComparison one, ParticipantComparison other) {
        return by.compare(one, other);
    }
}
