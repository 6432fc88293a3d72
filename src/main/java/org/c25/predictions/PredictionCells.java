package org.c25.predictions;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.c25.affect.Dimension;
import org.c25.affect.Expression;
import org.c25.common.CsvNumbers;
import org.c25.common.CsvRow;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one line of a file of predictions; what is wrong in them goes to the faults of the file. */
final class PredictionCells {

    /** The answer of a model that says nothing of the expression. */
    static final Said NOTHING = new Said(null, false);

    private static final double UNDEFINED = -2;

    private final CsvRow row;
    private final LabelScheme scheme;

    PredictionCells(CsvRow row, LabelScheme scheme) {
        this.row = row;
        this.scheme = scheme;
    }

    /**
     * What a model says of the expression.
     *
     * @param noneOfEight whether it says that none of the eight fits
     */
    record Said(@Nullable Expression expression, boolean noneOfEight) {}

    long line() {
        return row.line();
    }

    void fault(String column, String message) {
        row.fault(column, message);
    }

    /** Returns a file name, without the folders before it; null if there is none. */
    @Nullable
    String filename() {
        String text = row.text("filename");
        return text == null ? null : text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1);
    }

    @Nullable
    Long index() {
        return row.whole("index", value -> value >= 0, "a whole number from 0");
    }

    /** Reads the expression from a code or a name. */
    Said expression() {
        String text = row.value("expression");
        if (text == null) {
            return NOTHING;
        }
        OptionalLong code = CsvNumbers.whole(text);
        if (code.isPresent() && code.getAsLong() == (int) code.getAsLong() && scheme.has((int) code.getAsLong())) {
            Optional<Expression> expression = scheme.expression((int) code.getAsLong());
            return new Said(expression.orElse(null), expression.isEmpty());
        }
        int named = PredictionsHeader.EXPRESSIONS.indexOf(text.toLowerCase(Locale.ROOT));
        if (named < 0) {
            fault("expression", scheme.rule() + ", not " + text);
        }
        return new Said(Expression.ofCode(named).orElse(null), false);
    }

    /**
     * Reads the scores of expressions: all of them, or none.
     *
     * @param columns the expressions that have a column
     */
    Map<Expression, Double> scores(List<Expression> columns) {
        Map<Expression, Double> scores = new EnumMap<>(Expression.class);
        boolean fit = true;
        for (Expression column : columns) {
            Double score = row.decimal(column.english(), value -> true, "a number such as 0.25");
            if (score != null) {
                scores.put(column, score);
            } else {
                fit &= row.value(column.english()) == null;
            }
        }
        if (fit && !scores.isEmpty() && scores.size() < columns.size()) {
            columns.stream()
                    .filter(column -> !scores.containsKey(column))
                    .findFirst()
                    .ifPresent(missing -> fault(missing.english(), "is empty, and other scores are not"));
        }
        return scores;
    }

    /** Reads scores that nobody asked for; empty unless each is a number, since the columns may hold anything. */
    Map<Expression, Double> scoresIfAny(List<Expression> columns) {
        Map<Expression, Double> scores = new EnumMap<>(Expression.class);
        for (Expression column : columns) {
            String text = row.value(column.english());
            OptionalDouble score = text == null ? OptionalDouble.empty() : CsvNumbers.decimal(text);
            if (score.isEmpty()) {
                return Map.of();
            }
            scores.put(column, score.getAsDouble());
        }
        return scores;
    }

    /** Returns the expression with the highest score, the smallest code on a tie. */
    static Said best(Map<Expression, Double> scores) {
        @Nullable Expression best = null;
        double most = Double.NEGATIVE_INFINITY;
        for (Map.Entry<Expression, Double> one : scores.entrySet()) {
            if (one.getValue() > most) {
                most = one.getValue();
                best = one.getKey();
            }
        }
        return new Said(best, false);
    }

    /** Reads which values were clamped. */
    Set<Dimension> clamped() {
        String text = row.text(PredictionsFile.CLAMPED);
        Set<Dimension> clamped = EnumSet.noneOf(Dimension.class);
        if (text != null) {
            for (Dimension scale : PredictionsFile.SCALES) {
                if (List.of(text.split(" ")).contains(scale.field())) {
                    clamped.add(scale);
                }
            }
            if (clamped.size() != text.split(" ").length) {
                fault(PredictionsFile.CLAMPED, "is empty, valence, arousal, or valence arousal, not " + text);
            }
        }
        return clamped;
    }

    /** Reads valence or arousal; null if there is none. */
    @Nullable
    Double value(String column) {
        Double value = row.decimal(
                column,
                one -> one >= -1 && one <= 1 || one == UNDEFINED && scheme == LabelScheme.AFFECTNET,
                "is -1 to 1, or empty");
        return value == null || value == UNDEFINED ? null : value;
    }
}
