package org.c25.affectnet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecordHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.c25.affect.Expression;
import org.c25.common.Fault;
import org.c25.common.FaultList;
import org.c25.common.Problem;
import org.c25.common.UploadedCsv;
import org.jspecify.annotations.Nullable;

/**
 * Reads the models' predictions for AffectNet's images: a CSV with {@code index} or {@code filename}, and a column for
 * each model. The column holds the label, as AffectNet's code 0 … 7 or as the English name. Columns
 * {@code <model>_valence} and {@code <model>_arousal} may stand beside it.
 */
public final class PredictionsCsv {

    private static final String INDEX = "index";
    private static final String FILENAME = "filename";
    private static final String VALENCE = "_valence";
    private static final String AROUSAL = "_arousal";
    private static final Pattern CODE = Pattern.compile("[0-7](\\.0)?");

    private final FaultList faults;
    private final Candidates candidates;
    private List<String> header = List.of();
    private List<String> models = List.of();

    private PredictionsCsv(String field, Candidates candidates) {
        this.faults = new FaultList(field);
        this.candidates = candidates;
    }

    /**
     * Reads a file and gives its predictions to the candidates.
     *
     * @param field the field of the request in which the file came, for messages
     * @param candidates the candidates, which take the predictions
     * @throws Problem with what is wrong, by line and column; reading stops after about a hundred faults
     */
    public static void read(String field, InputStream in, SelectionRule rule, Candidates candidates)
            throws IOException {
        PredictionsCsv predictions = new PredictionsCsv(field, candidates);
        NamedCsvRecordHandler names = NamedCsvRecordHandler.of(columns -> columns.allowDuplicateHeaderFields(true));
        try (CsvReader<NamedCsvRecord> csv = UploadedCsv.reader().build(names, UploadedCsv.text(in))) {
            predictions.readAll(field, rule, csv);
        } catch (CsvParseException | UncheckedIOException | CharacterCodingException e) {
            predictions.faults.refuseIfAny();
            throw Problem.invalid(field, UploadedCsv.fault(e));
        }
        predictions.faults.refuseIfAny();
    }

    private void readAll(String field, SelectionRule rule, Iterable<NamedCsvRecord> csv) {
        for (NamedCsvRecord record : csv) {
            if (header.isEmpty()) {
                header = record.getHeader();
                models = models(field, rule);
            }
            take(record);
            if (faults.isFull()) {
                return;
            }
        }
        if (header.isEmpty()) {
            throw Problem.invalid(field, "is empty: a header and a line for each image are needed");
        }
    }

    private List<String> models(String field, SelectionRule rule) {
        List<Fault> wrong = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<String> found = new ArrayList<>();
        for (String column : header) {
            if (!column.isEmpty() && !seen.add(column)) {
                wrong.add(Fault.atLine(field, 1, column, "is in the header twice"));
            } else if (isModel(column)) {
                found.add(column);
            }
        }
        if (!seen.contains(INDEX) && !seen.contains(FILENAME)) {
            wrong.add(Fault.atLine(field, 1, null, "the header has neither index nor filename"));
        }
        if (found.isEmpty()) {
            wrong.add(Fault.atLine(field, 1, null, "the header names no model: a column for each, with its label"));
        }
        if (rule.needsValues() && header.stream().noneMatch(column -> isValueOf(column, found))) {
            wrong.add(Fault.atLine(
                    field, 1, null, "the rule " + rule + " needs a column <model>_valence or <model>_arousal"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        return found;
    }

    /** Whether a column is that of a model's label. The column without a name that pandas writes is not. */
    private boolean isModel(String column) {
        return !column.isEmpty() && !column.equals(INDEX) && !column.equals(FILENAME) && !isValueOf(column, header);
    }

    private static boolean isValueOf(String column, List<String> models) {
        return models.stream().anyMatch(model -> column.equals(model + VALENCE) || column.equals(model + AROUSAL));
    }

    private void take(NamedCsvRecord record) {
        if (record.getFieldCount() != header.size()) {
            faults.add(
                    record.getStartingLineNumber(),
                    null,
                    "has " + record.getFieldCount() + " columns, and the header " + header.size());
            return;
        }
        String filename = cell(record, FILENAME);
        Integer index = header.contains(INDEX) ? index(record) : null;
        if (!header.contains(INDEX) && filename == null) {
            faults.add(record.getStartingLineNumber(), FILENAME, "is empty");
        }
        List<ModelVote> votes = new ArrayList<>(models.size());
        for (String model : models) {
            votes.add(new ModelVote(
                    label(record, model), value(record, model + VALENCE), value(record, model + AROUSAL)));
        }
        if (!faults.isAny()) {
            String wrong = candidates.take(new ModelVotes(index, filename, votes));
            if (wrong != null) {
                faults.add(record.getStartingLineNumber(), index == null ? FILENAME : INDEX, wrong);
            }
        }
    }

    private static @Nullable String cell(NamedCsvRecord record, String column) {
        return record.findField(column)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }

    private @Nullable Integer index(NamedCsvRecord record) {
        String text = cell(record, INDEX);
        try {
            if (text != null && Integer.parseInt(text) >= 0) {
                return Integer.valueOf(text);
            }
        } catch (NumberFormatException e) {
            // A text that is no number gets the fault below, as a number below 0 does.
        }
        faults.add(
                record.getStartingLineNumber(),
                INDEX,
                text == null ? "is empty" : "a whole number from 0, not " + text);
        return null;
    }

    /** Returns the label in a cell, or null and a fault. A code may end in .0, as pandas writes a column with gaps. */
    private @Nullable Expression label(NamedCsvRecord record, String column) {
        String text = cell(record, column);
        if (text == null) {
            return null;
        }
        Optional<Expression> label = CODE.matcher(text).matches()
                ? Expression.ofAffectNetCode(text.charAt(0) - '0')
                : Expression.all().stream()
                        .filter(one -> one.english().equals(text.toLowerCase(Locale.ROOT)))
                        .findFirst();
        if (label.isEmpty()) {
            faults.add(
                    record.getStartingLineNumber(),
                    column,
                    "is AffectNet's code 0 to 7, or a name such as happiness, or empty, not " + text);
        }
        return label.orElse(null);
    }

    private @Nullable Double value(NamedCsvRecord record, String column) {
        String text = cell(record, column);
        if (text == null) {
            return null;
        }
        try {
            double value = Double.parseDouble(text);
            if (value >= -1 && value <= 1) {
                return value;
            }
        } catch (NumberFormatException e) {
            // A text that is no number gets the fault below, as a number out of range does.
        }
        faults.add(record.getStartingLineNumber(), column, "is -1 to 1, or empty, not " + text);
        return null;
    }
}
