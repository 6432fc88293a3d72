package org.c25.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.c25.web.CsvLine;

/** How far participants agree with themselves: a row a repeated trial, with both answers and the lag in trials. */
final class RepeatsCsv implements Answers.Format {

    private static final String QUERY = """
            select t.position, t.repeat_of, t.item_id,
                a.expression, b.expression, a.valence, b.valence, a.arousal, b.arousal
            from trial t
            join annotation a on a.participant_id = t.participant_id and a.position = t.repeat_of
            join annotation b on b.participant_id = t.participant_id and b.position = t.position
            where t.participant_id = ? and t.repeat_of is not null order by t.position, a.revision, b.revision""";

    static List<Column> columns() {
        List<Column> columns = new ArrayList<>(C25Csv.IMAGE);
        columns.add(Column.whole(C25Csv.PARTICIPANT, "the place of the person, 0 …"));
        columns.add(Column.whole("first_trial", "the position of the first showing, 0 …"));
        columns.add(Column.whole("repeat_trial", "the position of the second showing"));
        columns.add(Column.whole("lag", "how many trials lie between, the second counted"));
        for (Dimension dimension : List.of(Dimension.EXPRESSION, Dimension.VALENCE, Dimension.AROUSAL)) {
            String name = dimension.name().toLowerCase(Locale.ROOT);
            columns.add(C25Csv.answer(dimension, "first_" + name, "the answer to the first showing"));
            columns.add(C25Csv.answer(dimension, "repeat_" + name, "the answer to the second showing"));
        }
        return columns;
    }

    @Override
    public String query() {
        return QUERY;
    }

    @Override
    public void row(Answers.Person person, ItemTable items, ResultSet row, CsvLine line) throws SQLException {
        int repeat = row.getInt(1);
        int first = row.getInt(2);
        items.add(line, row.getLong(3));
        line.add(person.slot()).add(first).add(repeat).add(repeat - first);
        LongCsv.addWhole(line, row, 4);
        LongCsv.addWhole(line, row, 5);
        for (int column = 6; column <= 9; column++) {
            LongCsv.addStep(line, row, column);
        }
    }
}
