package org.c25.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.c25.web.CsvLine;
import org.jspecify.annotations.Nullable;

/** How an answer was given, kept from its row until its line is written. One holds those of one answer after the other. */
final class Circumstances {

    private static final List<Column> COLUMNS = List.of(
            Column.whole(
                    "response_time_millis",
                    "from the face's appearance to the first answer, without the time out of sight"),
            Column.whole("expression_time_millis", "to the last choice of an expression before the first answer"),
            Column.whole("valence_time_millis", "the same for valence"),
            Column.whole("arousal_time_millis", "the same for arousal"),
            Column.whole("hidden_time_millis", "how long the page was out of sight before the first answer"),
            Column.whole("changes", "how many choices were changed before the first answer was given"),
            Column.text("input_device", "mouse, touch, pen or keyboard, of the first answer"),
            Column.whole("viewport_width", "the window's width in CSS pixels, at the first answer"),
            Column.whole("viewport_height", "the window's height in CSS pixels, at the first answer"),
            Column.whole("dimmed", "1 if the page around the face was dimmed at the first answer, else 0"));

    private static final int DEVICE = 6;
    private static final int DIMMED = 9;
    private static final long UNKNOWN = Long.MIN_VALUE;

    private final int from;
    private final long[] numbers = new long[COLUMNS.size()];
    private @Nullable String device;

    /** @param from the first of the columns in a row, which all lie side by side in their order */
    Circumstances(int from) {
        this.from = from;
    }

    static List<Column> columns() {
        return COLUMNS;
    }

    void read(ResultSet row) throws SQLException {
        for (int i = 0; i < numbers.length; i++) {
            if (i == DEVICE) {
                device = row.getString(from + i);
            } else {
                long number = i == DIMMED ? (row.getBoolean(from + i) ? 1 : 0) : row.getLong(from + i);
                numbers[i] = row.wasNull() ? UNKNOWN : number;
            }
        }
    }

    void add(CsvLine line) {
        for (int i = 0; i < numbers.length; i++) {
            if (i == DEVICE) {
                line.add(device);
            } else if (numbers[i] == UNKNOWN) {
                line.next();
            } else {
                line.add(numbers[i]);
            }
        }
    }
}
