package org.c25.monitoring;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.c25.common.Moments;
import org.c25.participation.WithdrawalReason;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what did not go as planned in a set: pictures that did not load, and people who left. */
@Component
class Incidents {

    private final JdbcClient jdbc;

    Incidents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the pictures that did not load, in the set's order. */
    List<FailedPicture> failedPictures(long setId) {
        Map<String, FailedPicture> pictures = new LinkedHashMap<>();
        jdbc.sql("""
                        select distinct i.position, i.filename, s.number, r.reason
                        from picture_report r
                        join slot s on s.participant_id = r.participant_id
                        join trial t on t.participant_id = r.participant_id and t.position = r.position
                        join item i on i.id = t.item_id
                        where s.set_id = ? order by i.position, s.number, r.reason""").param(setId).query(row -> {
            FailedPicture picture = pictures.computeIfAbsent(row.getString("filename"), FailedPicture::new);
            picture.participants().add(row.getInt("number"));
            picture.reasons().add(row.getString("reason"));
        });
        return List.copyOf(pictures.values());
    }

    /** Returns the withdrawals, in the order in which people left. */
    List<PastWithdrawal> withdrawals(long setId) {
        return jdbc.sql("""
                        select w.slot_number, w.withdrawn_at, w.reason, w.remark, w.participant_id, p.answered
                        from withdrawal w left join participant p on p.id = w.participant_id where w.set_id = ? order by w.withdrawn_at, w.id""")
                .param(setId)
                .query((row, n) -> new PastWithdrawal(
                        row.getInt("slot_number"),
                        Moments.in(row, "withdrawn_at"),
                        row.getObject("participant_id") == null ? null : row.getInt("answered"),
                        row.getString("reason") == null ? null : WithdrawalReason.valueOf(row.getString("reason")),
                        row.getString("remark")))
                .list();
    }

    /**
     * The withdrawal of somebody who left.
     *
     * @param participant the slot that was left; somebody else may be there by now
     * @param kept the number of answered trials that the researchers keep; null if all was erased
     * @param reason null if they preferred not to say
     * @param remark what they wrote in their own words, at most 200 characters; null for none
     */
    record PastWithdrawal(
            int participant,
            Instant at,
            @Nullable Integer kept,
            @Nullable WithdrawalReason reason,
            @Nullable String remark) {}

    /**
     * A picture that did not load.
     *
     * @param participants the slots of those for whom it did not load, at least at first
     * @param reasons the reasons that their devices gave
     */
    record FailedPicture(String filename, SortedSet<Integer> participants, SortedSet<String> reasons) {

        FailedPicture(String filename) {
            this(filename, new TreeSet<>(), new TreeSet<>());
        }
    }
}
