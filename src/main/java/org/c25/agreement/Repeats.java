package org.c25.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.c25.affect.Step;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the people of a set answered to the images that they saw twice, each answer in its latest revision. */
@Component
public class Repeats {

    private static final int FETCH = 5000;
    private static final String PAIRS =
            """
            select s.number, i.position, a.expression, a.valence, a.arousal, b.expression, b.valence, b.arousal
            from slot s
            join trial t on t.participant_id = s.participant_id and t.repeat_of is not null
            join item i on i.id = t.item_id
            join annotation a on a.participant_id = t.participant_id and a.position = t.repeat_of
            join annotation b on b.participant_id = t.participant_id and b.position = t.position
            where s.set_id = ? and\s""" + latest("a") + " and " + latest("b") + " order by s.number, i.position, t.position";

    private final JdbcTemplate jdbc;

    Repeats(JdbcTemplate jdbc) {
        this.jdbc = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        this.jdbc.setFetchSize(FETCH);
    }

    private static String latest(String answer) {
        return """
                not exists (select 1 from annotation later
                    where later.participant_id = #.participant_id and later.position = #.position
                        and later.revision > #.revision)""".replace("#", answer);
    }

    /** By slot, then image. Both showings are answered; who has left a slot is not in it. */
    @Transactional(readOnly = true)
    public List<Repeat> of(long setId) {
        return jdbc.query(
                PAIRS, (row, n) -> new Repeat(row.getInt(1), row.getInt(2), answer(row, 3), answer(row, 6)), setId);
    }

    private static Repeat.Answer answer(ResultSet row, int column) throws SQLException {
        return new Repeat.Answer(
                category(row, column, 0), category(row, column + 1, Step.LEAST), category(row, column + 2, Step.LEAST));
    }

    private static int category(ResultSet row, int column, int least) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? Ratings.NONE : value - least;
    }
}
