package org.c25.figures;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.c25.common.CsvLine;
import org.jspecify.annotations.Nullable;

/** The numbers behind a figure, one row per observation. */
public final class FigureTable {

    private final List<String> columns;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    public FigureTable(String... columns) {
        this.columns = List.of(columns);
    }

    /**
     * Adds a row.
     *
     * @param cells one per column; null, or NaN, for a value that is missing
     */
    public FigureTable row(@Nullable Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns.size() + " columns");
        }
        rows.add(Arrays.asList(cells));
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /**
     * Writes the table as CSV.
     *
     * @param selection the selection that the numbers were made from, in words; every row has it in the last column
     */
    public void write(Appendable out, String selection) throws IOException {
        CsvLine line = new CsvLine(out);
        line.addAll(columns).add("selection").end();
        for (List<@Nullable Object> row : rows) {
            for (Object cell : row) {
                line.add(cell);
            }
            line.add(selection).end();
        }
    }
}
