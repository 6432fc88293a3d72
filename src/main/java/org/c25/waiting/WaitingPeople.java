package org.c25.waiting;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.c25.accounts.Caller;
import org.c25.common.Moments;
import org.c25.invitations.SetInvitations;
import org.c25.participation.Slots;
import org.c25.sets.Sets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people on the waiting list of a set, as staff see them. */
@Service
public class WaitingPeople {

    private final JdbcClient jdbc;
    private final SetInvitations setInvitations;
    private final Slots slots;
    private final Sets sets;
    private final Clock clock;

    WaitingPeople(JdbcClient jdbc, SetInvitations setInvitations, Slots slots, Sets sets, Clock clock) {
        this.jdbc = jdbc;
        this.setInvitations = setInvitations;
        this.slots = slots;
        this.sets = sets;
        this.clock = clock;
    }

    /** Returns everybody on the list of a set, in order. */
    @Transactional(readOnly = true)
    public List<Waiting> of(Caller caller, long setId) {
        sets.require(caller, setId);
        Map<Long, String> emails = setInvitations.emails(setId);
        Map<Long, Integer> reserved = slots.reserved(setId);
        return jdbc.sql("""
                        select invitation_id, since, offered_until from waiting
                        where set_id = ? order by since, invitation_id""")
                .param(setId)
                .query((row, n) -> {
                    long invitation = row.getLong("invitation_id");
                    OffsetDateTime until = row.getObject("offered_until", OffsetDateTime.class);
                    return new Waiting(
                            invitation,
                            emails.get(invitation),
                            Moments.in(row, "since"),
                            until == null ? null : until.toInstant(),
                            until != null && until.isBefore(now()),
                            reserved.get(invitation));
                })
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /**
     * Somebody on the list, as staff see them.
     *
     * @param offeredUntil until when a slot is offered; null while nothing was offered
     * @param past whether that time is over
     * @param slot the slot that is reserved for them
     */
    public record Waiting(
            long invitationId,
            @Nullable String email,
            Instant since,
            @Nullable Instant offeredUntil,
            boolean past,
            @Nullable Integer slot) {}
}
