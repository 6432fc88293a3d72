package org.c25.enrolment;

import java.util.Optional;
import org.c25.invitations.Invitations;
import org.c25.invitations.InvitedPerson;
import org.c25.participation.Ineligibility;
import org.c25.participation.Participant;
import org.c25.participation.Participants;
import org.c25.recruiting.ArrivingId;
import org.c25.recruiting.Eligibility;
import org.c25.recruiting.ExternalId;
import org.c25.recruiting.Newcomers;
import org.c25.recruiting.Queued;
import org.c25.recruiting.RecruitingGate;
import org.c25.security.ClientAddress;
import org.c25.waiting.WaitingList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the consent of a person, who gets a slot for it, unless something stands in the way. */
@Service
@Transactional
class Consents {

    private final Invitations invitations;
    private final Participants participants;
    private final Newcomers newcomers;
    private final IdentityClaims claims;
    private final Eligibility eligibility;
    private final RecruitingGate gate;
    private final SlotAssignment slotAssignment;
    private final WaitingList waitingList;

    Consents(
            Invitations invitations,
            Participants participants,
            Newcomers newcomers,
            IdentityClaims claims,
            Eligibility eligibility,
            RecruitingGate gate,
            SlotAssignment slotAssignment,
            WaitingList waitingList) {
        this.invitations = invitations;
        this.participants = participants;
        this.newcomers = newcomers;
        this.claims = claims;
        this.eligibility = eligibility;
        this.gate = gate;
        this.slotAssignment = slotAssignment;
        this.waitingList = waitingList;
    }

    /**
     * Takes a slot and draws the order of the trials. If the person has a slot already, this returns it.
     *
     * @param locale the language in which consent was given, a BCP 47 tag
     * @param arriving the external ID by which the recruiter knows the person, if one came; ignored if the study has no
     *     recruiter
     * @param address the address from which the person comes; it matters only for people who came by a recruiting link
     * @throws Queued if too many people take slots at the moment
     * @throws org.c25.common.Problem 403 if the ID has to be signed and is not; 409 if the person has withdrawn, their
     *     slot was released, another ID has a slot by this invitation, or there is any other {@link Ineligibility}
     */
    Participant consent(InvitedPerson who, String locale, @Nullable ArrivingId arriving, ClientAddress address) {
        ExternalId externalId = arriving == null ? null : arriving.id();
        InvitedPerson invited = newcomers.register(who, arriving, false);
        invitations.queue(invited);
        if (externalId != null && claims.isAnothers(invited, externalId)) {
            throw Ineligibility.USED.problem();
        }
        Optional<Participant> before = participants.find(invited);
        if (before.isPresent()) {
            return Participants.refuseWithdrawn(before.get()).refuseReleased();
        }
        if (participants.isErased(invited)) {
            throw participants.withoutSlot(invited);
        }
        eligibility.to(invited, arriving).ifPresent(ineligibility -> {
            throw ineligibility.problem();
        });
        if (waitingList.turn(invited).filter(WaitingList.Turn::isOffered).isEmpty()) {
            gate.pass(invited, address);
        }
        claims.claim(invited, externalId);
        slotAssignment.take(invited, locale);
        waitingList.joined(invited);
        return participants.find(invited).orElseThrow();
    }
}
