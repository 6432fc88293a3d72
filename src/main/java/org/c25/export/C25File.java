package org.c25.export;

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
import java.util.Locale;
import java.util.Map;
import org.c25.common.Fault;
import org.c25.common.UploadedCsv;
import org.c25.sets.Item;
import org.jspecify.annotations.Nullable;

/**
 * Reads one C25 CSV against the items of the set it belongs to: the same images in the same order, one column per slot,
 * and in each cell exactly what the format allows.
 */
final class C25File {

    private static final int MOST_FAULTS = 100;
    private static final int FIRST_CELL = 2;

    private final C25Dimension dimension;
    private final String field;
    private final List<Item> items;
    private final int capacity;
    private final List<Fault> faults;
    private final Map<String, Integer> valueOf = new HashMap<>();
    /**
     * The values by item and slot: the cell's text as its index among the dimension's texts; −1 if the cell is empty.
     */
    private final int[][] values;

    private C25File(C25Dimension dimension, List<Item> items, int capacity, List<Fault> faults) {
        this.dimension = dimension;
        this.field = dimension.name().toLowerCase(Locale.ROOT);
        this.items = items;
        this.capacity = capacity;
        this.faults = faults;
        this.values = new int[items.size()][capacity];
        for (int i = 0; i < dimension.texts().size(); i++) {
            valueOf.put(dimension.texts().get(i), i);
        }
    }

    /**
     * Reads a whole file and checks it against the items.
     *
     * @param faults gets whatever is wrong, by line and column
     * @return items × slots: 0 … 7 for expressions, 0 … 8 for steps, −1 for an empty cell; of no use if there were
     *     faults
     */
    static int[][] read(C25Dimension dimension, InputStream in, List<Item> items, int capacity, List<Fault> faults)
            throws IOException {
        C25File file = new C25File(dimension, items, capacity, faults);
        try (CsvReader<CsvRecord> csv =
                UploadedCsv.reader().skipEmptyLines(false).ofCsvRecord(UploadedCsv.text(in))) {
            file.readAll(csv);
        } catch (CsvParseException | UncheckedIOException | CharacterCodingException e) {
            faults.add(Fault.inField(file.field, UploadedCsv.fault(e)));
        }
        return file.values;
    }

    private void readAll(Iterable<CsvRecord> csv) {
        int row = -1;
        for (CsvRecord record : csv) {
            if (row < 0) {
                if (!isHeader(record)) {
                    return;
                }
            } else if (row >= items.size()) {
                report(record, null, "is more than the set's " + items.size() + " images");
                return;
            } else {
                readRow(record, row);
            }
            if (faults.size() > MOST_FAULTS) {
                return;
            }
            row++;
        }
        if (row < items.size()) {
            faults.add(Fault.inField(
                    field, "has " + Math.max(row, 0) + " rows, and the set has " + items.size() + " images"));
        }
    }

    private boolean isHeader(CsvRecord record) {
        List<String> expected = new ArrayList<>(List.of(C25Csv.INDEX, C25Csv.FILENAME));
        for (int slot = 0; slot < capacity; slot++) {
            expected.add(C25Csv.column(slot));
        }
        List<String> found = record.getFields();
        if (found.equals(expected)) {
            return true;
        }
        report(
                record,
                null,
                "the header is index,filename,participant0 … participant" + (capacity - 1) + " ("
                        + expected.size() + " columns), not " + found.size() + " columns that begin with "
                        + String.join(",", found.subList(0, Math.min(3, found.size()))));
        return false;
    }

    private void readRow(CsvRecord record, int row) {
        Item item = items.get(row);
        if (record.getFieldCount() != capacity + FIRST_CELL) {
            report(record, null, "has " + record.getFieldCount() + " columns instead of " + (capacity + FIRST_CELL));
            return;
        }
        if (!record.getField(0).equals(String.valueOf(item.index()))) {
            report(record, C25Csv.INDEX, "is " + record.getField(0) + ", and the set has " + item.index() + " here");
        }
        if (!record.getField(1).equals(item.filename())) {
            report(
                    record,
                    C25Csv.FILENAME,
                    "is " + record.getField(1) + ", and the set has " + item.filename() + " here");
        }
        for (int slot = 0; slot < capacity; slot++) {
            values[row][slot] = value(record, slot);
        }
    }

    private int value(CsvRecord record, int slot) {
        String text = record.getField(slot + FIRST_CELL);
        Integer value = text.isEmpty() ? Integer.valueOf(-1) : valueOf.get(text);
        if (value == null) {
            report(
                    record,
                    C25Csv.column(slot),
                    "is one of " + String.join(" ", dimension.texts()) + " or empty, not " + text);
            return -1;
        }
        return value;
    }

    private void report(CsvRecord record, @Nullable String column, String message) {
        faults.add(Fault.atLine(field, record.getStartingLineNumber(), column, message));
    }
}
