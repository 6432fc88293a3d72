package org.c25.recruiting;

import java.util.Optional;
import org.c25.invitations.Invitations;
import org.c25.invitations.InvitedPerson;
import org.c25.participation.Ineligibility;
import org.c25.participation.Slots;
import org.c25.protocol.Recruiter;
import org.c25.sets.SetState;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.sets.Suspension;
import org.c25.studies.Studies;
import org.c25.studies.StudyView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds what keeps somebody without a slot from one. It only reads, and so is cheap even when hundreds are to be
 * refused; a slot that it finds free may be gone a moment later, and the code that takes the slot decides.
 */
@Component
@Transactional(readOnly = true)
public class Eligibility {

    private final Invitations invitations;
    private final RecruitingLinks links;
    private final Slots slots;
    private final ExternalIds externalIds;
    private final OneSetPerPerson oneSetEach;
    private final Sets sets;
    private final Studies studies;

    Eligibility(
            Invitations invitations,
            RecruitingLinks links,
            Slots slots,
            ExternalIds externalIds,
            OneSetPerPerson oneSetEach,
            Sets sets,
            Studies studies) {
        this.invitations = invitations;
        this.links = links;
        this.slots = slots;
        this.externalIds = externalIds;
        this.oneSetEach = oneSetEach;
        this.sets = sets;
        this.studies = studies;
    }

    /**
     * Returns what keeps this person from a slot; empty for nothing.
     *
     * @param id the external ID of the person, if one came
     */
    public Optional<Ineligibility> to(InvitedPerson invited, @Nullable ArrivingId id) {
        Optional<Ineligibility> onTheWay = invited.recruited() ? byRecruitingLink(invited, id) : Optional.empty();
        if (onTheWay.isPresent()) {
            return onTheWay;
        }
        if (id != null && !id.proven() && !invited.signed() && takesSignedAlone(invited)) {
            return Optional.of(Ineligibility.UNSIGNED);
        }
        return inSet(invited.setId(), invited.invitationId(), invitations.email(invited), id == null ? null : id.id());
    }

    private Optional<Ineligibility> byRecruitingLink(InvitedPerson invited, @Nullable ArrivingId id) {
        if (invited.linkId() == 0) {
            return Optional.of(Ineligibility.LINK_UNTOLD); // Has waited since before: the link may be valid.
        }
        if (!links.letsIn(invited)) {
            return Optional.of(Ineligibility.LINK_OFF);
        }
        if (id == null) {
            return Optional.of(Ineligibility.NO_ID);
        }
        boolean own = externalIds.secret(invited.setId(), id.id()).hash().equals(invited.secretHash());
        return own ? Optional.empty() : Optional.of(Ineligibility.USED);
    }

    /**
     * Whether the study requires a signature. It then applies also to people who came before that rule, or by a
     * personal link with an ID.
     */
    private boolean takesSignedAlone(InvitedPerson invited) {
        Recruiter recruiter = sets.studyOfInvited(invited.setId()).protocol().recruiter();
        return recruiter != null && recruiter.takesSignedAlone();
    }

    /**
     * Returns what keeps a newcomer from a slot: somebody of whom nothing is stored, and who comes by a valid
     * recruiting link.
     */
    Optional<Ineligibility> toNewcomer(long setId, ExternalId id) {
        return inSet(setId, Slots.NOBODY, null, id);
    }

    private Optional<Ineligibility> inSet(
            long setId, long invitationId, @Nullable String email, @Nullable ExternalId id) {
        SetView set = sets.ofInvited(setId);
        StudyView study = studies.ofInvited(set.studyId());
        Optional<Suspension> suspension = Suspension.of(set.paused(), study.archived());
        if (suspension.isPresent()) {
            return Optional.of(suspension.get() == Suspension.ENDED ? Ineligibility.ENDED : Ineligibility.PAUSED);
        }
        if (!set.isOpen()) {
            return Optional.of(set.state() == SetState.DRAFT ? Ineligibility.NOT_OPEN : Ineligibility.CLOSED);
        }
        ExternalId known = study.protocol().recruiter() == null ? null : id;
        if (known != null && externalIds.hasSlot(study, setId, invitationId, known)) {
            return Optional.of(Ineligibility.TWICE);
        }
        if (study.protocol().recruitment().oneSetEach() && oneSetEach.hasSlot(study, invitationId, email, known)) {
            return Optional.of(Ineligibility.ELSEWHERE);
        }
        return slots.isFree(setId, invitationId) ? Optional.empty() : Optional.of(Ineligibility.FULL);
    }
}
