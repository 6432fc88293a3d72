package org.c25.enrolment;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.c25.invitations.DeviceTokens;
import org.c25.invitations.Invitations;
import org.c25.invitations.InvitedPerson;
import org.c25.participation.Enrolling;
import org.c25.participation.Ineligibility;
import org.c25.participation.Participant;
import org.c25.participation.Participants;
import org.c25.participation.TrialOrder;
import org.c25.protocol.Protocol;
import org.c25.protocol.Recruiter;
import org.c25.protocol.TrialOrdering;
import org.c25.recruiting.ArrivingId;
import org.c25.recruiting.Eligibility;
import org.c25.recruiting.ExternalId;
import org.c25.recruiting.ExternalIds;
import org.c25.recruiting.Newcomers;
import org.c25.recruiting.OneSetEach;
import org.c25.recruiting.Queued;
import org.c25.recruiting.RecruitingGate;
import org.c25.security.ClientAddress;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.studies.Studies;
import org.c25.studies.StudyView;
import org.c25.waiting.WaitingList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whoever consents gets a place, unless something stands in the way. */
@Service
@Transactional
class Consents {

    private final Participants participants;
    private final DeviceTokens deviceTokens;
    private final Invitations invitations;
    private final Eligibility eligibility;
    private final ExternalIds externalIds;
    private final Newcomers newcomers;
    private final RecruitingGate gate;
    private final OneSetEach oneSetEach;
    private final Enrolling enrolling;
    private final WaitingList waitingList;
    private final Sets sets;
    private final Studies studies;

    Consents(
            Participants participants,
            DeviceTokens deviceTokens,
            Invitations invitations,
            Eligibility eligibility,
            ExternalIds externalIds,
            Newcomers newcomers,
            RecruitingGate gate,
            OneSetEach oneSetEach,
            Enrolling enrolling,
            WaitingList waitingList,
            Sets sets,
            Studies studies) {
        this.participants = participants;
        this.deviceTokens = deviceTokens;
        this.invitations = invitations;
        this.eligibility = eligibility;
        this.externalIds = externalIds;
        this.newcomers = newcomers;
        this.gate = gate;
        this.oneSetEach = oneSetEach;
        this.enrolling = enrolling;
        this.waitingList = waitingList;
        this.sets = sets;
        this.studies = studies;
    }

    /** Whether somebody with another of the recruiter's IDs has a place by this very invitation. */
    @Transactional(readOnly = true)
    boolean isAnothers(InvitedPerson invited, ExternalId externalId) {
        return externalIds.isAnothers(sets.studyOfInvited(invited.setId()), invited, externalId);
    }

    /**
     * Takes a place and draws the order of trials. Asked again, it gives the place taken before.
     *
     * @param locale the language in which consent was given, a BCP 47 tag
     * @param arriving the ID by which the recruiter knows the person, if one came; of no account if the study has no recruiter
     * @param address from which the person comes; of account for who came by a recruiting link
     * @throws Queued if too many take places at the moment
     * @throws org.c25.common.Problem 403 if the ID is to be signed and is not; 409 if the person has withdrawn, their slot was released, another ID has a place by this invitation, or there is
     *     any other {@link Ineligibility}
     */
    Participant consent(InvitedPerson who, String locale, @Nullable ArrivingId arriving, ClientAddress address) {
        ExternalId externalId = arriving == null ? null : arriving.id();
        InvitedPerson invited = newcomers.register(who, arriving, false);
        invitations.queue(invited);
        if (externalId != null && isAnothers(invited, externalId)) {
            throw Ineligibility.USED.problem();
        }
        Optional<Participant> before = participants.find(invited);
        if (before.isPresent()) {
            return Participants.refuseWithdrawn(before.get()).refuseReleased();
        }
        if (participants.isErased(invited)) {
            throw participants.withoutPlace(invited);
        }
        eligibility.to(invited, arriving).ifPresent(obstacle -> {
            throw obstacle.problem();
        });
        if (waitingList.turn(invited).filter(WaitingList.Turn::isOffered).isEmpty()) {
            gate.pass(invited, address);
        }
        SetView set = sets.ofInvited(invited.setId());
        StudyView study = studies.ofInvited(set.studyId());
        claim(study, invited, externalId);
        Protocol protocol = study.protocol();
        // A fixed order is drawn from the set's own number, so that everyone's is the same.
        long seed = protocol.ordering() == TrialOrdering.FIXED
                ? set.id()
                : ThreadLocalRandom.current().nextLong();
        enrolling.seat(
                invited,
                study,
                locale,
                seed,
                () -> TrialOrder.draw(
                        sets.items(set.id()),
                        protocol.ordering(),
                        protocol.repeatShare(),
                        protocol.repeatMinimumLag(),
                        seed));
        deviceTokens.placeTaken(invited);
        waitingList.joined(invited);
        return participants.find(invited).orElseThrow();
    }

    /** Before a place is taken: whoever has to wait here holds no place that others wait for. */
    private void claim(StudyView study, InvitedPerson invited, @Nullable ExternalId externalId) {
        Recruiter recruiter = study.protocol().recruiter();
        ExternalId id = recruiter == null ? null : externalId;
        if (recruiter != null && id != null) {
            id.refuseName(recruiter);
            externalIds.claim(study, invited, id);
        }
        if (study.protocol().recruitment().oneSetEach()) {
            oneSetEach.claim(study, invited, invitations.email(invited), id);
        }
    }
}
