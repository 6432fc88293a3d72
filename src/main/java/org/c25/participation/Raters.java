package org.c25.participation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.c25.sets.SetPeople;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds the people in the slots, whose answers count. */
@Component
public class Raters implements SetPeople {

    private final JdbcClient jdbc;

    Raters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the people in the slots of a set, by slot. */
    public List<Rater> of(long setId) {
        return jdbc.sql("""
                        select s.number, p.id, p.status, p.trials, p.answered, p.annotations, p.label_languages,
                            p.instructions_language
                        from slot s join participant p on p.id = s.participant_id
                        where s.set_id = ? order by s.number""")
                .param(setId)
                .query((row, n) -> new Rater(
                        row.getInt(1),
                        row.getLong(2),
                        ParticipantStatus.valueOf(row.getString(3)),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6),
                        row.getString(7),
                        row.getString(8)))
                .list();
    }

    /** Counts the people with answers in the slots of each set; sets without any are left out. */
    public Map<Long, Integer> countBySet() {
        Map<Long, Integer> counts = new HashMap<>();
        jdbc.sql("""
                        select s.set_id, count(*) from slot s join participant p on p.id = s.participant_id
                        where p.answered > 0 group by s.set_id""").query(row -> {
            counts.put(row.getLong(1), row.getInt(2));
        });
        return counts;
    }

    @Override
    public boolean anyIn(long setId) {
        return jdbc.sql("select count(*) from participant where set_id = ?")
                        .param(setId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Locks a person until the transaction ends, so that no decision is made about somebody who leaves at this very
     * moment.
     *
     * @return whether that person is still in the slot
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lock(long setId, Rater rater) {
        return lock(setId, rater.slot(), rater.participantId());
    }

    /** Locks a person as {@link #lock(long, Rater)} does. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lock(long setId, int slot, long participantId) {
        Optional<Long> person = jdbc.sql("select id from participant where id = ? for update")
                .param(participantId)
                .query(Long.class)
                .optional();
        return person.isPresent()
                && jdbc.sql("select count(*) from slot where set_id = ? and number = ? and participant_id = ?")
                                .params(setId, slot, participantId)
                                .query(Integer.class)
                                .single()
                        == 1;
    }
}
