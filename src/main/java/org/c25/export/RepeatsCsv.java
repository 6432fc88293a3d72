package org.c25.export;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.c25.web.CsvLine;

/** How far participants agree with themselves: a row a repeated trial, with both answers and the lag in trials. */
final class RepeatsCsv implements Answers.Format {

    private final CsvLine line;

    RepeatsCsv(Appendable out) {
        this.line = new CsvLine(out);
    }

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
    public void row(ResultSet row) throws IOException, SQLException {
        int first = row.getInt("repeat_of");
        int repeat = row.getInt("position");
        line.add(row.getLong("source_index"))
                .add(row.getString("filename"))
                .add(row.getInt("number"))
                .add(first)
                .add(repeat)
                .add(repeat - first)
                .add(LongCsv.whole(row, "first_expression"))
                .add(LongCsv.whole(row, "expression"))
                .add(LongCsv.step(row, "first_valence"))
                .add(LongCsv.step(row, "valence"))
                .add(LongCsv.step(row, "first_arousal"))
                .add(LongCsv.step(row, "arousal"))
                .end();
    }
}
