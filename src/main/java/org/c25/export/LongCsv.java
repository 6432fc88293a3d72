package org.c25.export;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.c25.affect.Expression;
import org.c25.affect.Step;
import org.c25.enrolment.ParticipantStatus;
import org.c25.sets.SetView;
import org.jspecify.annotations.Nullable;

/**
 * The long file: a row an answer, with everything that is known of how it was given. Of an imported answer neither trial
 * nor time is known, so both are empty.
 */
final class LongCsv implements Answers.Format {

    private static final List<String> HOW = List.of(
            "response_time_millis",
            "expression_time_millis",
            "valence_time_millis",
            "arousal_time_millis",
            "hidden_time_millis",
            "changes",
            "input_device",
            "viewport_width",
            "viewport_height");

    private final SetView set;
    private final CsvLine line;

    LongCsv(SetView set, Appendable out) {
        this.set = set;
        this.line = new CsvLine(out);
    }

    @Override
    public void header() throws IOException {
        line.addAll(List.of(
                        "set",
                        C25Csv.INDEX,
                        C25Csv.FILENAME,
                        C25Csv.PARTICIPANT,
                        "trial",
                        "repeat",
                        "expression",
                        "expression_label",
                        "valence",
                        "arousal"))
                .addAll(HOW)
                .addAll(List.of("dimmed", "answered_at", "revisions"))
                .end();
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
        for (String column : HOW) {
            line.add(row.getObject(column));
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
