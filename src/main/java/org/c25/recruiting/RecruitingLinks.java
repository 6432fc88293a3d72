package org.c25.recruiting;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.c25.accounts.Caller;
import org.c25.audit.Audit;
import org.c25.common.Bookkeeping;
import org.c25.common.Moments;
import org.c25.common.Problem;
import org.c25.invitations.InvitedPerson;
import org.c25.invitations.SetInvitations;
import org.c25.invitations.UndoWindow;
import org.c25.participation.JoinedPeople;
import org.c25.participation.JoinedPerson;
import org.c25.security.Secret;
import org.c25.sets.SetDeleted;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.studies.Studies;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The recruiting links: one a set, for everybody whom a recruiter sends. A link's secret is shown once and kept as its
 * hash.
 */
@Service
@Transactional
public class RecruitingLinks {

    private final JdbcClient jdbc;
    private final SetInvitations invitations;
    private final JoinedPeople joined;
    private final Sets sets;
    private final Studies studies;
    private final Audit audit;
    private final Clock clock;

    RecruitingLinks(
            JdbcClient jdbc,
            SetInvitations invitations,
            JoinedPeople joined,
            Sets sets,
            Studies studies,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.invitations = invitations;
        this.joined = joined;
        this.sets = sets;
        this.studies = studies;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes a link for a set.
     *
     * @throws Problem 409 if the study names no recruiter, or the set has a link that is not revoked
     */
    public Secret make(Caller caller, long setId) {
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
        jdbc.sql("insert into recruiting_gate (recruiting_link_id) select id from recruiting_link where valid_for = ?")
                .param(setId)
                .update();
        audit.record(caller.getUsername(), "recruiting link made", "set " + setId, "");
        return secret;
    }

    /**
     * Lets no newcomer in by the link any more; people who have a slot go on.
     *
     * @throws Problem 404 if the set has no link that is not revoked
     */
    public void revoke(Caller caller, long setId) {
        sets.require(caller, setId);
        int revoked = jdbc.sql("update recruiting_link set revoked_at = ?, valid_for = null where valid_for = ?")
                .params(now(), setId)
                .update();
        if (revoked == 0) {
            throw Problem.notFound("recruiting link");
        }
        audit.record(caller.getUsername(), "recruiting link revoked", "set " + setId, "");
    }

    /**
     * Lets newcomers in again by the latest link, if it was revoked within the last day.
     *
     * @throws Problem 404 if the set has no link, 409 if it is not revoked, or was revoked longer ago
     */
    public void restore(Caller caller, long setId) {
        sets.require(caller, setId);
        Revoked link = jdbc.sql("select id, revoked_at from recruiting_link where set_id = ? order by id desc limit 1")
                .param(setId)
                .query((row, n) -> new Revoked(row.getLong("id"), row.getObject("revoked_at", OffsetDateTime.class)))
                .optional()
                .orElseThrow(() -> Problem.notFound("recruiting link"));
        UndoWindow.check("recruiting link", link.revokedAt(), clock);
        jdbc.sql("update recruiting_link set revoked_at = null, valid_for = set_id where id = ?")
                .param(link.id())
                .update();
        audit.record(caller.getUsername(), "recruiting link restored", "set " + setId, "");
    }

    private record Revoked(long id, @Nullable OffsetDateTime revokedAt) {}

    /** Returns the latest link of a set, and the numbers of people who came by all of its links. */
    @Transactional(readOnly = true)
    public Optional<RecruitingView> of(Caller caller, long setId) {
        sets.require(caller, setId);
        List<JoinedPerson> people = recruited(setId);
        return jdbc.sql("""
                        select l.created_at, l.valid_for, l.revoked_at,
                            (select sum(m.opened) from recruiting_link m where m.set_id = l.set_id) as opened,
                            (select sum(m.turned_away) from recruiting_link m where m.set_id = l.set_id) as turned_away
                        from recruiting_link l where l.set_id = ? order by l.id desc limit 1""")
                .param(setId)
                .query((row, n) -> new RecruitingView(
                        Moments.in(row, "created_at"),
                        row.getObject("valid_for") != null,
                        UndoWindow.isPossible(Moments.inOrNull(row, "revoked_at"), clock),
                        row.getLong("opened"),
                        people.size(),
                        (int) people.stream().filter(JoinedPerson::hasFinished).count(),
                        row.getLong("turned_away")))
                .optional();
    }

    private List<JoinedPerson> recruited(long setId) {
        Set<Long> recruited = invitations.recruited(setId);
        return joined.of(setId).entrySet().stream()
                .filter(one -> recruited.contains(one.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Returns the ids of a set's links that are revoked. */
    @Transactional(readOnly = true)
    public Set<Long> revoked(long setId) {
        return Set.copyOf(jdbc.sql("select id from recruiting_link where set_id = ? and revoked_at is not null")
                .param(setId)
                .query(Long.class)
                .list());
    }

    /** Returns the link with this secret, also if it is revoked. */
    @Transactional(readOnly = true)
    public Optional<Link> find(Secret secret) {
        return jdbc.sql("select id, set_id, valid_for from recruiting_link where secret_hash = ?")
                .param(secret.hash())
                .query((row, n) ->
                        new Link(row.getLong("id"), row.getLong("set_id"), row.getObject("valid_for") != null))
                .optional();
    }

    /** Whether the link by which somebody without a slot came to this device lets them in. */
    @Transactional(readOnly = true)
    boolean letsIn(InvitedPerson invited) {
        return jdbc.sql("select count(*) from recruiting_link where id = ? and valid_for = ?")
                        .params(invited.linkId(), invited.setId())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Counts that somebody without a slot opened the link. Nothing else is kept of them. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void opened(Link link) {
        Bookkeeping.note(
                "The opening of a recruiting link",
                () -> jdbc.sql("update recruiting_link set opened = opened + 1 where id = ?")
                        .param(link.id())
                        .update());
    }

    /** Counts that somebody found no slot. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void turnedAway(Link link) {
        Bookkeeping.note(
                "That a recruiting link led nowhere",
                () -> jdbc.sql("update recruiting_link set turned_away = turned_away + 1 where id = ?")
                        .param(link.id())
                        .update());
    }

    /**
     * Counts as {@link #turnedAway(Link)} does, for somebody who opened the link a while ago. It counts nobody if staff
     * invited them.
     */
    public void turnedAway(InvitedPerson invited) {
        jdbc.sql("update recruiting_link set turned_away = turned_away + 1 where id = ?")
                .param(invited.linkId())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /**
     * A recruiting link.
     *
     * @param valid whether it lets newcomers in
     */
    public record Link(long id, long setId, boolean valid) {}

    /**
     * A set's recruiting link, as staff are shown it.
     *
     * @param createdAt when the latest link was made
     * @param valid whether it lets newcomers in
     * @param restorable whether it was revoked a short while ago, and can be restored
     * @param opened how many times somebody without a slot opened a recruiting link of the set
     * @param joined how many people took a slot by one
     * @param done how many of those have finished
     * @param turnedAway how many times somebody found no slot
     */
    public record RecruitingView(
            Instant createdAt, boolean valid, boolean restorable, long opened, int joined, int done, long turnedAway) {}

    /** Deletes the links of a deleted set; the invitations that came by them are gone already. */
    @EventListener
    @Order(SetDeleted.LINKS)
    void delete(SetDeleted deleted) {
        String ofSet = " where recruiting_link_id in (select id from recruiting_link where set_id = ?)";
        for (String rows :
                List.of("new_place" + ofSet, "recruiting_gate" + ofSet, "recruiting_link where set_id = ?")) {
            jdbc.sql("delete from " + rows).param(deleted.set().id()).update();
        }
    }
}
