package org.c25.participation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.c25.common.Bookkeeping;
import org.c25.invitations.InvitedPerson;
import org.c25.sets.SetResumed;
import org.c25.sets.Sets;
import org.c25.studies.StudyUnarchived;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * When participants were last seen. An answer is a sign of life, and so is opening a page; the last one is kept to the
 * minute, so that most of them write nothing. Each sign of life ends a stall.
 */
@Service
@Transactional
public class SignsOfLife {

    /**
     * A condition on {@code participant p}: somebody is at work, and has given no sign of life since {@code :since}. A
     * time in which nobody could go on does not count as silence.
     */
    public static final String SILENT = """
            p.status = 'AT_WORK' and :since >= greatest(
                p.consented_at, coalesce(p.seen_at, p.consented_at), coalesce(p.held_until, p.consented_at))""";

    private static final Duration PRECISION = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Sets sets;
    private final Clock clock;

    SignsOfLife(JdbcClient jdbc, Sets sets, Clock clock) {
        this.jdbc = jdbc;
        this.sets = sets;
        this.clock = clock;
    }

    /**
     * Notes that the participant has answered. It is called in the transaction that keeps the answer, so that nothing
     * comes between the two.
     */
    public void answered(Participant participant) {
        seen("id", participant.id());
    }

    /** Notes that somebody with an invitation looks at a page. It does nothing for people who have no slot yet. */
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

    /**
     * Gives everybody at work in the set the full time from now on: nobody could go on while it was paused, so nobody
     * was silent.
     */
    @EventListener
    void goOn(SetResumed resumed) {
        goOn(List.of(resumed.setId()));
    }

    @EventListener
    void goOn(StudyUnarchived unarchived) {
        List<Long> all = sets.idsOf(unarchived.studyId());
        if (!all.isEmpty()) {
            goOn(all);
        }
    }

    private void goOn(List<Long> setIds) {
        jdbc.sql("""
                        update participant set held_until = :now, stalled_at = null
                        where status = 'AT_WORK' and set_id in (:sets)""")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("sets", setIds)
                .update();
    }
}
