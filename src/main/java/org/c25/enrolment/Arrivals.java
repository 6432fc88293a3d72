package org.c25.enrolment;

import java.util.Optional;
import org.c25.accounts.Secret;
import org.c25.sets.Sets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * People who come by a recruiting link. An ID always comes to the same invitation, on any device and at any time, because
 * the invitation's secret is computed from it. No device gets that secret: each gets a token ({@link Tokens}). Nothing is
 * stored of an arrival but that there was one.
 */
@Component
class Arrivals {

    private final JdbcClient jdbc;
    private final Tokens tokens;
    private final Participants participants;
    private final RecruitingLinks links;
    private final Obstacles obstacles;
    private final OutsideIds outsideIds;
    private final Sets sets;

    Arrivals(
            JdbcClient jdbc,
            Tokens tokens,
            Participants participants,
            RecruitingLinks links,
            Obstacles obstacles,
            OutsideIds outsideIds,
            Sets sets) {
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.participants = participants;
        this.links = links;
        this.obstacles = obstacles;
        this.outsideIds = outsideIds;
        this.sets = sets;
    }

    /** Leads somebody to their invitation, or a newcomer who could have a place to where they can take one. */
    Arrival arrive(RecruitingLinks.Link link, OutsideId id) {
        Secret secret = outsideIds.secret(link.setId(), id);
        Optional<Invited> invited = tokens.find(secret);
        if (invited.isPresent()) {
            return comeAgain(link, secret, invited.get());
        }
        if (tokens.findRevoked(secret).isPresent()) {
            return new Arrival(secret, null, true);
        }
        Optional<Obstacle> obstacle =
                link.valid() ? obstacles.toNewcomer(link.setId(), id) : Optional.of(Obstacle.LINK_OFF);
        // It may be the place that the same person took in another tab since the first look.
        Optional<Invited> meanwhile = obstacle.isPresent() ? tokens.find(secret) : Optional.empty();
        if (meanwhile.isPresent()) {
            return comeAgain(link, secret, meanwhile.get());
        }
        links.opened(link);
        obstacle.ifPresent(found -> links.turnedAway(link));
        return new Arrival(
                secret, obstacle.filter(found -> !canWait(found, link)).orElse(null), false);
    }

    private boolean canWait(Obstacle obstacle, RecruitingLinks.Link link) {
        return obstacle == Obstacle.FULL
                && sets.studyOfInvited(link.setId()).protocol().recruitment().waitingList();
    }

    private Arrival comeAgain(RecruitingLinks.Link link, Secret secret, Invited invited) {
        if (participants.find(invited).isPresent()) {
            return new Arrival(secret, null, false);
        }
        links.opened(link);
        if (!link.valid()) {
            links.turnedAway(link);
            return new Arrival(secret, Obstacle.LINK_OFF, false);
        }
        // Whoever came by an earlier link, since revoked, can join by this one.
        jdbc.sql("update invitation set recruiting_link_id = ? where id = ? and recruiting_link_id <> ?")
                .params(link.id(), invited.invitationId(), link.id())
                .update();
        return new Arrival(secret, null, false);
    }

    /**
     * @param secret of the person's invitation
     * @param obstacle what keeps a newcomer out; null for nothing
     * @param isRevoked whether staff revoked the invitation
     */
    record Arrival(Secret secret, @Nullable Obstacle obstacle, boolean isRevoked) {}
}
