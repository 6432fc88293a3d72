package org.c25.common;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV with a header that somebody sends, as tools write it: see {@link CsvText}. Capitals and spaces in the
 * names of columns do not count, empty columns at the end are none, and neither are empty rows there.
 */
public final class CsvTable {

    private final FaultList faults;
    private final List<String> columns;
    private final Map<String, Integer> places = new HashMap<>();

    /** The places of columns by the very names by which they were asked for. */
    private final Map<String, Integer> asked = new HashMap<>();

    private final CsvText text;
    private final String header;

    /** Takes the rows of a file in their order. */
    @FunctionalInterface
    public interface Rows {

        void take(CsvRow row);

        /** Hears of a row with too many or too few cells. */
        default void skip() {}
    }

    private CsvTable(FaultList faults, CsvText text, List<String> header) {
        this.faults = faults;
        this.text = text;
        this.columns = header;
        this.header = String.join(String.valueOf(text.separator()), header);
        for (int i = 0; i < columns.size(); i++) {
            places.putIfAbsent(CsvText.key(columns.get(i)), i);
        }
    }

    /**
     * Reads a whole file. Rows with too many or too few cells become faults, and are not handed on.
     *
     * @param what what the file is to hold, for the message that it is empty
     * @param faults gets what is wrong with the rows
     * @param reading looks at the header, and returns what takes the rows
     * @throws Problem 422 if it is no CSV in UTF-8 or has no row, and whatever {@code reading} throws
     */
    public static void read(InputStream in, String what, FaultList faults, Function<CsvTable, Rows> reading)
            throws IOException {
        CsvText text = CsvText.open(faults.field(), in);
        try (CsvReader<CsvRecord> csv = text.csv().skipEmptyLines(false).ofCsvRecord(text.reader())) {
            readAll(csv, text, what, faults, reading);
        } catch (CsvParseException | UncheckedIOException | CharacterCodingException e) {
            faults.refuseIfAny();
            throw Problem.invalid(faults.field(), CsvText.fault(e));
        }
    }

    private static void readAll(
            Iterable<CsvRecord> csv, CsvText text, String what, FaultList faults, Function<CsvTable, Rows> reading) {
        @Nullable CsvTable table = null;
        @Nullable Rows rows = null;
        boolean any = false;
        List<CsvRow> blank = new ArrayList<>();
        for (CsvRecord record : csv) {
            List<String> cells = record.getFields();
            boolean isBlank =
                    cells.stream().allMatch(cell -> CsvText.clean(cell).isEmpty());
            if (table == null) {
                if (!isBlank) {
                    table = new CsvTable(faults, text, withoutEmptyEnd(cells));
                    rows = reading.apply(table);
                }
                continue;
            }
            CsvRow row = new CsvRow(table, record.getStartingLineNumber() + text.linesBefore(), cells, faults);
            if (isBlank && cells.size() > 1) {
                blank.add(row); // Of no account, unless another row follows.
            } else if (!isBlank) {
                if (blank.size() < FaultList.MOST) {
                    blank.forEach(CsvRow::tellThatItIsEmpty);
                }
                blank.clear();
                any = true;
                if (row.isWhole()) {
                    Objects.requireNonNull(rows).take(row);
                } else {
                    Objects.requireNonNull(rows).skip();
                }
            }
        }
        if (!any) {
            throw Problem.invalid(faults.field(), "is empty: " + what + " are needed");
        }
    }

    private static List<String> withoutEmptyEnd(List<String> header) {
        int end = header.size();
        while (end > 0 && CsvText.clean(header.get(end - 1)).isEmpty()) {
            end--;
        }
        return header.subList(0, end).stream().map(CsvText::clean).toList();
    }

    /** Returns the names of the columns, as they are written. */
    public List<String> columns() {
        return columns;
    }

    public boolean has(String column) {
        return places.containsKey(CsvText.key(column));
    }

    /** Returns the name of a column as the file has it. */
    public String named(String column) {
        Integer place = places.get(CsvText.key(column));
        return place == null ? column : columns.get(place);
    }

    /** Whether several columns have this name. */
    public boolean hasTwice(String column) {
        return columns.stream()
                        .filter(one -> CsvText.key(one).equals(CsvText.key(column)))
                        .count()
                > 1;
    }

    @Nullable
    Integer place(String column) {
        int place = asked.computeIfAbsent(column, one -> places.getOrDefault(CsvText.key(one), -1));
        return place < 0 ? null : place;
    }

    /** Returns a fault of the header. */
    public Fault fault(@Nullable String column, String message) {
        return Fault.atLine(faults.field(), 1L + text.linesBefore(), column, message);
    }

    /** Returns words for the end of a message that columns are missing: what the header is, if it was split wrongly. */
    public String hint() {
        return columns.size() > 1
                ? ""
                : "; the header is one column, " + (header.length() > 80 ? header.substring(0, 80) + " …" : header)
                        + ": commas, semicolons or tabs stand between cells";
    }

    /** Returns the columns that were passed over, by their names in the file; those without a name are not told. */
    public List<String> besides(Iterable<String> read) {
        List<String> keys = new ArrayList<>();
        read.forEach(column -> keys.add(CsvText.key(column)));
        return columns.stream()
                .filter(column -> !column.isEmpty() && !keys.contains(CsvText.key(column)))
                .toList();
    }
}
