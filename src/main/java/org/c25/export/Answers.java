package org.c25.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.c25.sets.SetView;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The answers of a set one by one, of the people in its slots; each trial with its latest revision. */
@Component
class Answers {

    private static final int FETCH = 5000;

    private static final String LATEST = """
            not exists (select 1 from annotation later
                where later.participant_id = %1$s.participant_id and later.position = %1$s.position
                    and later.revision > %1$s.revision)""";

    /** By participant and trial. Revisions are numbered from 1, so the latest tells how many there are. */
    private static final String ALL = """
            select s.number, p.status, t.position, t.repeat_of, i.source_index, i.filename, a.*
            from slot s
            join participant p on p.id = s.participant_id
            join trial t on t.participant_id = p.id
            join item i on i.id = t.item_id
            join annotation a on a.participant_id = t.participant_id and a.position = t.position
            where s.set_id = ? and\s""" + LATEST.formatted("a") + " order by s.number, t.position";

    private static final String PAIRS =
            """
            select s.number, i.source_index, i.filename, t.repeat_of, t.position,
                a.expression as first_expression, a.valence as first_valence, a.arousal as first_arousal,
                b.expression, b.valence, b.arousal
            from slot s
            join trial t on t.participant_id = s.participant_id and t.repeat_of is not null
            join item i on i.id = t.item_id
            join annotation a on a.participant_id = t.participant_id and a.position = t.repeat_of
            join annotation b on b.participant_id = t.participant_id and b.position = t.position
            where s.set_id = ? and\s""" + LATEST.formatted("a") + " and " + LATEST.formatted("b") + " order by s.number, t.position";

    private final JdbcTemplate jdbc;

    Answers(JdbcTemplate jdbc) {
        this.jdbc = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        this.jdbc.setFetchSize(FETCH);
    }

    /** Writes one row of a file. */
    interface Format {

        void row(ResultSet row) throws IOException, SQLException;
    }

    /** All answers, of first and second showings. */
    void write(SetView set, Format format) throws IOException {
        write(ALL, set, format);
    }

    /** Both answers of each trial that repeats an earlier one. */
    void writePairs(SetView set, Format format) throws IOException {
        write(PAIRS, set, format);
    }

    private void write(String sql, SetView set, Format format) throws IOException {
        try {
            jdbc.query(
                    sql,
                    (ResultSet row) -> {
                        try {
                            format.row(row);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    },
                    set.id());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
