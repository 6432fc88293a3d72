package org.c25.enrolment;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.studies.Protocol;
import org.c25.studies.Recruiter;
import org.c25.studies.Studies;
import org.c25.studies.StudyView;
import org.c25.studies.TrialOrdering;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whoever consents gets a place, unless something stands in the way. */
@Service
@Transactional
class Consents {

    private final Participants participants;
    private final Tokens tokens;
    private final Invitations invitations;
    private final Obstacles obstacles;
    private final OutsideIds outsideIds;
    private final Newcomers newcomers;
    private final RecruitingGate gate;
    private final OneSetEach oneSetEach;
    private final Seating seating;
    private final WaitingList waitingList;
    private final Sets sets;
    private final Studies studies;

    Consents(
            Participants participants,
            Tokens tokens,
            Invitations invitations,
            Obstacles obstacles,
            OutsideIds outsideIds,
            Newcomers newcomers,
            RecruitingGate gate,
            OneSetEach oneSetEach,
            Seating seating,
            WaitingList waitingList,
            Sets sets,
            Studies studies) {
        this.participants = participants;
        this.tokens = tokens;
        this.invitations = invitations;
        this.obstacles = obstacles;
        this.outsideIds = outsideIds;
        this.newcomers = newcomers;
        this.gate = gate;
        this.oneSetEach = oneSetEach;
        this.seating = seating;
        this.waitingList = waitingList;
        this.sets = sets;
        this.studies = studies;
    }

    /** Whether somebody with another of the recruiter's IDs has a place by this very invitation. */
    @Transactional(readOnly = true)
    boolean isAnothers(Invited invited, OutsideId outsideId) {
        return outsideIds.isAnothers(sets.studyOfInvited(invited.setId()), invited, outsideId);
    }

    /**
     * Takes a place and draws the order of trials. Asked again, it gives the place taken before.
     *
     * @param locale the language in which consent was given, a BCP 47 tag
     * @param arriving the ID by which the recruiter knows the person, if one came; of no account if the study has no recruiter
     * @param address from which the person comes; of account for who came by a recruiting link
     * @throws Queued if too many take places at the moment
     * @throws org.c25.web.Problem 403 if the ID is to be signed and is not; 409 if the person has withdrawn, their slot was released, another ID has a place by this invitation, or there is
     *     any other {@link Obstacle}
     */
    Participant consent(Invited who, String locale, @Nullable ArrivingId arriving, ClientAddress address) {
        OutsideId outsideId = arriving == null ? null : arriving.id();
        Invited invited = newcomers.register(who, arriving, false);
        participants.queue(invited);
        if (outsideId != null && isAnothers(invited, outsideId)) {
            throw Obstacle.USED.problem();
        }
        Optional<Participant> before = participants.find(invited);
        if (before.isPresent()) {
            return Participants.refuseWithdrawn(before.get()).refuseReleased();
        }
        if (participants.isErased(invited)) {
            throw participants.withoutPlace(invited);
        }
        obstacles.to(invited, arriving).ifPresent(obstacle -> {
            throw obstacle.problem();
        });
        if (waitingList.turn(invited).filter(WaitingList.Turn::isOffered).isEmpty()) {
            gate.pass(invited, address);
        }
        SetView set = sets.ofInvited(invited.setId());
        StudyView study = studies.ofInvited(set.studyId());
        claim(study, invited, outsideId);
        Protocol protocol = study.protocol();
        // A fixed order is drawn from the set's own number, so that everyone's is the same.
        long seed = protocol.ordering() == TrialOrdering.FIXED
                ? set.id()
                : ThreadLocalRandom.current().nextLong();
        seating.seat(
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
        tokens.placeTaken(invited);
        waitingList.joined(invited);
        return participants.find(invited).orElseThrow();
    }

    /** Before a place is taken: whoever has to wait here holds no place that others wait for. */
    private void claim(StudyView study, Invited invited, @Nullable OutsideId outsideId) {
        Recruiter recruiter = study.protocol().recruiter();
        OutsideId id = recruiter == null ? null : outsideId;
        if (recruiter != null && id != null) {
            id.refuseName(recruiter);
            outsideIds.claim(study, invited, id);
        }
        if (study.protocol().recruitment().oneSetEach()) {
            oneSetEach.claim(study, invited, invitations.email(invited), id);
        }
    }
}
