package org.c25.export;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.c25.affect.Expression;
import org.c25.affect.Step;
import org.c25.enrolment.ParticipantStatus;
import org.c25.sets.SetView;
import org.c25.web.CsvLine;
import org.jspecify.annotations.Nullable;

/**
 * The long file: a row an answer, with everything that is known of how it was given. Of an imported answer neither trial
 * nor time is known, so both are empty.
 */
final class LongCsv implements Answers.Format {

    private static final List<Column> HOW = List.of(
            Column.whole(
                    "response_time_millis", "from the face's appearance to the answer, without the time out of sight"),
            Column.whole("expression_time_millis", "from the face's appearance to the last choice of an expression"),
            Column.whole("valence_time_millis", "the same for valence"),
            Column.whole("arousal_time_millis", "the same for arousal"),
            Column.whole("hidden_time_millis", "how long the page was out of sight"),
            Column.whole("changes", "how many choices were changed before the answer was given"),
            Column.text("input_device", "mouse, touch, pen or keyboard"),
            Column.whole("viewport_width", "the window's width in CSS pixels"),
            Column.whole("viewport_height", "the window's height in CSS pixels"));

    private final SetView set;
    private final CsvLine line;

    LongCsv(SetView set, Appendable out) {
        this.set = set;
        this.line = new CsvLine(out);
    }

    static List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.whole("set", "the set's number in its study"));
        columns.addAll(C25Csv.IMAGE);
        columns.add(Column.whole(C25Csv.PARTICIPANT, "the place of the person, 0 …"));
        columns.add(Column.whole("trial", "the position at which this person saw it, 0 …; empty if imported"));
        columns.add(Column.whole("repeat", "1 if this person had seen the image before, else 0"));
        columns.add(C25Csv.answer(Dimension.EXPRESSION, "expression", "the expression"));
        columns.add(Column.text("expression_label", "its English word"));
        columns.add(C25Csv.answer(Dimension.VALENCE, "valence", "the valence"));
        columns.add(C25Csv.answer(Dimension.AROUSAL, "arousal", "the arousal"));
        columns.addAll(HOW);
        columns.add(Column.whole("dimmed", "1 if the page around the face was dimmed, else 0"));
        columns.add(Column.time("answered_at", "when the latest revision was taken, UTC; empty if imported"));
        columns.add(Column.whole("revisions", "how many there are; 1 for an answer never changed"));
        return columns;
    }

    @Override
    public void row(ResultSet row) throws IOException, SQLException {
        boolean imported = ParticipantStatus.IMPORTED.name().equals(row.getString("status"));
        line.add(set.number())
                .add(row.getLong("source_index"))
                .add(row.getString("filename"))
                .add(row.getInt("number"))
                .add(imported ? null : row.getInt("position"))
                .add(row.getObject("repeat_of") == null ? 0 : 1);
        Integer expression = whole(row, "expression");
        line.add(expression)
                .add(
                        expression == null
                                ? null
                                : Expression.all().get(expression).english())
                .add(step(row, "valence"))
                .add(step(row, "arousal"));
        for (Column column : HOW) {
            line.add(row.getObject(column.name()));
        }
        Boolean dimmed = row.getObject("dimmed", Boolean.class);
        line.add(dimmed == null ? null : dimmed ? 1 : 0)
                .add(
                        imported
                                ? null
                                : row.getObject("recorded_at", OffsetDateTime.class)
                                        .toInstant())
                .add(row.getInt("revision"))
                .end();
    }

    static @Nullable Integer whole(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    static @Nullable String step(ResultSet row, String column) throws SQLException {
        Integer value = whole(row, column);
        return value == null ? null : new Step(value).c25();
    }
}
