package org.c25.waiting;

import java.time.Instant;
import java.util.Optional;
import org.c25.common.Problem;
import org.c25.invitations.Invitations;
import org.c25.invitations.InvitedPerson;
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
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The list of people who found a set full and wait for a slot, in the order in which they came. */
@Service
@Transactional
public class WaitingList {

    private final Invitations invitations;
    private final Participants participants;
    private final Eligibility eligibility;
    private final Newcomers newcomers;
    private final RecruitingGate gate;
    private final Slots slots;
    private final Sets sets;
    private final ApplicationEventPublisher events;
    private final WaitingEntries entries;

    WaitingList(
            Invitations invitations,
            Participants participants,
            Eligibility eligibility,
            Newcomers newcomers,
            RecruitingGate gate,
            Slots slots,
            Sets sets,
            ApplicationEventPublisher events,
            WaitingEntries entries) {
        this.invitations = invitations;
        this.participants = participants;
        this.eligibility = eligibility;
        this.newcomers = newcomers;
        this.gate = gate;
        this.slots = slots;
        this.sets = sets;
        this.events = events;
        this.entries = entries;
    }

    /** Whether the study lets people wait for a slot. */
    @Transactional(readOnly = true)
    public boolean isKept(InvitedPerson invited) {
        return sets.studyOfInvited(invited.setId()).protocol().recruitment().waitingList();
    }

    /**
     * Puts the person at the end of the list. A person who waits already keeps their turn; a person who let an offer
     * pass starts again at the end.
     *
     * @throws Queued if too many newcomers come at the moment
     * @throws Problem 409 if there is no waiting list, a slot is free, or something else keeps the person from one
     */
    Turn join(InvitedPerson who, @Nullable ArrivingId id, ClientAddress address) {
        InvitedPerson invited = newcomers.register(who, id, true);
        invitations.queue(invited);
        if (participants.find(invited).isPresent()) {
            throw Problem.conflict("You have a place already: there is nothing to wait for.");
        }
        if (participants.isErased(invited)) {
            throw participants.withoutSlot(invited);
        }
        if (!isKept(invited)) {
            throw Problem.conflict("The study keeps no waiting list.");
        }
        Optional<Ineligibility> ineligibility = eligibility.to(invited, id);
        if (ineligibility.isEmpty()) {
            return turn(invited)
                    .filter(Turn::isOffered)
                    .orElseThrow(() -> Problem.conflict("A place is free: consent to take it."));
        }
        if (ineligibility.get() != Ineligibility.FULL) {
            throw ineligibility.get().problem();
        }
        Optional<Turn> before = turn(invited);
        if (before.isEmpty() || before.get().isPast()) {
            gate.pass(invited, address);
            entries.enter(invited);
        }
        return turn(invited).orElseThrow();
    }

    /** Takes the person off the list. A slot that is reserved for them goes to the next. */
    public void leave(InvitedPerson invited) {
        invitations.queue(invited);
        Optional<SlotFreed> kept = slots.giveBack(invited.invitationId());
        entries.forget(invited);
        kept.ifPresent(events::publishEvent);
    }

    /** Takes a person who has taken a slot off the list. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void joined(InvitedPerson invited) {
        entries.forget(invited);
    }

    /** Returns the person's turn; empty if they do not wait. */
    @Transactional(readOnly = true)
    public Optional<Turn> turn(InvitedPerson invited) {
        return entries.turn(invited);
    }

    /**
     * The turn of somebody on the list.
     *
     * @param ahead how many people come before them, 0 …
     * @param offeredUntil until when a slot is reserved for this person; null while none is
     * @param isPast whether a slot was reserved, and was not taken in time
     */
    public record Turn(int ahead, @Nullable Instant offeredUntil, boolean isPast) {

        public boolean isOffered() {
            return offeredUntil != null;
        }
    }
}
