package org.c25.predictions;

import java.util.ArrayList;
import java.util.List;
import org.c25.affect.Expression;
import org.c25.common.CsvTable;
import org.c25.common.Fault;
import org.c25.common.Problem;

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
    static PredictionsHeader of(CsvTable columns) {
        List<Fault> wrong = new ArrayList<>();
        for (String column : known()) {
            if (columns.hasTwice(column)) {
                wrong.add(columns.fault(columns.named(column), "is in the header twice"));
            }
        }
        if (!columns.has("index") && !columns.has("filename")) {
            wrong.add(columns.fault(null, "the header has neither index nor filename" + columns.hint()));
        }
        boolean expression = columns.has("expression");
        boolean scores = EXPRESSIONS.stream().allMatch(columns::has);
        if (!expression && !scores) {
            List<String> missing =
                    EXPRESSIONS.stream().filter(one -> !columns.has(one)).toList();
            if (missing.size() < EXPRESSIONS.size()) {
                wrong.add(columns.fault(
                        null,
                        "the header lacks " + String.join(", ", missing)
                                + ": a column for each of the eight is needed, or one named expression"));
            } else if (!columns.has("valence") && !columns.has("arousal")) {
                wrong.add(
                        columns.fault(null, "the header has none of expression, valence and arousal" + columns.hint()));
            }
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        return new PredictionsHeader(
                columns.has("index") ? "index" : "filename",
                expression,
                expression || scores
                        ? Expression.all().stream()
                                .filter(one -> columns.has(one.english()))
                                .toList()
                        : List.of(),
                columns.has(PredictionsFile.CLAMPED));
    }

    static List<String> known() {
        List<String> known = new ArrayList<>(
                List.of("index", "filename", "expression", "valence", "arousal", PredictionsFile.CLAMPED));
        known.addAll(EXPRESSIONS);
        return known;
    }
}
