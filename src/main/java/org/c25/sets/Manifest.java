package org.c25.sets;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecordHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.c25.affect.AffectNetLabel;
import org.c25.common.Fault;
import org.c25.common.Problem;
import org.c25.common.UploadedCsv;
import org.jspecify.annotations.Nullable;

/**
 * Reads a manifest: a CSV with a header and at least the columns {@code index} and {@code filename}. The columns
 * {@code expression}, {@code valence} and {@code arousal}, if there, are AffectNet's own labels in its codes; every
 * other column is ignored. The order of the lines is the order of the set.
 */
public final class Manifest {

    private static final String FIELD = "manifest";
    private static final int FILENAME_MAX = 255;
    /** The first words of the fault that a file name is unfit; the file name follows. */
    public static final String BARE =
            "is a bare file name of at most " + FILENAME_MAX + " characters, without a folder, not ";

    private static final List<String> COLUMNS = List.of("index", "filename", "expression", "valence", "arousal");

    private final List<Fault> faults = new ArrayList<>();
    private final List<ManifestRow> rows = new ArrayList<>();
    private final Map<String, Long> lineOfFilename = new HashMap<>();
    private final Map<Long, Long> lineOfIndex = new HashMap<>();

    private Manifest() {}

    /**
     * What was read: the rows that name a file, and all faults. The rows are to be stored only if there is no fault.
     */
    record Reading(List<ManifestRow> rows, List<Fault> faults) {}

    /**
     * Reads a manifest.
     *
     * @throws Problem if the file is no such CSV at all
     */
    static Reading read(InputStream in) throws IOException {
        Manifest manifest = new Manifest();
        try (CsvReader<NamedCsvRecord> csv = UploadedCsv.reader().build(header(), UploadedCsv.text(in))) {
            boolean first = true;
            for (NamedCsvRecord record : csv) {
                if (first) {
                    requireColumns(record);
                    first = false;
                }
                manifest.take(record);
            }
            if (first) {
                throw Problem.invalid(
                        FIELD, "is empty: a header with index,filename and a line for each image is needed");
            }
        } catch (CsvParseException | UncheckedIOException | CharacterCodingException e) {
            throw Problem.invalid(FIELD, UploadedCsv.fault(e));
        }
        return new Reading(manifest.rows, manifest.faults);
    }

    /** Returns a reader of the header in which columns that are ignored may have the same name, or none. */
    private static NamedCsvRecordHandler header() {
        return NamedCsvRecordHandler.of(header -> header.allowDuplicateHeaderFields(true));
    }

    private static void requireColumns(NamedCsvRecord record) {
        List<Fault> missing = new ArrayList<>();
        for (String column : List.of("index", "filename")) {
            if (!record.getHeader().contains(column)) {
                missing.add(Fault.atLine(FIELD, 1, column, "is missing from the header"));
            }
        }
        for (String column : COLUMNS) {
            if (Collections.frequency(record.getHeader(), column) > 1) {
                missing.add(Fault.atLine(FIELD, 1, column, "is in the header twice"));
            }
        }
        if (!missing.isEmpty()) {
            throw Problem.invalid(missing);
        }
    }

    private void take(NamedCsvRecord record) {
        long line = record.getStartingLineNumber();
        int columns = record.getHeader().size();
        if (record.getFieldCount() != columns) {
            String message = "has " + record.getFieldCount() + " columns, and the header " + columns;
            faults.add(Fault.atLine(FIELD, line, null, message));
            return;
        }
        int faultsBefore = faults.size();
        Long index = number(record, "index", Long::valueOf, value -> value >= 0, "a whole number from 0");
        if (index == null && faults.size() == faultsBefore) {
            faults.add(Fault.atLine(FIELD, line, "index", "is empty"));
        }
        String filename = record.findField("filename").orElse("").strip();
        if (filename.isEmpty()) {
            faults.add(Fault.atLine(FIELD, line, "filename", "is empty"));
        } else if (!isBare(filename)) {
            faults.add(Fault.atLine(FIELD, line, "filename", BARE + filename));
        }
        Integer expression = number(
                record,
                "expression",
                Integer::valueOf,
                code -> code >= 0 && code <= 10,
                "is an AffectNet code, 0 to 10");
        Double valence = number(record, "valence", Double::valueOf, Manifest::isAffectNetValue, "is -1 to 1, or -2");
        Double arousal = number(record, "arousal", Double::valueOf, Manifest::isAffectNetValue, "is -1 to 1, or -2");
        if (index != null) {
            refuseSecond("index", index, line, lineOfIndex);
        }
        if (!filename.isEmpty()) {
            refuseSecond("filename", filename, line, lineOfFilename);
        }
        // A row with another fault is kept too, so that its image is checked and all faults are reported at once.
        if (!filename.isEmpty()) {
            rows.add(new ManifestRow(
                    line, index == null ? -1 : index, filename, new AffectNetLabel(expression, valence, arousal)));
        }
    }

    public static boolean isBare(String filename) {
        return filename.length() <= FILENAME_MAX
                && filename.chars().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c));
    }

    private <T> @Nullable T number(
            NamedCsvRecord record, String column, Function<String, T> parse, Predicate<T> fits, String rule) {
        Optional<String> text = record.findField(column).map(String::strip).filter(value -> !value.isEmpty());
        if (text.isEmpty()) {
            return null;
        }
        try {
            T value = parse.apply(text.get());
            if (fits.test(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Falls through to the fault, as a number out of range does.
        }
        faults.add(Fault.atLine(FIELD, record.getStartingLineNumber(), column, rule + ", not " + text.get()));
        return null;
    }

    private static boolean isAffectNetValue(double value) {
        return value >= -1 && value <= 1 || value == -2;
    }

    private <T> void refuseSecond(String column, T value, long line, Map<T, Long> lineOf) {
        Long other = lineOf.putIfAbsent(value, line);
        if (other != null) {
            faults.add(Fault.atLine(FIELD, line, column, value + " is in line " + other + " already"));
        }
    }
}
