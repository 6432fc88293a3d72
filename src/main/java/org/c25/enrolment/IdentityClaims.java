package org.c25.enrolment;

import org.c25.invitations.Invitations;
import org.c25.invitations.InvitedPerson;
import org.c25.protocol.Recruiter;
import org.c25.recruiting.ExternalId;
import org.c25.recruiting.ExternalIds;
import org.c25.recruiting.OneSetPerPerson;
import org.c25.sets.Sets;
import org.c25.studies.StudyView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes sure that a person takes a slot only once: once per external ID in a set, and once per external ID or e-mail
 * address in a study in which each may join one set only.
 */
@Component
class IdentityClaims {

    private final ExternalIds externalIds;
    private final OneSetPerPerson oneSetEach;
    private final Invitations invitations;
    private final Sets sets;

    IdentityClaims(ExternalIds externalIds, OneSetPerPerson oneSetEach, Invitations invitations, Sets sets) {
        this.externalIds = externalIds;
        this.oneSetEach = oneSetEach;
        this.invitations = invitations;
        this.sets = sets;
    }

    /** Whether a person with another external ID has a slot by this same invitation. */
    @Transactional(readOnly = true)
    boolean isAnothers(InvitedPerson invited, ExternalId externalId) {
        return externalIds.isAnothers(sets.studyOfInvited(invited.setId()), invited, externalId);
    }

    /**
     * Claims the identity of a person for their slot. Call it before a slot is taken, so that a person who has to wait
     * here holds no slot that others wait for.
     *
     * @param externalId the external ID by which the recruiter knows the person, if one came
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void claim(InvitedPerson invited, @Nullable ExternalId externalId) {
        StudyView study = sets.studyOfInvited(invited.setId());
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
