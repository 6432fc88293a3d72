package org.c25.export;

import java.io.IOException;
import java.util.List;
import org.c25.common.CsvLine;
import org.c25.sets.SetView;

/**
 * A CSV file that a set has.
 *
 * @param name the name under which it is downloaded; it tells format, set and number of columns
 * @param about what it is, in a line
 * @param columns the columns from left to right
 * @param header whether the first line has the columns' names
 * @param missing the text of a cell whose value is not known; empty if such a cell is empty
 */
record SetFile(String name, String about, List<Column> columns, boolean header, String missing, Content content) {

    SetFile(String name, String about, List<Column> columns, boolean header, Content content) {
        this(name, about, columns, header, "", content);
    }

    /** Returns the ending of every file's name, such as {@code _set1_C25.csv}. */
    static String ending(SetView set) {
        return "_set" + set.number() + "_C" + set.columns() + ".csv";
    }

    /** Writes the file while it is read from the database. */
    void write(Appendable out) throws IOException {
        if (header) {
            new CsvLine(out).addAll(columns.stream().map(Column::name).toList()).end();
        }
        content.write(out);
    }

    /** Writes what comes after the header. */
    interface Content {

        void write(Appendable out) throws IOException;
    }
}
