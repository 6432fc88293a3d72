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

/** Who a person is to a study: by the recruiter's ID and by e-mail address, each takes a place once. */
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

    /** Whether somebody with another of the recruiter's IDs has a place by this very invitation. */
    @Transactional(readOnly = true)
    boolean isAnothers(InvitedPerson invited, ExternalId externalId) {
        return externalIds.isAnothers(sets.studyOfInvited(invited.setId()), invited, externalId);
    }

    /**
     * To be called before a place is taken: whoever has to wait here holds no place that others wait for.
     *
     * @param externalId the ID by which the recruiter knows the person, if one came
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
