package org.c25.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.c25.agreement.Cursors;
import org.c25.enrolment.ParticipantStatus;
import org.c25.sets.SetView;
import org.c25.web.CsvLine;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.stereotype.Component;

/**
 * The answers of a set one by one, of the people in its slots; each trial with its latest revision.
 *
 * <p>One person is read after the other, so that the database sorts the trials of one, which lie together, and not those of
 * all; in one transaction, so that all is of one moment.
 */
@Component
class Answers {

    private static final int FETCH = 5000;
    private static final String PEOPLE = """
            select s.number, p.id, p.status from slot s join participant p on p.id = s.participant_id
            where s.set_id = ? order by s.number""";

    private final JdbcTemplate jdbc;
    private final Cursors cursors;

    Answers(JdbcTemplate jdbc, Cursors cursors) {
        this.cursors = cursors;
        this.jdbc = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        this.jdbc.setFetchSize(FETCH);
    }

    /** Writes one row of a file. */
    interface Format {

        /**
         * What it reads of one participant, whose id is the parameter. First of all the trial's position; sorted by it, and
         * the latest revision last of all rows of a trial: to leave the others out costs the database more than to
         * send them.
         */
        String query();

        /** Puts cells into the line. */
        void row(Person person, ItemTable items, ResultSet row, CsvLine line) throws SQLException;
    }

    record Person(int slot, long participant, boolean imported) {}

    void write(SetView set, Format format, Appendable out) throws IOException {
        CsvLine line = new CsvLine(out);
        cursors.prepare();
        ItemTable items = ItemTable.of(jdbc, set.id());
        try {
            for (Person person : people(set)) {
                jdbc.query(
                        format.query(),
                        (ResultSetExtractor<@Nullable Void>) rows -> write(person, items, rows, format, line),
                        person.participant());
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private List<Person> people(SetView set) {
        return jdbc.query(
                PEOPLE,
                (row, n) -> new Person(
                        row.getInt(1),
                        row.getLong(2),
                        ParticipantStatus.IMPORTED.name().equals(row.getString(3))),
                set.id());
    }

    private static @Nullable Void write(Person person, ItemTable items, ResultSet rows, Format format, CsvLine line)
            throws SQLException {
        try {
            int before = -1;
            while (rows.next()) {
                int trial = rows.getInt(1);
                if (trial == before) {
                    line.drop();
                } else if (before >= 0) {
                    line.end();
                }
                format.row(person, items, rows, line);
                before = trial;
            }
            if (before >= 0) {
                line.end();
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
