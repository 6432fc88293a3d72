package org.c25.predictions;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.c25.affect.Expression;
import org.c25.common.Fault;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a file of predictions.
 *
 * @param key the column that names an image: {@code index} if there is one, else {@code filename}
 * @param hasExpression whether there is a column {@code expression}
 * @param scores the expressions that have a column of scores: some, beside {@code expression}, or all eight in its
 *     place
 * @param hasClamped whether it says which values were clamped, as the files of the trainer do
 */
record PredictionsHeader(String key, boolean hasExpression, List<Expression> scores, boolean hasClamped) {

    static final List<String> EXPRESSIONS =
            Expression.all().stream().map(Expression::english).toList();

    /**
     * Reads the header.
     *
     * @throws Problem 422 if columns are missing, or are there twice
     */
    static PredictionsHeader of(List<String> columns) {
        List<Fault> wrong = new ArrayList<>();
        for (String column : known()) {
            if (Collections.frequency(columns, column) > 1) {
                wrong.add(fault(column, "is in the header twice"));
            }
        }
        if (!columns.contains("index") && !columns.contains("filename")) {
            wrong.add(fault(null, "the header has neither index nor filename" + hint(columns)));
        }
        boolean expression = columns.contains("expression");
        boolean scores = columns.containsAll(EXPRESSIONS);
        if (!expression && !scores) {
            List<String> missing =
                    EXPRESSIONS.stream().filter(one -> !columns.contains(one)).toList();
            if (missing.size() < EXPRESSIONS.size()) {
                wrong.add(fault(
                        null,
                        "the header lacks " + String.join(", ", missing)
                                + ": a column for each of the eight is needed, or one named expression"));
            } else if (!columns.contains("valence") && !columns.contains("arousal")) {
                wrong.add(fault(null, "the header has none of expression, valence and arousal" + hint(columns)));
            }
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        return new PredictionsHeader(
                columns.contains("index") ? "index" : "filename",
                expression,
                expression || scores
                        ? Expression.all().stream()
                                .filter(one -> columns.contains(one.english()))
                                .toList()
                        : List.of(),
                columns.contains(PredictionsFile.CLAMPED));
    }

    private static List<String> known() {
        List<String> known = new ArrayList<>(
                List.of("index", "filename", "expression", "valence", "arousal", PredictionsFile.CLAMPED));
        known.addAll(EXPRESSIONS);
        return known;
    }

    private static String hint(List<String> columns) {
        return columns.size() == 1 && columns.get(0).contains(";") ? "; cells are separated by commas" : "";
    }

    private static Fault fault(@Nullable String column, String message) {
        return Fault.atLine(UploadedPredictions.FIELD, 1, column, message);
    }
}
