package org.c25.invitations;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The invitations of people who came by a recruiting link: each is stored once its person takes a slot or waits for one. */
@Component
public class RecruitedInvitations {

    private final JdbcClient jdbc;
    private final Clock clock;

    RecruitedInvitations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Returns the newcomer with the invitation that is stored by now; empty if none is, or it is revoked. */
    public Optional<InvitedPerson> find(InvitedPerson newcomer) {
        return jdbc.sql("select id from invitation where secret_hash = ? and revoked_at is null")
                .param(newcomer.secretHash())
                .query(Long.class)
                .optional()
                .map(newcomer::stored);
    }

    /**
     * Stores a newcomer's invitation. If one person sends many requests at the same moment, the others wait here for
     * the first. On PostgreSQL the foreign key holds the recruiting link until the transaction ends: whoever revokes it
     * waits.
     *
     * @return false if it was stored before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean store(InvitedPerson newcomer) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return jdbc.sql("""
                        insert into invitation (set_id, secret_hash, created_at, opened_at, recruiting_link_id)
                        values (?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(newcomer.setId(), newcomer.secretHash(), now, now, newcomer.linkId())
                        .update()
                == 1;
    }

    /** Notes that somebody who came by an earlier link has come by this one now. */
    public void cameBy(InvitedPerson invited, long linkId) {
        jdbc.sql("update invitation set recruiting_link_id = ? where id = ? and recruiting_link_id <> ?")
                .params(linkId, invited.invitationId(), linkId)
                .update();
    }
}
