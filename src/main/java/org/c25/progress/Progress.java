package org.c25.progress;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.c25.accounts.Caller;
import org.c25.enrolment.ParticipantStatus;
import org.c25.enrolment.WithdrawalReason;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is at work on a set, and how far. */
@Service
@Transactional(readOnly = true)
class Progress {

    private final JdbcClient jdbc;
    private final Sets sets;

    Progress(JdbcClient jdbc, Sets sets) {
        this.jdbc = jdbc;
        this.sets = sets;
    }

    /** @throws org.c25.web.Problem 404 if there is no such set that the caller may see */
    SetProgress of(Caller caller, long setId) {
        SetView set = sets.require(caller, setId);
        List<ParticipantProgress> participants = jdbc.sql("""
                        select s.number, p.status, p.trials, p.completion_code,
                            (select count(*) from annotation a
                                where a.participant_id = p.id and a.revision = 1) as answered,
                            (select max(a.recorded_at) from annotation a where a.participant_id = p.id) as last_at,
                            (select count(*) from picture_report r where r.participant_id = p.id) as failed,
                            p.consented_at
                        from slot s join participant p on p.id = s.participant_id
                        where s.set_id = ? order by s.number""")
                .param(setId)
                .query((row, n) -> new ParticipantProgress(
                        row.getInt("number"),
                        ParticipantStatus.valueOf(row.getString("status")),
                        row.getInt("answered"),
                        row.getInt("trials"),
                        instant(row.getObject("consented_at", OffsetDateTime.class)),
                        instant(row.getObject("last_at", OffsetDateTime.class)),
                        row.getInt("failed"),
                        row.getString("completion_code")))
                .list();
        return new SetProgress(set, participants, failedPictures(setId), withdrawals(setId), reserved(setId));
    }

    /** Free places that are kept for people on the waiting list. */
    private long reserved(long setId) {
        return jdbc.sql("""
                        select count(*) from slot
                        where set_id = ? and participant_id is null and reserved_until >= current_timestamp""").param(setId).query(Long.class).single();
    }

    private List<FailedPicture> failedPictures(long setId) {
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

    private List<PastWithdrawal> withdrawals(long setId) {
        return jdbc.sql("""
                        select w.slot_number, w.withdrawn_at, w.reason, w.remark, w.participant_id,
                            (select count(*) from annotation a
                                where a.participant_id = w.participant_id and a.revision = 1) as answered
                        from withdrawal w where w.set_id = ? order by w.withdrawn_at, w.id""")
                .param(setId)
                .query((row, n) -> new PastWithdrawal(
                        row.getInt("slot_number"),
                        row.getObject("withdrawn_at", OffsetDateTime.class).toInstant(),
                        row.getObject("participant_id") == null ? null : row.getInt("answered"),
                        row.getString("reason") == null ? null : WithdrawalReason.valueOf(row.getString("reason")),
                        row.getString("remark")))
                .list();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /**
     * A set and the people in its slots, by slot; the pictures that did not load for them, in the set's order; and those
     * who left, in the order in which they did. Reserved places are neither taken nor free.
     */
    record SetProgress(
            SetView set,
            List<ParticipantProgress> participants,
            List<FailedPicture> failedPictures,
            List<PastWithdrawal> withdrawals,
            long reserved) {

        public long completed() {
            return participants.stream().filter(ParticipantProgress::isComplete).count();
        }

        public long atWork() {
            return participants.stream()
                    .filter(participant -> participant.status() == ParticipantStatus.AT_WORK)
                    .count();
        }

        public long free() {
            return set.capacity() - participants.size() - reserved;
        }
    }

    /**
     * Somebody left.
     *
     * @param participant the slot that was left; somebody else may be there by now
     * @param kept how many trials with an answer the researchers keep; null if all was erased
     * @param reason null if they preferred not to say
     * @param remark in their own words, at most 200 characters; null for none
     */
    record PastWithdrawal(
            int participant,
            Instant at,
            @Nullable Integer kept,
            @Nullable WithdrawalReason reason,
            @Nullable String remark) {}

    /**
     * @param participant the slot, the column {@code participant{slot}}
     * @param answered trials with an answer
     * @param total trials
     * @param failed trials whose picture did not load, at least at first
     */
    record ParticipantProgress(
            int participant,
            ParticipantStatus status,
            int answered,
            int total,
            @Nullable Instant joinedAt,
            @Nullable Instant lastAnswerAt,
            int failed,
            @Nullable String completionCode) {

        boolean isComplete() {
            return status == ParticipantStatus.COMPLETED || status == ParticipantStatus.IMPORTED && answered == total;
        }
    }

    /**
     * @param participants the slots of those for whom it did not load, at least at first
     * @param reasons what their devices saw
     */
    record FailedPicture(String filename, SortedSet<Integer> participants, SortedSet<String> reasons) {

        FailedPicture(String filename) {
            this(filename, new TreeSet<>(), new TreeSet<>());
        }
    }
}
