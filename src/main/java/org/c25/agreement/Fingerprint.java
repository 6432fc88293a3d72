package org.c25.agreement;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What tells whether the answers of a set are still the ones that something was computed from: for every slot with answers
 * who is in it, how many there are and the time of the latest; and the set's images. Answers are only ever added, or
 * erased with their participant, whose number never comes again.
 *
 * @param items how many there are
 * @param lastItem the greatest of their ids, 0 for none
 * @param sumOfItems the sum of their ids
 */
record Fingerprint(long items, long lastItem, long sumOfItems, List<Taken> slots) {

    record Taken(int slot, long participant, long answers, OffsetDateTime last) {}

    /** Reads what stands in the database now: a row a slot, without the answers themselves. */
    static Fingerprint of(JdbcClient jdbc, long setId) {
        List<Taken> slots = jdbc.sql("""
                        select s.number, s.participant_id, count(*), max(a.recorded_at)
                        from slot s join annotation a on a.participant_id = s.participant_id
                        where s.set_id = ? group by s.number, s.participant_id order by s.number""")
                .param(setId)
                .query((row, n) -> new Taken(
                        row.getInt(1), row.getLong(2), row.getLong(3), row.getObject(4, OffsetDateTime.class)))
                .list();
        return jdbc.sql("select count(*), coalesce(max(id), 0), coalesce(sum(id), 0) from item where set_id = ?")
                .param(setId)
                .query((row, n) -> new Fingerprint(row.getLong(1), row.getLong(2), row.getLong(3), slots))
                .single();
    }
}
