package org.c25.enrolment;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.studies.Protocol;
import org.c25.studies.Studies;
import org.c25.studies.StudyView;
import org.c25.studies.TrialOrdering;
import org.c25.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whoever consents gets a place, unless something stands in the way. */
@Service
@Transactional
class Consents {

    private final Participants participants;
    private final Seating seating;
    private final Sets sets;
    private final Studies studies;
    private final OutsideIds outsideIds;

    Consents(Participants participants, Seating seating, Sets sets, Studies studies, OutsideIds outsideIds) {
        this.participants = participants;
        this.seating = seating;
        this.sets = sets;
        this.studies = studies;
        this.outsideIds = outsideIds;
    }

    /** Whether the recruiter's ID has a place in the set already; never where no recruiter is named. */
    @Transactional(readOnly = true)
    boolean isTaken(Invited invited, OutsideId outsideId) {
        StudyView study = sets.studyOfInvited(invited.setId());
        return study.protocol().recruiter() != null && outsideIds.hasPlace(study, invited.setId(), outsideId);
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
     * @param outsideId by which the recruiter knows the person, if one came; of no account if the study has no recruiter
     * @throws Problem 409 if the set is closed or full, the person has withdrawn or their slot was released, the ID has a place by another
     *     invitation, or another ID has a place by this one
     */
    Participant consent(Invited invited, String locale, @Nullable OutsideId outsideId) {
        participants.queue(invited);
        if (outsideId != null && isAnothers(invited, outsideId)) {
            throw Problem.conflict("Another person takes part with this link. Ask for a link of your own.");
        }
        Optional<Participant> before = participants.find(invited);
        if (before.isPresent()) {
            return Participants.refuseWithdrawn(before.get()).refuseReleased();
        }
        if (participants.isErased(invited)) {
            throw participants.withoutPlace(invited);
        }
        SetView set = sets.ofInvited(invited.setId());
        sets.holdOn(set.id()).ifPresent(hold -> {
            throw hold.problem();
        });
        if (!set.isOpen()) {
            throw Problem.conflict("The set is closed: nobody can join at present.");
        }
        StudyView study = studies.ofInvited(set.studyId());
        Protocol protocol = study.protocol();
        if (outsideId != null && protocol.recruiter() != null) {
            outsideIds.claim(study, invited, outsideId);
        }
        // A fixed order is drawn from the set's own number, so that everyone's is the same.
        long seed = protocol.ordering() == TrialOrdering.FIXED
                ? set.id()
                : ThreadLocalRandom.current().nextLong();
        List<TrialOrder.Showing> order = TrialOrder.draw(
                sets.items(set.id()), protocol.ordering(), protocol.repeatShare(), protocol.repeatMinimumLag(), seed);
        seating.seat(invited, study, locale, seed, order);
        return participants.find(invited).orElseThrow();
    }
}
