package org.c25.enrolment;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.c25.accounts.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * People who come by a recruiting link. An ID always comes to the same invitation, on any device and at any time, because
 * the invitation's secret is computed from it. No device gets that secret: each gets a token ({@link Tokens}). Each statement is a transaction of its own: of many at the same moment
 * one inserts the row, and the others find it.
 */
@Component
class Arrivals {

    private final JdbcClient jdbc;
    private final Tokens tokens;
    private final Participants participants;
    private final RecruitingLinks links;
    private final Obstacles obstacles;
    private final OutsideIds outsideIds;
    private final Clock clock;

    Arrivals(
            JdbcClient jdbc,
            Tokens tokens,
            Participants participants,
            RecruitingLinks links,
            Obstacles obstacles,
            OutsideIds outsideIds,
            Clock clock) {
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.participants = participants;
        this.links = links;
        this.obstacles = obstacles;
        this.outsideIds = outsideIds;
        this.clock = clock;
    }

    /** Leads somebody to their invitation, which is made if they are new and could have a place. */
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
        if (obstacle.isPresent()) {
            // It may be the place that the same person took in another tab since the first look.
            Optional<Invited> meanwhile = tokens.find(secret);
            if (meanwhile.isPresent()) {
                return comeAgain(link, secret, meanwhile.get());
            }
            links.refuse(link, obstacle.get());
            return new Arrival(secret, obstacle.get(), false);
        }
        insert(link, secret);
        return new Arrival(secret, null, false);
    }

    private Arrival comeAgain(RecruitingLinks.Link link, Secret secret, Invited invited) {
        if (participants.find(invited).isPresent()) {
            return new Arrival(secret, null, false);
        }
        if (!link.valid()) {
            links.turnedAway(invited);
            return new Arrival(secret, Obstacle.LINK_OFF, false);
        }
        // Whoever came by an earlier link, since revoked, can join by this one.
        jdbc.sql("update invitation set recruiting_link_id = ? where id = ? and recruiting_link_id <> ?")
                .params(link.id(), invited.invitationId(), link.id())
                .update();
        return new Arrival(secret, null, false);
    }

    private void insert(RecruitingLinks.Link link, Secret secret) {
        try {
            jdbc.sql("insert into invitation (set_id, secret_hash, created_at, recruiting_link_id) values (?, ?, ?, ?)")
                    .params(link.setId(), secret.hash(), clock.instant().atOffset(ZoneOffset.UTC), link.id())
                    .update();
        } catch (DuplicateKeyException e) {
            // The same person in another tab, a moment ago.
        }
    }

    /**
     * @param secret of the person's invitation
     * @param obstacle what keeps a newcomer out; null for nothing
     * @param isRevoked whether staff revoked the invitation
     */
    record Arrival(Secret secret, @Nullable Obstacle obstacle, boolean isRevoked) {}
}
