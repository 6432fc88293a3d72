package org.c25.monitoring;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.c25.accounts.Caller;
import org.c25.common.Moments;
import org.c25.sets.SetState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads all studies and sets of a caller at a glance, in one query. */
@Component
class Overview {

    private final JdbcClient jdbc;

    Overview(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns a line for each set of a study that is not archived, and one for each study without a set; the latest first. */
    List<Line> of(Caller caller) {
        return jdbc.sql("""
                        select st.id as study_id, st.name, s.id, s.number, s.state, s.paused, s.capacity,
                            count(case when p.status in ('COMPLETED', 'IMPORTED') then 1 end) as done,
                            count(case when p.status = 'AT_WORK' and p.stalled_at is null then 1 end) as at_work,
                            count(case when p.status = 'AT_WORK' and p.stalled_at is not null then 1 end) as stalled,
                            count(case when l.set_id is not null and p.id is null then 1 end) as free,
                            coalesce(sum(p.answered), 0) as answered,
                            coalesce(sum(p.trials), 0)
                                + coalesce(max(p.trials), 0) * (count(l.set_id) - count(p.id)) as trials,
                            max(p.seen_at) as seen_at
                        from study st
                        left join image_set s on s.study_id = st.id
                        left join slot l on l.set_id = s.id
                        left join participant p on p.id = l.participant_id
                        where st.archived_at is null and (st.owner_id = :caller or :all)
                        group by st.id, st.name, s.id, s.number, s.state, s.paused, s.capacity
                        order by st.id desc, s.number""")
                .param("caller", caller.accountId())
                .param("all", caller.isAdmin())
                .query((row, n) -> new Line(row.getLong("study_id"), row.getString("name"), set(row)))
                .list();
    }

    private static @Nullable SetAtAGlance set(ResultSet row) throws SQLException {
        return row.getString("state") == null
                ? null
                : new SetAtAGlance(
                        row.getLong("id"),
                        row.getInt("number"),
                        SetState.valueOf(row.getString("state")),
                        row.getBoolean("paused"),
                        row.getInt("capacity"),
                        row.getInt("done"),
                        row.getInt("at_work"),
                        row.getInt("stalled"),
                        row.getInt("free"),
                        row.getLong("answered"),
                        row.getLong("trials"),
                        Moments.inOrNull(row, "seen_at"));
    }

    /** A set, or a study that has none yet. */
    record Line(long studyId, String study, @Nullable SetAtAGlance set) {

        /** Returns what people search in: the name of the study and the number of the set. */
        String text() {
            return set == null ? study : study + " " + set.title();
        }
    }

    /**
     * A set, counted.
     *
     * @param done how many people have finished, or have imported answers
     * @param atWork how many people are at work and not stalled
     * @param answered how many trials of the people in the slots have an answer
     * @param trials how many trials all slots have: those of the people in them, and as many for each slot that nobody has
     *     as the person with most has; 0 while nobody has joined
     * @param seenAt the last sign of life of any of them; null if there was none
     */
    record SetAtAGlance(
            long id,
            int number,
            SetState state,
            boolean paused,
            int capacity,
            int done,
            int atWork,
            int stalled,
            int free,
            long answered,
            long trials,
            @Nullable Instant seenAt) {

        public String title() {
            return "Set " + number;
        }

        /** Counts the people in the slots. */
        public int people() {
            return done + atWork + stalled;
        }

        public boolean isComplete() {
            return done == capacity;
        }
    }
}
