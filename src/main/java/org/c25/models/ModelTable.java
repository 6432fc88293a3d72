package org.c25.models;

import java.io.IOException;
import java.util.List;
import org.c25.common.CsvLine;

/**
 * A table about models, as a CSV file.
 *
 * @param name the beginning of its file's name
 * @param about what it is, in a line
 * @param columns the columns from left to right
 * @param rows writes what comes after the header
 */
public record ModelTable(String name, String about, List<Column> columns, Rows rows) {

    /** What the cells of a column hold, where they aren't empty. */
    public enum Kind {
        TEXT,
        WHOLE,
        NUMBER
    }

    /**
     * A column.
     *
     * @param about what it means, in words
     */
    public record Column(String name, Kind kind, String about) {}

    /** Writes the rows of a table. */
    public interface Rows {

        void write(Appendable out) throws IOException;
    }

    static Column text(String name, String about) {
        return new Column(name, Kind.TEXT, about);
    }

    static Column whole(String name, String about) {
        return new Column(name, Kind.WHOLE, about);
    }

    static Column number(String name, String about) {
        return new Column(name, Kind.NUMBER, about);
    }

    /** Writes the header and the rows. */
    void write(Appendable out) throws IOException {
        new CsvLine(out).addAll(columns.stream().map(Column::name).toList()).end();
        rows.write(out);
    }
}
