package org.c25.recruiting;

import java.util.Optional;
import org.c25.invitations.DeviceTokens;
import org.c25.invitations.InvitedPerson;
import org.c25.invitations.RecruitedInvitations;
import org.c25.participation.Ineligibility;
import org.c25.participation.Participants;
import org.c25.security.Secret;
import org.c25.sets.Sets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Leads people who come by a recruiting link to their invitation. An ID always leads to the same invitation, on any
 * device and at any time, because the invitation's secret is computed from it. No device gets that secret: each gets a
 * token ({@link DeviceTokens}). Nothing is stored of an arrival but that there was one.
 */
@Component
public class Arrivals {

    private final RecruitedInvitations invitations;
    private final DeviceTokens deviceTokens;
    private final Participants participants;
    private final RecruitingLinks links;
    private final Eligibility eligibility;
    private final ExternalIds externalIds;
    private final Sets sets;

    Arrivals(
            RecruitedInvitations invitations,
            DeviceTokens deviceTokens,
            Participants participants,
            RecruitingLinks links,
            Eligibility eligibility,
            ExternalIds externalIds,
            Sets sets) {
        this.invitations = invitations;
        this.deviceTokens = deviceTokens;
        this.participants = participants;
        this.links = links;
        this.eligibility = eligibility;
        this.externalIds = externalIds;
        this.sets = sets;
    }

    /**
     * Leads somebody to their invitation. A newcomer who could have a slot is led to the page on which they can take
     * one.
     */
    public Arrival arrive(RecruitingLinks.Link link, ExternalId id) {
        Secret secret = externalIds.secret(link.setId(), id);
        Optional<InvitedPerson> invited = deviceTokens.find(secret);
        if (invited.isPresent()) {
            return comeAgain(link, secret, invited.get());
        }
        if (deviceTokens.findRevoked(secret).isPresent()) {
            return new Arrival(secret, null, true);
        }
        Optional<Ineligibility> ineligibility =
                link.valid() ? eligibility.toNewcomer(link.setId(), id) : Optional.of(Ineligibility.LINK_OFF);
        // Perhaps the same person took a slot in another tab since the first query.
        Optional<InvitedPerson> meanwhile = ineligibility.isPresent() ? deviceTokens.find(secret) : Optional.empty();
        if (meanwhile.isPresent()) {
            return comeAgain(link, secret, meanwhile.get());
        }
        links.opened(link);
        ineligibility.ifPresent(found -> links.turnedAway(link));
        return new Arrival(
                secret, ineligibility.filter(found -> !canWait(found, link)).orElse(null), false);
    }

    private boolean canWait(Ineligibility ineligibility, RecruitingLinks.Link link) {
        return ineligibility == Ineligibility.FULL
                && sets.studyOfInvited(link.setId()).protocol().recruitment().waitingList();
    }

    private Arrival comeAgain(RecruitingLinks.Link link, Secret secret, InvitedPerson invited) {
        if (participants.find(invited).isPresent()) {
            return new Arrival(secret, null, false);
        }
        links.opened(link);
        if (!link.valid()) {
            links.turnedAway(link);
            return new Arrival(secret, Ineligibility.LINK_OFF, false);
        }
        // People who came by an earlier link, which is revoked since, can join by this one.
        invitations.cameBy(invited, link.id());
        return new Arrival(secret, null, false);
    }

    /**
     * The result of an arrival.
     *
     * @param secret the secret of the person's invitation
     * @param ineligibility what keeps a newcomer out; null for nothing
     * @param isRevoked whether staff revoked the invitation
     */
    public record Arrival(Secret secret, @Nullable Ineligibility ineligibility, boolean isRevoked) {}
}
