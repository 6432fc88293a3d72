package org.c25.waiting;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.c25.accounts.Caller;
import org.c25.common.Problem;
import org.c25.invitations.Invitations;
import org.c25.invitations.InvitedPerson;
import org.c25.invitations.SetInvitations;
import org.c25.participation.Ineligibility;
import org.c25.participation.Participants;
import org.c25.participation.SlotFreed;
import org.c25.participation.Slots;
import org.c25.recruiting.ArrivingId;
import org.c25.recruiting.Eligibility;
import org.c25.recruiting.Newcomers;
import org.c25.recruiting.Queued;
import org.c25.recruiting.RecruitingGate;
import org.c25.security.ClientAddress;
import org.c25.sets.Sets;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Those who found a set full and wait for a place, in the order in which they came. */
@Service
@Transactional
public class WaitingList {

    private final JdbcClient jdbc;
    private final Invitations invitations;
    private final SetInvitations setInvitations;
    private final Participants participants;
    private final Eligibility eligibility;
    private final Newcomers newcomers;
    private final RecruitingGate gate;
    private final Slots slots;
    private final Sets sets;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WaitingList(
            JdbcClient jdbc,
            Invitations invitations,
            SetInvitations setInvitations,
            Participants participants,
            Eligibility eligibility,
            Newcomers newcomers,
            RecruitingGate gate,
            Slots slots,
            Sets sets,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.invitations = invitations;
        this.setInvitations = setInvitations;
        this.participants = participants;
        this.eligibility = eligibility;
        this.newcomers = newcomers;
        this.gate = gate;
        this.slots = slots;
        this.sets = sets;
        this.events = events;
        this.clock = clock;
    }

    /** Whether the study lets people wait for a place. */
    @Transactional(readOnly = true)
    public boolean isKept(InvitedPerson invited) {
        return sets.studyOfInvited(invited.setId()).protocol().recruitment().waitingList();
    }

    /**
     * Puts the person at the end of the list. Who waits already keeps their turn; who let an offer pass begins anew.
     *
     * @throws Queued if too many newcomers come at the moment
     * @throws Problem 409 if there is no waiting list, a place is free, or something else keeps the person from one
     */
    Turn join(InvitedPerson who, @Nullable ArrivingId id, ClientAddress address) {
        InvitedPerson invited = newcomers.register(who, id, true);
        invitations.queue(invited);
        if (participants.find(invited).isPresent()) {
            throw Problem.conflict("You have a place already: there is nothing to wait for.");
        }
        if (participants.isErased(invited)) {
            throw participants.withoutPlace(invited);
        }
        if (!isKept(invited)) {
            throw Problem.conflict("The study keeps no waiting list.");
        }
        Optional<Ineligibility> obstacle = eligibility.to(invited, id);
        if (obstacle.isEmpty()) {
            return turn(invited)
                    .filter(Turn::isOffered)
                    .orElseThrow(() -> Problem.conflict("A place is free: consent to take it."));
        }
        if (obstacle.get() != Ineligibility.FULL) {
            throw obstacle.get().problem();
        }
        Optional<Turn> before = turn(invited);
        if (before.isEmpty() || before.get().isPast()) {
            gate.pass(invited, address);
            enter(invited);
        }
        return turn(invited).orElseThrow();
    }

    private void enter(InvitedPerson invited) {
        forget(invited);
        jdbc.sql("insert into waiting (invitation_id, set_id, since) values (?, ?, ?)")
                .params(invited.invitationId(), invited.setId(), now())
                .update();
    }

    /** Takes the person off the list. A place that is kept for them goes to the next. */
    public void leave(InvitedPerson invited) {
        invitations.queue(invited);
        Optional<SlotFreed> kept = slots.giveBack(invited.invitationId());
        forget(invited);
        kept.ifPresent(events::publishEvent);
    }

    /** Whoever has taken a place waits no more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void joined(InvitedPerson invited) {
        forget(invited);
    }

    private void forget(InvitedPerson invited) {
        jdbc.sql("delete from waiting where invitation_id = ?")
                .param(invited.invitationId())
                .update();
    }

    /** Where the person stands in the list; empty if they do not wait. */
    @Transactional(readOnly = true)
    public Optional<Turn> turn(InvitedPerson invited) {
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

    private Turn turn(int ahead, @Nullable OffsetDateTime until) {
        if (until == null) {
            return new Turn(ahead, null, false);
        }
        boolean past = until.isBefore(now());
        return new Turn(0, past ? null : until.toInstant(), past);
    }

    /** Everybody on the list of a set, in order. */
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
                            row.getObject("since", OffsetDateTime.class).toInstant(),
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
     * Where somebody stands.
     *
     * @param ahead how many come first, from 0
     * @param offeredUntil until when a place is kept for this person; null while none is
     * @param isPast whether a place was kept, and was not taken in time
     */
    public record Turn(int ahead, @Nullable Instant offeredUntil, boolean isPast) {

        public boolean isOffered() {
            return offeredUntil != null;
        }
    }

    /**
     * Somebody on the list, as staff see them.
     *
     * @param offeredUntil null while nothing was offered; @param past whether that is over
     * @param slot the place that is kept for them
     */
    public record Waiting(
            long invitationId,
            @Nullable String email,
            Instant since,
            @Nullable Instant offeredUntil,
            boolean past,
            @Nullable Integer slot) {}
}
