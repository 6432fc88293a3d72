package org.c25.participation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.c25.common.Bookkeeping;
import org.c25.invitations.InvitedPerson;
import org.c25.sets.SetResumed;
import org.c25.studies.StudyUnarchived;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * When participants were last seen. An answer is a sign of life, and so is opening a page; the last one is kept to the
 * minute, so that most of them write nothing. Each ends a stall.
 */
@Service
@Transactional
public class SignsOfLife {

    /** The time from which a participant's silence counts: their last sign of life, or when they could go on again. */
    static final String LAST = "greatest(participant.consented_at,"
            + " coalesce(participant.seen_at, participant.consented_at),"
            + " coalesce(participant.held_until, participant.consented_at))";

    private static final Duration PRECISION = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    SignsOfLife(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The participant has answered; in the transaction that keeps the answer, so that nothing comes between the two. */
    public void answered(Participant participant) {
        seen("id", participant.id());
    }

    /** Somebody with an invitation looks at a page. Whoever has no place yet gives no sign. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void visited(InvitedPerson invited) {
        Bookkeeping.note("A sign of life", () -> seen("invitation_id", invited.invitationId()));
    }

    private void seen(String column, long id) {
        Instant now = clock.instant();
        jdbc.sql(
                        "update participant set seen_at = ?, stalled_at = case when status = 'AT_WORK' then null else stalled_at end"
                                + " where " + column + " = ? and (seen_at is null or seen_at < ?"
                                + " or (stalled_at is not null and status = 'AT_WORK'))")
                .params(now.atOffset(ZoneOffset.UTC), id, now.minus(PRECISION).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Nobody could go on until now, so nobody was silent: everybody at work has the full time from here. */
    @EventListener
    void goOn(SetResumed resumed) {
        jdbc.sql("""
                        update participant set held_until = ?, stalled_at = null
                        where status = 'AT_WORK' and set_id = ?""")
                .params(clock.instant().atOffset(ZoneOffset.UTC), resumed.setId())
                .update();
    }

    @EventListener
    void goOn(StudyUnarchived unarchived) {
        jdbc.sql("""
                        update participant set held_until = ?, stalled_at = null
                        where status = 'AT_WORK' and set_id in (select s.id from image_set s where s.study_id = ?)""")
                .params(clock.instant().atOffset(ZoneOffset.UTC), unarchived.studyId())
                .update();
    }
}
