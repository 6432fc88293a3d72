package org.c25.recruiting;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.c25.invitations.InvitedPerson;
import org.c25.participation.Ineligibility;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** People who came by a recruiting link: their invitation is stored once they take a place or wait for one. */
@Component
public class Newcomers {

    private final JdbcClient jdbc;
    private final Eligibility eligibility;
    private final Clock clock;

    Newcomers(JdbcClient jdbc, Eligibility eligibility, Clock clock) {
        this.jdbc = jdbc;
        this.eligibility = eligibility;
        this.clock = clock;
    }

    /**
     * The person with an invitation that is stored. A newcomer's is stored now, unless something keeps them from a place; of
     * many requests of one person at the same moment, the others wait here for the first.
     *
     * @param evenIfFull whether somebody can come though no place is free
     * @throws org.c25.common.Problem if there is such an {@link Ineligibility}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public InvitedPerson register(InvitedPerson who, @Nullable ArrivingId id, boolean evenIfFull) {
        if (!who.isNewcomer()) {
            return who;
        }
        Optional<Ineligibility> obstacle =
                eligibility.to(who, id).filter(found -> found != Ineligibility.FULL || !evenIfFull);
        Optional<InvitedPerson> meanwhile = find(who);
        if (meanwhile.isPresent()) {
            return meanwhile.get(); // The same person in another tab.
        }
        obstacle.ifPresent(found -> {
            throw found.problem();
        });
        jdbc.sql("""
                        insert into invitation (set_id, secret_hash, created_at, opened_at, recruiting_link_id)
                        select valid_for, ?, ?, ?, id from recruiting_link where id = ? and valid_for = ?
                        on conflict do nothing""")
                .params(
                        who.secretHash(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        who.linkId(),
                        who.setId())
                .update();
        return find(who).orElseThrow(Ineligibility.LINK_OFF::problem);
    }

    private Optional<InvitedPerson> find(InvitedPerson newcomer) {
        return jdbc.sql("select id from invitation where secret_hash = ? and revoked_at is null")
                .param(newcomer.secretHash())
                .query(Long.class)
                .optional()
                .map(newcomer::stored);
    }
}
