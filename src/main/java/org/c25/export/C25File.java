package org.c25.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.c25.common.CsvNumbers;
import org.c25.common.CsvRow;
import org.c25.common.CsvTable;
import org.c25.common.CsvText;
import org.c25.common.Fault;
import org.c25.common.FaultList;
import org.c25.common.Problem;
import org.c25.sets.Item;

/**
 * Reads one C25 CSV against the items of the set it belongs to: the same images in the same order, one column per slot,
 * and in each cell one of the numbers that the format allows, however it is written.
 */
final class C25File implements CsvTable.Rows {

    private final C25Dimension dimension;
    private final List<Item> items;
    private final int capacity;
    private final FaultList faults;
    private final Map<Double, Integer> valueOf = new HashMap<>();
    /**
     * The values by item and slot: the cell's number as its index among the dimension's texts; −1 if the cell is empty.
     */
    private final int[][] values;

    private int row;

    private C25File(C25Dimension dimension, List<Item> items, int capacity) {
        this.dimension = dimension;
        this.faults = new FaultList(dimension.name().toLowerCase(Locale.ROOT));
        this.items = items;
        this.capacity = capacity;
        this.values = new int[items.size()][capacity];
        for (int i = 0; i < dimension.texts().size(); i++) {
            valueOf.put(Double.valueOf(dimension.texts().get(i)), i);
        }
    }

    /**
     * What a file holds.
     *
     * @param values items × slots: 0 … 7 for expressions, 0 … 8 for steps, −1 for an empty cell; of no use if there are
     *     faults
     * @param faults whatever is wrong, by line and column
     */
    record Content(int[][] values, FaultList faults) {}

    /** Reads a whole file and checks it against the items. */
    static Content read(C25Dimension dimension, InputStream in, List<Item> items, int capacity) throws IOException {
        C25File file = new C25File(dimension, items, capacity);
        try {
            CsvTable.read(in, "its header and a line for each image", file.faults, table -> {
                file.requireHeader(table);
                return file;
            });
            file.requireAll();
        } catch (Problem unfit) {
            unfit.faults().forEach(file.faults::add);
        }
        return new Content(file.values, file.faults);
    }

    private void requireHeader(CsvTable table) {
        List<String> found = table.columns();
        List<String> expected = new ArrayList<>(List.of(C25Csv.INDEX, C25Csv.FILENAME));
        for (int slot = 0; slot < capacity; slot++) {
            expected.add(C25Csv.column(slot));
        }
        for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
            String wanted = i < expected.size() ? expected.get(i) : null;
            String there = i < found.size() ? found.get(i) : null;
            if (wanted == null || there == null || !CsvText.key(there).equals(wanted)) {
                String what = there == null
                        ? "is missing: it is column " + (i + 1) + " of the header"
                        : wanted == null
                                ? "is one column too many; the header ends with " + expected.get(expected.size() - 1)
                                : "is in column " + (i + 1) + " of the header, where " + wanted + " should be";
                String rule = "; the header is index,filename,participant0 … participant" + (capacity - 1) + " ("
                        + expected.size() + " columns)" + table.hint();
                throw Problem.invalid(List.of(table.fault(there == null ? wanted : there, what + rule)));
            }
        }
    }

    @Override
    public void skip() {
        row++;
    }

    @Override
    public void take(CsvRow line) {
        if (row >= items.size()) {
            if (row == items.size()) {
                line.fault(null, "is more than the set's " + items.size() + " images");
            }
            row++;
            return;
        }
        Item item = items.get(row);
        Long index = line.whole(C25Csv.INDEX, value -> value == item.index(), "is " + item.index() + " in the set");
        if (index == null && line.value(C25Csv.INDEX) == null) {
            line.fault(C25Csv.INDEX, "is empty, and the set has " + item.index() + " here");
        }
        String filename = line.text(C25Csv.FILENAME);
        if (!CsvText.clean(item.filename()).equals(filename)) {
            line.fault(
                    C25Csv.FILENAME,
                    "is " + (filename == null ? "empty" : filename) + ", and the set has " + item.filename() + " here");
        }
        for (int slot = 0; slot < capacity; slot++) {
            values[row][slot] = value(line, C25Csv.column(slot));
        }
        row++;
    }

    private int value(CsvRow line, String column) {
        String text = line.value(column);
        if (text == null) {
            return -1;
        }
        OptionalDouble number = CsvNumbers.decimal(text);
        Integer value = number.isEmpty() ? null : valueOf.get(number.getAsDouble() + 0.0); // −0 is 0
        if (value == null) {
            String rule = "is one of " + String.join(" ", dimension.texts()) + " or empty";
            line.fault(column, CsvNumbers.fault(rule, text));
            return -1;
        }
        return value;
    }

    private void requireAll() {
        if (row < items.size()) {
            faults.add(
                    Fault.inField(faults.field(), "has " + row + " rows, and the set has " + items.size() + " images"));
        }
    }
}
