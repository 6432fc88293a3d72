package org.c25.predictions;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.c25.affect.Dimension;
import org.c25.affect.Expression;
import org.c25.common.Fault;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one line of a file of predictions; it adds anything wrong in them to the faults. */
final class PredictionCells {

    /** The answer of a model that says nothing of the expression. */
    static final Said NOTHING = new Said(null, false);

    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    /** The form of a code: a whole number, which may end in .0, as pandas writes a column with gaps. */
    private static final Pattern CODE = Pattern.compile("\\d{1,3}(\\.0)?");

    private static final Pattern INDEX = Pattern.compile("\\d{1,18}");
    private static final double UNDEFINED = -2;

    private final NamedCsvRecord record;
    private final LabelScheme scheme;
    private final List<Fault> faults;

    PredictionCells(NamedCsvRecord record, LabelScheme scheme, List<Fault> faults) {
        this.record = record;
        this.scheme = scheme;
        this.faults = faults;
    }

    /**
     * What a model says of the expression.
     *
     * @param noneOfEight whether it says that none of the eight fits
     */
    record Said(@Nullable Expression expression, boolean noneOfEight) {}

    long line() {
        return record.getStartingLineNumber();
    }

    void fault(@Nullable String column, String message) {
        faults.add(Fault.atLine(UploadedPredictions.FIELD, line(), column, message));
    }

    /** Whether the line has a cell for each column. */
    boolean areAsMany() {
        int columns = record.getHeader().size();
        if (record.getFieldCount() != columns) {
            fault(null, "has " + record.getFieldCount() + " columns, and the header " + columns);
        }
        return record.getFieldCount() == columns;
    }

    @Nullable
    String text(String column) {
        return record.findField(column)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }

    @Nullable
    Long index() {
        String text = text("index");
        if (text == null || INDEX.matcher(text).matches()) {
            return text == null ? null : Long.valueOf(text);
        }
        fault("index", "a whole number from 0, not " + text);
        return null;
    }

    /** Reads the expression from a code or a name. */
    Said expression() {
        String text = text("expression");
        if (text == null) {
            return NOTHING;
        }
        if (CODE.matcher(text).matches()) {
            int code = Integer.parseInt(text.replace(".0", ""));
            if (scheme.has(code)) {
                Optional<Expression> expression = scheme.expression(code);
                return new Said(expression.orElse(null), expression.isEmpty());
            }
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
        int before = faults.size();
        Map<Expression, Double> scores = new EnumMap<>(Expression.class);
        for (Expression column : columns) {
            Double score = number(column.english());
            if (score != null) {
                scores.put(column, score);
            }
        }
        if (faults.size() == before && !scores.isEmpty() && scores.size() < columns.size()) {
            columns.stream()
                    .filter(column -> !scores.containsKey(column))
                    .findFirst()
                    .ifPresent(missing -> fault(missing.english(), "is empty, and other scores are not"));
        }
        return scores;
    }

    /** Reads scores that nobody asked for; empty unless each is a number, since the columns may hold anything. */
    Map<Expression, Double> scoresIfAny(List<Expression> columns) {
        List<Fault> unheard = new ArrayList<>();
        Map<Expression, Double> scores = new PredictionCells(record, scheme, unheard).scores(columns);
        return unheard.isEmpty() ? scores : Map.of();
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
        String text = text(PredictionsFile.CLAMPED);
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

    private @Nullable Double number(String column) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        if (DECIMAL.matcher(text).matches() && Double.isFinite(Double.parseDouble(text))) {
            return Double.valueOf(text);
        }
        fault(column, "a number such as 0.25, not " + text);
        return null;
    }

    /** Reads valence or arousal; null if there is none. */
    @Nullable
    Double value(String column) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        if (DECIMAL.matcher(text).matches()) {
            double value = Double.parseDouble(text);
            if (value >= -1 && value <= 1) {
                return value;
            }
            if (value == UNDEFINED && scheme == LabelScheme.AFFECTNET) {
                return null;
            }
        }
        fault(column, "is -1 to 1, or empty, not " + text);
        return null;
    }
}
