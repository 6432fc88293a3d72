package org.c25.enrolment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose answers count: the people in the slots. */
@Component
public class Raters {

    private final JdbcClient jdbc;

    Raters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The people in the slots of a set, by slot. */
    public List<Rater> of(long setId) {
        return jdbc.sql("""
                        select s.number, p.id, p.status, p.trials, p.annotations
                        from slot s join participant p on p.id = s.participant_id
                        where s.set_id = ? order by s.number""")
                .param(setId)
                .query((row, n) -> new Rater(
                        row.getInt(1),
                        row.getLong(2),
                        ParticipantStatus.valueOf(row.getString(3)),
                        row.getInt(4),
                        row.getInt(5)))
                .list();
    }

    /** How many people with answers are in the slots of each set; sets without any are left out. */
    public Map<Long, Integer> countBySet() {
        Map<Long, Integer> counts = new HashMap<>();
        jdbc.sql("""
                        select s.set_id, count(*) from slot s join participant p on p.id = s.participant_id
                        where p.answered > 0 group by s.set_id""").query(row -> {
            counts.put(row.getLong(1), row.getInt(2));
        });
        return counts;
    }
}
