package org.c25.export;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** How far participants agree with themselves: a row a repeated trial, with both answers and the lag in trials. */
final class RepeatsCsv implements Answers.Format {

    private final CsvLine line;

    RepeatsCsv(Appendable out) {
        this.line = new CsvLine(out);
    }

    @Override
    public void header() throws IOException {
        line.addAll(List.of(
                        C25Csv.INDEX,
                        C25Csv.FILENAME,
                        C25Csv.PARTICIPANT,
                        "first_trial",
                        "repeat_trial",
                        "lag",
                        "first_expression",
                        "repeat_expression",
                        "first_valence",
                        "repeat_valence",
                        "first_arousal",
                        "repeat_arousal"))
                .end();
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
