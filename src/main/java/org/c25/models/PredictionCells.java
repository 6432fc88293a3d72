package org.c25.models;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
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

    /** Returns the expression with the highest of the eight scores, the smallest code on a tie. */
    Said best() {
        int before = faults.size();
        int empty = 0;
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (String column : PredictionsHeader.EXPRESSIONS) {
            Double score = number(column);
            empty += text(column) == null ? 1 : 0;
            if (score != null && score > most) {
                most = score;
                best = PredictionsHeader.EXPRESSIONS.indexOf(column);
            }
        }
        if (faults.size() == before && empty > 0 && empty < PredictionsHeader.EXPRESSIONS.size()) {
            String missing = PredictionsHeader.EXPRESSIONS.stream()
                    .filter(column -> text(column) == null)
                    .findFirst()
                    .orElseThrow();
            fault(missing, "is empty, and others of the eight are not");
        }
        return new Said(Expression.ofCode(best).orElse(null), false);
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
