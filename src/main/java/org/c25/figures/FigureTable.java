package org.c25.figures;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.c25.common.CsvLine;
import org.jspecify.annotations.Nullable;

/** The numbers behind a picture, a row an observation. */
public final class FigureTable {

    private final List<String> columns;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    public FigureTable(String... columns) {
        this.columns = List.of(columns);
    }

    /** @param cells one a column; null, or NaN, for what is not there */
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
     * As CSV.
     *
     * @param selection what the numbers were made from, in words; it stands in the last column of every row
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
