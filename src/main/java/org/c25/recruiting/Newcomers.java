package org.c25.recruiting;

import java.util.Optional;
import org.c25.invitations.InvitedPerson;
import org.c25.invitations.RecruitedInvitations;
import org.c25.participation.Ineligibility;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stores the invitations of people who came by a recruiting link, once they take a slot or wait for one. */
@Component
public class Newcomers {

    private final RecruitedInvitations invitations;
    private final RecruitingLinks links;
    private final Eligibility eligibility;

    Newcomers(RecruitedInvitations invitations, RecruitingLinks links, Eligibility eligibility) {
        this.invitations = invitations;
        this.links = links;
        this.eligibility = eligibility;
    }

    /**
     * Returns the person with an invitation that is stored. A newcomer's is stored now, unless something keeps them
     * from a slot; if many requests of one person come at the same moment, the others wait here for the first.
     *
     * @param evenIfFull whether somebody can come though no slot is free
     * @throws org.c25.common.Problem if there is such an {@link Ineligibility}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public InvitedPerson register(InvitedPerson who, @Nullable ArrivingId id, boolean evenIfFull) {
        if (!who.isNewcomer()) {
            return who;
        }
        Optional<Ineligibility> ineligibility =
                eligibility.to(who, id).filter(found -> found != Ineligibility.FULL || !evenIfFull);
        Optional<InvitedPerson> meanwhile = invitations.find(who);
        if (meanwhile.isPresent()) {
            return meanwhile.get(); // The same person has joined in another tab.
        }
        ineligibility.ifPresent(found -> {
            throw found.problem();
        });
        // The link is checked after the invitation is stored: from then on nobody can revoke it until the transaction
        // ends.
        if (invitations.store(who) && !links.letsIn(who)) {
            throw Ineligibility.LINK_OFF.problem();
        }
        return invitations.find(who).orElseThrow(Ineligibility.LINK_OFF::problem);
    }
}
