package org.c25.results;

import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When in somebody's course of trials an answer was given, and how long it took. */
@Component
class TrialTimes {

    private static final int FETCH = 5000;

    private final JdbcTemplate jdbc;

    TrialTimes(JdbcTemplate jdbc) {
        this.jdbc = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        this.jdbc.setFetchSize(FETCH);
    }

    /**
     * One answered trial of somebody who rated here.
     *
     * @param item the image's place in the set, from 0
     * @param position the trial's place in the person's order, from 0
     * @param trials how many trials the person has
     * @param again whether it is the second showing of the image
     * @param millis to the first answer; null if not known
     */
    record Trial(
            int slot,
            int item,
            int position,
            int trials,
            boolean again,
            @Nullable Long millis) {}

    /** Goes through the trials with answers of all who are in a place. Imported answers have no order, so they are not in it. */
    @Transactional(readOnly = true)
    public void forEach(long setId, Consumer<Trial> trial) {
        jdbc.query(
                """
                select s.number, i.position, t.position, p.trials, t.repeat_of, a.response_time_millis
                from slot s
                join participant p on p.id = s.participant_id and p.seed is not null
                join trial t on t.participant_id = p.id
                join item i on i.id = t.item_id
                join annotation a on a.participant_id = t.participant_id and a.position = t.position and a.revision = 1
                where s.set_id = ? order by s.number, t.position""",
                row -> {
                    int slot = row.getInt(1);
                    int item = row.getInt(2);
                    int position = row.getInt(3);
                    int trials = row.getInt(4);
                    boolean again = row.getObject(5) != null;
                    long millis = row.getLong(6);
                    trial.accept(new Trial(slot, item, position, trials, again, row.wasNull() ? null : millis));
                },
                setId);
    }
}
