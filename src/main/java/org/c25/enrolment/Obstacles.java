package org.c25.enrolment;

import java.util.Optional;
import org.c25.sets.Hold;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.sets.State;
import org.c25.studies.Studies;
import org.c25.studies.StudyView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What keeps somebody without a place from one. Only looks, and so is cheap to ask when hundreds are to be turned away;
 * what is found free may be gone a moment later, and what takes it decides.
 */
@Component
@Transactional(readOnly = true)
class Obstacles {

    private final Invitations invitations;
    private final Slots slots;
    private final OutsideIds outsideIds;
    private final OneSetEach oneSetEach;
    private final Sets sets;
    private final Studies studies;

    Obstacles(
            Invitations invitations,
            Slots slots,
            OutsideIds outsideIds,
            OneSetEach oneSetEach,
            Sets sets,
            Studies studies) {
        this.invitations = invitations;
        this.slots = slots;
        this.outsideIds = outsideIds;
        this.oneSetEach = oneSetEach;
        this.sets = sets;
        this.studies = studies;
    }

    /** @param id by which the recruiter knows the person, if one came */
    Optional<Obstacle> to(Invited invited, @Nullable OutsideId id) {
        Invitations.Origin origin = invitations.origin(invited);
        if (origin.recruited()) {
            if (origin.linkRevoked()) {
                return Optional.of(Obstacle.LINK_OFF);
            }
            if (id == null) {
                return Optional.of(Obstacle.NO_ID);
            }
            if (!outsideIds.secret(invited.setId(), id).hash().equals(origin.secretHash())) {
                return Optional.of(Obstacle.USED);
            }
        }
        return inSet(invited.setId(), invited.invitationId(), origin.email(), id);
    }

    /** For somebody of whom nothing is stored, and who comes by a recruiting link that is valid. */
    Optional<Obstacle> toNewcomer(long setId, OutsideId id) {
        return inSet(setId, Slots.NOBODY, null, id);
    }

    private Optional<Obstacle> inSet(long setId, long invitationId, @Nullable String email, @Nullable OutsideId id) {
        SetView set = sets.ofInvited(setId);
        StudyView study = studies.ofInvited(set.studyId());
        Optional<Hold> hold = Hold.of(set.paused(), study.archived());
        if (hold.isPresent()) {
            return Optional.of(hold.get() == Hold.ENDED ? Obstacle.ENDED : Obstacle.PAUSED);
        }
        if (!set.isOpen()) {
            return Optional.of(set.state() == State.DRAFT ? Obstacle.NOT_OPEN : Obstacle.CLOSED);
        }
        OutsideId known = study.protocol().recruiter() == null ? null : id;
        if (known != null && outsideIds.hasPlace(study, setId, invitationId, known)) {
            return Optional.of(Obstacle.TWICE);
        }
        if (study.protocol().recruitment().oneSetEach() && oneSetEach.hasPlace(study, invitationId, email, known)) {
            return Optional.of(Obstacle.ELSEWHERE);
        }
        return slots.isFree(setId, invitationId) ? Optional.empty() : Optional.of(Obstacle.FULL);
    }
}
