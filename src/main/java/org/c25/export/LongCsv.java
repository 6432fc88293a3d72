package org.c25.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.c25.affect.Expression;
import org.c25.affect.Step;
import org.c25.sets.SetView;
import org.c25.web.CsvLine;

/**
 * The long file: a row an answer, with everything that is known of how it was given. What it says is the latest revision;
 * how it was given is told of the first answer to the trial, which is the spontaneous one. Of an imported answer neither
 * trial nor time is known, so both are empty.
 */
final class LongCsv implements Answers.Format {

    private static final String QUERY = """
            select t.position, t.repeat_of, t.item_id, a.expression, a.valence, a.arousal,
                a.recorded_at, a.revision,
                a.response_time_millis, a.expression_time_millis, a.valence_time_millis, a.arousal_time_millis,
                a.hidden_time_millis, a.changes, a.input_device, a.viewport_width, a.viewport_height,
                a.dimmed
            from trial t
            join annotation a on a.participant_id = t.participant_id and a.position = t.position
            where t.participant_id = ? order by t.position, a.revision""";

    private static final int REVISION = 8;
    private static final int RESPONSE_TIME = 9;

    private final SetView set;
    private final Circumstances first = new Circumstances(RESPONSE_TIME);

    LongCsv(SetView set) {
        this.set = set;
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
        columns.addAll(Circumstances.columns());
        columns.add(Column.whole(
                "last_response_time_millis",
                "from the face's appearance to the latest revision; empty if the answer was never changed"));
        columns.add(Column.time("answered_at", "when the latest revision was taken, UTC; empty if imported"));
        columns.add(Column.whole("revisions", "how many there are; 1 for an answer never changed"));
        return columns;
    }

    @Override
    public String query() {
        return QUERY;
    }

    @Override
    public void row(Answers.Person person, ItemTable items, ResultSet row, CsvLine line) throws SQLException {
        line.add(set.number());
        items.add(line, row.getLong(3));
        line.add(person.slot());
        if (person.imported()) {
            line.next();
        } else {
            line.add(row.getInt(1));
        }
        row.getInt(2);
        line.add(row.wasNull() ? 0 : 1);
        int expression = row.getInt(4);
        if (row.wasNull()) {
            line.next();
            line.next();
        } else {
            line.add(expression).add(Expression.all().get(expression).english());
        }
        addStep(line, row, 5);
        addStep(line, row, 6);
        int revision = row.getInt(REVISION);
        if (revision == 1) {
            first.read(row);
        }
        first.add(line);
        if (revision == 1) {
            line.next();
        } else {
            addWhole(line, row, RESPONSE_TIME);
        }
        if (person.imported()) {
            line.next();
        } else {
            line.add(row.getObject(7, OffsetDateTime.class).toInstant());
        }
        line.add(revision);
    }

    static void addWhole(CsvLine line, ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        if (row.wasNull()) {
            line.next();
        } else {
            line.add(value);
        }
    }

    static void addStep(CsvLine line, ResultSet row, int column) throws SQLException {
        int value = row.getInt(column);
        line.add(row.wasNull() ? null : Step.c25Texts().get(value - Step.LEAST));
    }
}
