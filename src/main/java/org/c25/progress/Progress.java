package org.c25.progress;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.c25.accounts.Caller;
import org.c25.enrolment.ParticipantStatus;
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
                        row.getString("completion_code")))
                .list();
        return new SetProgress(set, participants);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /** A set and the people in its slots, by slot. */
    record SetProgress(SetView set, List<ParticipantProgress> participants) {

        public long completed() {
            return participants.stream().filter(ParticipantProgress::isComplete).count();
        }

        public long atWork() {
            return participants.stream()
                    .filter(participant -> participant.status() == ParticipantStatus.AT_WORK)
                    .count();
        }

        public long free() {
            return (long) set.capacity() - participants.size();
        }
    }

    /**
     * @param participant the slot, the column {@code participant{slot}}
     * @param answered trials with an answer
     * @param total trials
     */
    record ParticipantProgress(
            int participant,
            ParticipantStatus status,
            int answered,
            int total,
            @Nullable Instant joinedAt,
            @Nullable Instant lastAnswerAt,
            @Nullable String completionCode) {

        boolean isComplete() {
            return status == ParticipantStatus.COMPLETED || status == ParticipantStatus.IMPORTED && answered == total;
        }
    }
}
