package org.c25.export;

import java.util.List;
import org.c25.annotation.Paradata;
import org.c25.common.CsvLine;
import org.jspecify.annotations.Nullable;

/** The paradata of an answer as cells of a line. */
final class ParadataCells {

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

    private ParadataCells() {}

    static List<Column> columns() {
        return COLUMNS;
    }

    static void add(Paradata how, CsvLine line) {
        add(how.responseTimeMillis(), line);
        add(how.expressionTimeMillis(), line);
        add(how.valenceTimeMillis(), line);
        add(how.arousalTimeMillis(), line);
        add(how.hiddenTimeMillis(), line);
        add(how.changes(), line);
        line.add(how.inputDevice());
        add(how.viewportWidth(), line);
        add(how.viewportHeight(), line);
        Boolean dimmed = how.dimmed();
        add(dimmed == null ? null : Integer.valueOf(dimmed ? 1 : 0), line);
    }

    private static void add(@Nullable Number number, CsvLine line) {
        if (number == null) {
            line.next();
        } else {
            line.add(number.longValue());
        }
    }
}
