package org.c25.affectnet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.c25.affect.Expression;
import org.c25.common.CsvNumbers;
import org.c25.common.CsvRow;
import org.c25.common.CsvTable;
import org.c25.common.CsvText;
import org.c25.common.Fault;
import org.c25.common.FaultList;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Reads the models' predictions for AffectNet's images: a CSV with {@code index} or {@code filename}, and a column for
 * each model. The column holds the label, as AffectNet's code 0 … 7 or as the English name. Columns
 * {@code <model>_valence} and {@code <model>_arousal} may stand beside it. A column that is named as labels of the data
 * are, such as {@code label}, is no model, unless it is asked for by name.
 */
public final class PredictionsCsv {

    private static final String INDEX = "index";
    private static final String FILENAME = "filename";
    private static final String VALENCE = "_valence";
    private static final String AROUSAL = "_arousal";

    /** Names under which tools keep what is known of an image, beside what models say of it. */
    private static final Set<String> NO_MODELS = Set.of(
            "label",
            "labels",
            "expression",
            "emotion",
            "target",
            "class",
            "gt",
            "ground_truth",
            "groundtruth",
            "truth",
            "true",
            "y",
            "y_true",
            "valence",
            "arousal",
            "split",
            "fold",
            "path",
            "file",
            "image",
            "name",
            "id",
            "subdirectory_filepath",
            "face_x",
            "face_y",
            "face_width",
            "face_height",
            "facial_landmarks");

    private final FaultList faults;
    private final Candidates candidates;
    private List<String> models = List.of();
    private boolean byIndex;

    private PredictionsCsv(String field, Candidates candidates) {
        this.faults = new FaultList(field);
        this.candidates = candidates;
    }

    /**
     * Which columns were read as models' labels, and which columns were passed over, by their names in the file.
     */
    public record Read(List<String> models, List<String> passedOver) {}

    /**
     * Reads a file and gives its predictions to the candidates.
     *
     * @param field the field of the request in which the file came, for messages
     * @param wanted the names of the models to be read; empty for every column that may be one
     * @param candidates the candidates, which take the predictions
     * @throws Problem with what is wrong, by line and column
     */
    public static Read read(
            String field, InputStream in, SelectionRule rule, List<String> wanted, Candidates candidates)
            throws IOException {
        PredictionsCsv predictions = new PredictionsCsv(field, candidates);
        List<Read> read = new ArrayList<>();
        CsvTable.read(in, "a header and a line for each image", predictions.faults, table -> {
            predictions.models = models(table, rule, wanted);
            predictions.byIndex = table.has(INDEX);
            read.add(new Read(predictions.models, table.besides(used(predictions.models))));
            return predictions::take;
        });
        predictions.faults.refuseIfAny();
        return read.get(0);
    }

    private static List<String> used(List<String> models) {
        List<String> used = new ArrayList<>(List.of(INDEX, FILENAME));
        for (String model : models) {
            used.addAll(List.of(model, model + VALENCE, model + AROUSAL));
        }
        return used;
    }

    private static List<String> models(CsvTable table, SelectionRule rule, List<String> wanted) {
        List<Fault> wrong = new ArrayList<>();
        for (String column : table.columns()) {
            Fault twice = table.fault(column, "is in the header twice");
            if (!column.isEmpty() && table.hasTwice(column) && !wrong.contains(twice)) {
                wrong.add(twice);
            }
        }
        if (!table.has(INDEX) && !table.has(FILENAME)) {
            wrong.add(table.fault(null, "the header has neither index nor filename" + table.hint()));
        }
        for (String model : wanted) {
            if (!table.has(model)) {
                wrong.add(Fault.inField(
                        "models",
                        "the predictions have no column " + model + "; they have "
                                + String.join(", ", table.columns())));
            }
        }
        List<String> found = wanted.isEmpty()
                ? table.columns().stream()
                        .filter(column -> isModel(column, table))
                        .toList()
                : wanted.stream().map(table::named).toList();
        if (found.isEmpty()) {
            wrong.add(table.fault(null, "the header names no model: a column for each, with its label"));
        }
        if (rule.needsValues() && table.columns().stream().noneMatch(column -> isValueOf(column, found))) {
            wrong.add(table.fault(null, "the rule " + rule + " needs a column <model>_valence or <model>_arousal"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        return found;
    }

    /** Whether a column is that of a model's label. The column without a name that pandas writes is not. */
    private static boolean isModel(String column, CsvTable table) {
        String key = CsvText.key(column);
        return !key.isEmpty()
                && !key.equals(INDEX)
                && !key.equals(FILENAME)
                && !key.startsWith("unnamed:")
                && !NO_MODELS.contains(key)
                && !isValueOf(column, table.columns());
    }

    private static boolean isValueOf(String column, List<String> models) {
        String key = CsvText.key(column);
        return models.stream()
                .map(CsvText::key)
                .anyMatch(model -> key.equals(model + VALENCE) || key.equals(model + AROUSAL));
    }

    private void take(CsvRow row) {
        int before = faults.count();
        String filename = row.text(FILENAME);
        String bare = filename == null ? null : filename.substring(filename.lastIndexOf('/') + 1);
        Long index = row.whole(INDEX, value -> value >= 0 && value <= Integer.MAX_VALUE, "a whole number from 0");
        if (faults.count() == before && index == null && (byIndex || bare == null)) {
            row.fault(byIndex ? INDEX : FILENAME, "is empty");
        }
        List<ModelVote> votes = new ArrayList<>(models.size());
        for (String model : models) {
            votes.add(new ModelVote(label(row, model), value(row, model + VALENCE), value(row, model + AROUSAL)));
        }
        if (!faults.isAny()) {
            Integer number = index == null ? null : index.intValue();
            String wrong = candidates.take(new ModelVotes(number, bare, votes));
            if (wrong != null) {
                row.fault(index == null ? FILENAME : INDEX, wrong);
            }
        }
    }

    /** Returns the label in a cell, or null and a fault. */
    private static @Nullable Expression label(CsvRow row, String column) {
        String text = row.value(column);
        if (text == null) {
            return null;
        }
        OptionalLong code = CsvNumbers.whole(text);
        Optional<Expression> label = code.isPresent()
                ? code.getAsLong() < 0 || code.getAsLong() > Expression.all().size()
                        ? Optional.empty()
                        : Expression.ofAffectNetCode((int) code.getAsLong())
                : Expression.all().stream()
                        .filter(one -> one.english().equals(text.toLowerCase(Locale.ROOT)))
                        .findFirst();
        if (label.isEmpty()) {
            String rule = "is AffectNet's code 0 to 7, or a name such as happiness, or empty";
            row.fault(column, CsvNumbers.fault(rule, text) + "; if the column is no model, name those that are");
        }
        return label.orElse(null);
    }

    private static @Nullable Double value(CsvRow row, String column) {
        return row.decimal(column, value -> value >= -1 && value <= 1, "is -1 to 1, or empty");
    }
}
