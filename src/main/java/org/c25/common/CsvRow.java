package org.c25.common;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.DoublePredicate;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** One row of a CSV that somebody sends. What is wrong with its cells goes to the faults of the file. */
public final class CsvRow {

    private final CsvTable table;
    private final long line;
    private final List<String> cells;
    private final FaultList faults;

    CsvRow(CsvTable table, long line, List<String> cells, FaultList faults) {
        this.table = table;
        this.line = line;
        this.cells = cells;
        this.faults = faults;
    }

    /** Returns the number of the line in the file, from 1. */
    public long line() {
        return line;
    }

    void tellThatItIsEmpty() {
        fault(null, "is empty, and rows follow; delete it");
    }

    /** Tells of a fault, unless the row has as many cells as the header. More cells may follow if they are empty. */
    boolean isWhole() {
        int columns = table.columns().size();
        boolean whole = cells.size() >= columns
                && cells.subList(columns, cells.size()).stream()
                        .allMatch(cell -> CsvText.clean(cell).isEmpty());
        if (!whole) {
            fault(null, "has " + cells.size() + " columns, and the header " + columns);
        }
        return whole;
    }

    /** Returns the text of a cell; null if it is empty or the file has no such column. */
    public @Nullable String text(String column) {
        Integer place = table.place(column);
        String text = place == null ? "" : CsvText.clean(cells.get(place));
        if (text.indexOf('\0') >= 0) {
            fault(column, "holds a character that is no text (NUL); delete it");
            return null;
        }
        return text.isEmpty() ? null : text;
    }

    /** Returns the text of a cell that may hold a word for nothing, such as NA; null for these, too. */
    public @Nullable String value(String column) {
        String text = text(column);
        return text == null || CsvNumbers.isGap(text) ? null : text;
    }

    /**
     * Returns a whole number; null if the cell is empty or unfit.
     *
     * @param rule what it must be, in words that go before the wrong text
     */
    public @Nullable Long whole(String column, LongPredicate fits, String rule) {
        String text = value(column);
        if (text == null) {
            return null;
        }
        OptionalLong number = CsvNumbers.whole(text);
        if (number.isPresent() && fits.test(number.getAsLong())) {
            return number.getAsLong();
        }
        fault(column, CsvNumbers.faultOfWhole(rule, text));
        return null;
    }

    /**
     * Returns a number; null if the cell is empty or unfit.
     *
     * @param rule what it must be, in words that go before the wrong text
     */
    public @Nullable Double decimal(String column, DoublePredicate fits, String rule) {
        String text = value(column);
        if (text == null) {
            return null;
        }
        OptionalDouble number = CsvNumbers.decimal(text);
        if (number.isPresent() && fits.test(number.getAsDouble())) {
            return number.getAsDouble();
        }
        fault(column, CsvNumbers.fault(rule, text));
        return null;
    }

    /** Tells what is wrong with a cell, or with the row as a whole. */
    public void fault(@Nullable String column, String message) {
        faults.add(line, column == null ? null : table.named(column), message);
    }
}
