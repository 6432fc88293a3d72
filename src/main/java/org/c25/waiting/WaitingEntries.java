package org.c25.waiting;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.c25.invitations.InvitedPerson;
import org.c25.sets.SetDeleted;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the waiting list. */
@Component
class WaitingEntries {

    private final JdbcClient jdbc;
    private final Clock clock;

    WaitingEntries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Puts the person at the end of the list. */
    void enter(InvitedPerson invited) {
        forget(invited);
        jdbc.sql("insert into waiting (invitation_id, set_id, since) values (?, ?, ?)")
                .params(invited.invitationId(), invited.setId(), now())
                .update();
    }

    void forget(InvitedPerson invited) {
        jdbc.sql("delete from waiting where invitation_id = ?")
                .param(invited.invitationId())
                .update();
    }

    /** Returns the person's turn; empty if they do not wait. */
    Optional<WaitingList.Turn> turn(InvitedPerson invited) {
        return jdbc.sql("""
                        select w.offered_until,
                            (select count(*) from waiting o where o.set_id = w.set_id and o.offered_until is null
                                and (o.since < w.since or o.since = w.since and o.invitation_id < w.invitation_id))
                            as ahead
                        from waiting w where w.invitation_id = ?""")
                .param(invited.invitationId())
                .query((row, n) -> turn(row.getInt("ahead"), row.getObject("offered_until", OffsetDateTime.class)))
                .optional();
    }

    private WaitingList.Turn turn(int ahead, @Nullable OffsetDateTime until) {
        if (until == null) {
            return new WaitingList.Turn(ahead, null, false);
        }
        boolean past = until.isBefore(now());
        return new WaitingList.Turn(0, past ? null : until.toInstant(), past);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** Forgets who waits for a deleted set. */
    @EventListener
    @Order(SetDeleted.FIRST)
    void delete(SetDeleted deleted) {
        jdbc.sql("delete from waiting where set_id = ?")
                .param(deleted.set().id())
                .update();
    }
}
