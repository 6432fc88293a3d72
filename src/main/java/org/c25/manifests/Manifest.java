package org.c25.manifests;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.c25.affect.AffectNetLabel;
import org.c25.affect.Expression;
import org.c25.common.ColumnsRead;
import org.c25.common.CsvRow;
import org.c25.common.CsvTable;
import org.c25.common.Fault;
import org.c25.common.FaultList;
import org.c25.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Reads a manifest: a CSV with a header and at least the columns {@code index} and {@code filename}. The columns
 * {@code expression}, {@code valence} and {@code arousal}, if there, are AffectNet's own labels in its codes or by their
 * English names; every other column is passed over. The order of the lines is the order of the set.
 */
public final class Manifest {

    private static final String FIELD = "manifest";
    private static final int FILENAME_MAX = 255;
    /** The first words of the fault that a file name is unfit; the file name follows. */
    public static final String BARE =
            "is a bare file name of at most " + FILENAME_MAX + " characters, without a folder, not ";

    private static final List<String> REQUIRED = List.of("index", "filename");
    private static final List<String> COLUMNS = List.of("index", "filename", "expression", "valence", "arousal");

    /** Columns of files that C25 itself writes, whose expressions are in its own codes, not in AffectNet's. */
    private static final List<String> OF_OUR_ANSWERS =
            List.of("expression_votes", "expression_share", "expression_label", "participant", "clamped");

    private static final int GREATEST_CODE = 10;

    private final FaultList faults = new FaultList(FIELD);
    private final List<ManifestRow> rows = new ArrayList<>();
    private final Map<String, Long> lineOfFilename = new HashMap<>();
    private final Map<Long, Long> lineOfIndex = new HashMap<>();
    private ColumnsRead columns = new ColumnsRead(List.of(), List.of());

    private Manifest() {}

    /**
     * What was read: the rows that name a file, all faults, and the columns. The rows are to be stored only if there is
     * no fault.
     */
    public record Reading(List<ManifestRow> rows, FaultList faults, ColumnsRead columns) {}

    /**
     * Reads a manifest.
     *
     * @throws Problem if the file is no such CSV at all
     */
    public static Reading read(InputStream in) throws IOException {
        Manifest manifest = new Manifest();
        CsvTable.read(in, "a header with index,filename and a line for each image", manifest.faults, table -> {
            requireColumns(table);
            manifest.columns = ColumnsRead.of(table, COLUMNS);
            return manifest::take;
        });
        if (manifest.rows.isEmpty() && !manifest.faults.isAny()) {
            throw Problem.invalid(FIELD, "is empty: a header with index,filename and a line for each image is needed");
        }
        return new Reading(manifest.rows, manifest.faults, manifest.columns);
    }

    private static void requireColumns(CsvTable table) {
        List<Fault> wrong = new ArrayList<>();
        for (String column : REQUIRED) {
            if (!table.has(column)) {
                wrong.add(table.fault(column, "is missing from the header" + table.hint()));
            }
        }
        for (String column : COLUMNS) {
            if (table.hasTwice(column)) {
                wrong.add(table.fault(table.named(column), "is in the header twice"));
            }
        }
        if (table.has("expression")) {
            OF_OUR_ANSWERS.stream()
                    .filter(table::has)
                    .findFirst()
                    .ifPresent(own -> wrong.add(table.fault(
                            table.named("expression"),
                            "stands beside " + own
                                    + ", so that it holds C25's codes, and a manifest has AffectNet's: 0 is"
                                    + " happiness there and neutral here. Delete the columns expression, valence and arousal,"
                                    + " or rename them")));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
    }

    private void take(CsvRow row) {
        int before = faults.count();
        Long index = row.whole("index", value -> value >= 0, "a whole number from 0");
        if (index == null && faults.count() == before) {
            row.fault("index", "is empty");
        }
        String filename = filename(row);
        Integer expression = expression(row);
        Double valence = row.decimal("valence", Manifest::isAffectNetValue, "is -1 to 1, or -2");
        Double arousal = row.decimal("arousal", Manifest::isAffectNetValue, "is -1 to 1, or -2");
        if (index != null) {
            refuseSecond("index", index, row, lineOfIndex);
        }
        // A row with another fault is kept too, so that its image is checked and all faults are reported at once.
        if (filename != null) {
            refuseSecond("filename", filename, row, lineOfFilename);
            rows.add(new ManifestRow(
                    row.line(),
                    index == null ? -1 : index,
                    filename,
                    new AffectNetLabel(expression, valence, arousal)));
        }
    }

    private @Nullable String filename(CsvRow row) {
        int before = faults.count();
        String filename = row.text("filename");
        if (filename == null) {
            if (faults.count() == before) {
                row.fault("filename", "is empty");
            }
        } else if (!isBare(filename)) {
            row.fault("filename", BARE + filename);
        }
        return filename;
    }

    public static boolean isBare(String filename) {
        return filename.length() <= FILENAME_MAX
                && filename.chars().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c));
    }

    private @Nullable Integer expression(CsvRow row) {
        String text = row.value("expression");
        if (text != null) {
            String word = text.toLowerCase(Locale.ROOT);
            for (Expression one : Expression.all()) {
                if (one.english().equals(word)) {
                    return one.affectNetCode();
                }
            }
        }
        Long code = row.whole(
                "expression",
                value -> value >= 0 && value <= GREATEST_CODE,
                "is an AffectNet code, 0 to 10, or a name such as happiness");
        return code == null ? null : code.intValue();
    }

    private static boolean isAffectNetValue(double value) {
        return value >= -1 && value <= 1 || value == -2;
    }

    private static <T> void refuseSecond(String column, T value, CsvRow row, Map<T, Long> lineOf) {
        Long other = lineOf.putIfAbsent(value, row.line());
        if (other != null) {
            row.fault(column, value + " is in line " + other + " already");
        }
    }
}
