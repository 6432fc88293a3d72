package org.c25.enrolment;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.c25.accounts.Caller;
import org.c25.accounts.Secret;
import org.c25.audit.Audit;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.studies.Studies;
import org.c25.web.Problem;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One link a set for everybody whom a recruiter sends. Its secret is shown once and kept as its hash. */
@Service
@Transactional
class RecruitingLinks {

    private final JdbcClient jdbc;
    private final Sets sets;
    private final Studies studies;
    private final Audit audit;
    private final Clock clock;

    RecruitingLinks(JdbcClient jdbc, Sets sets, Studies studies, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.sets = sets;
        this.studies = studies;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Problem 409 if the study names no recruiter, or the set has a link that is not revoked */
    Secret make(Caller caller, long setId) {
        SetView set = sets.require(caller, setId);
        if (studies.require(caller, set.studyId()).protocol().recruiter() == null) {
            throw Problem.conflict("The study names no recruiter: add one to its protocol first.");
        }
        Secret secret = Secret.random();
        try {
            jdbc.sql("insert into recruiting_link (set_id, secret_hash, created_at, valid_for) values (?, ?, ?, ?)")
                    .params(setId, secret.hash(), now(), setId)
                    .update();
        } catch (DuplicateKeyException e) {
            throw Problem.conflict("The set has a recruiting link already. Revoke it first to make another one.");
        }
        audit.record(caller.getUsername(), "recruiting link made", "set " + setId, "");
        return secret;
    }

    /**
     * Lets no newcomer in by the link; who has a place goes on.
     *
     * @throws Problem 404 if the set has no link that is not revoked
     */
    void revoke(Caller caller, long setId) {
        sets.require(caller, setId);
        int revoked = jdbc.sql("update recruiting_link set revoked_at = ?, valid_for = null where valid_for = ?")
                .params(now(), setId)
                .update();
        if (revoked == 0) {
            throw Problem.notFound("recruiting link");
        }
        audit.record(caller.getUsername(), "recruiting link revoked", "set " + setId, "");
    }

    /** The latest link of a set, and what came by all of them. */
    @Transactional(readOnly = true)
    Optional<RecruitingView> of(Caller caller, long setId) {
        sets.require(caller, setId);
        return jdbc
                .sql("""
                        select l.created_at, l.valid_for,
                            (select count(*) from invitation i
                                where i.set_id = ? and i.recruiting_link_id is not null) as opened,
                            (select count(*) from invitation i join participant p on p.invitation_id = i.id
                                where i.set_id = ? and i.recruiting_link_id is not null) as joined,
                            (select count(*) from invitation i join participant p on p.invitation_id = i.id
                                where i.set_id = ? and i.recruiting_link_id is not null
                                    and p.status = 'COMPLETED') as done,
                            (select count(*) from invitation i left join participant p on p.invitation_id = i.id
                                where i.set_id = ? and i.turned_away_at is not null and p.id is null
                                    and not i.withdrawn) as late,
                            (select count(*) from recruiting_refusal r join recruiting_link m
                                on m.id = r.recruiting_link_id where m.set_id = ?) as refused
                        from recruiting_link l where l.set_id = ? order by l.id desc""")
                .params(setId, setId, setId, setId, setId, setId)
                .query((row, n) -> new RecruitingView(
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getObject("valid_for") != null,
                        row.getInt("opened") + row.getInt("refused"),
                        row.getInt("joined"),
                        row.getInt("done"),
                        row.getInt("late") + row.getInt("refused")))
                .list()
                .stream()
                .findFirst();
    }

    /** What a secret stands for, also when it is revoked. */
    @Transactional(readOnly = true)
    Optional<Link> find(Secret secret) {
        return jdbc.sql("select id, set_id, valid_for from recruiting_link where secret_hash = ?")
                .param(secret.hash())
                .query((row, n) ->
                        new Link(row.getLong("id"), row.getLong("set_id"), row.getObject("valid_for") != null))
                .optional();
    }

    /** Counts somebody of whom nothing else is kept. */
    void refuse(Link link, Obstacle obstacle) {
        jdbc.sql("insert into recruiting_refusal (recruiting_link_id, refused_at, reason) values (?, ?, ?)")
                .params(link.id(), now(), obstacle.name())
                .update();
    }

    /** Counts somebody who came by a recruiting link and found no place; once, however often they look. */
    void turnedAway(Invited invited) {
        jdbc.sql("""
                        update invitation set turned_away_at = ?
                        where id = ? and recruiting_link_id is not null and turned_away_at is null""").params(now(), invited.invitationId()).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** @param valid whether it lets newcomers in */
    record Link(long id, long setId, boolean valid) {}

    /**
     * @param createdAt of the latest link; @param valid whether it lets newcomers in
     * @param opened how many people opened a recruiting link of the set; who was turned away at once counts each time
     * @param joined how many of them took a place; @param done how many of those have finished
     * @param turnedAway how many found no place and have none yet
     */
    record RecruitingView(Instant createdAt, boolean valid, int opened, int joined, int done, int turnedAway) {}
}
