package org.c25.enrolment;

import java.util.Optional;
import org.c25.sets.Hold;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.sets.State;
import org.c25.studies.Recruiter;
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
    private final RecruitingLinks links;
    private final Slots slots;
    private final OutsideIds outsideIds;
    private final OneSetEach oneSetEach;
    private final Sets sets;
    private final Studies studies;

    Obstacles(
            Invitations invitations,
            RecruitingLinks links,
            Slots slots,
            OutsideIds outsideIds,
            OneSetEach oneSetEach,
            Sets sets,
            Studies studies) {
        this.invitations = invitations;
        this.links = links;
        this.slots = slots;
        this.outsideIds = outsideIds;
        this.oneSetEach = oneSetEach;
        this.sets = sets;
        this.studies = studies;
    }

    /** @param id by which the recruiter knows the person, if one came */
    Optional<Obstacle> to(Invited invited, @Nullable ArrivingId id) {
        Optional<Obstacle> onTheWay = invited.recruited() ? byRecruitingLink(invited, id) : Optional.empty();
        if (onTheWay.isPresent()) {
            return onTheWay;
        }
        if (id != null && !id.proven() && !invited.signed() && takesSignedAlone(invited)) {
            return Optional.of(Obstacle.UNSIGNED);
        }
        return inSet(invited.setId(), invited.invitationId(), invitations.email(invited), id == null ? null : id.id());
    }

    private Optional<Obstacle> byRecruitingLink(Invited invited, @Nullable ArrivingId id) {
        if (invited.linkId() == 0) {
            return Optional.of(Obstacle.LINK_UNTOLD); // Waits since before: the link may well be valid.
        }
        if (!links.letsIn(invited)) {
            return Optional.of(Obstacle.LINK_OFF);
        }
        if (id == null) {
            return Optional.of(Obstacle.NO_ID);
        }
        boolean own = outsideIds.secret(invited.setId(), id.id()).hash().equals(invited.secretHash());
        return own ? Optional.empty() : Optional.of(Obstacle.USED);
    }

    /** Also for who came before the study wanted it so, or by a link of their own with an ID besides. */
    private boolean takesSignedAlone(Invited invited) {
        Recruiter recruiter = sets.studyOfInvited(invited.setId()).protocol().recruiter();
        return recruiter != null && recruiter.takesSignedAlone();
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
