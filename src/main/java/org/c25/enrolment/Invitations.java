package org.c25.enrolment;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.c25.accounts.Caller;
import org.c25.accounts.Secret;
import org.c25.audit.Audit;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.web.Fault;
import org.c25.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links that let one person each take one place. The secret in a link is shown once and kept as its hash. */
@Service
@Transactional
public class Invitations {

    private static final int MOST_AT_ONCE = 1000;

    private final JdbcClient jdbc;
    private final Sets sets;
    private final Audit audit;
    private final Clock clock;

    Invitations(JdbcClient jdbc, Sets sets, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.sets = sets;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes links.
     *
     * @param count 1 … 1000
     * @return the secrets, in no need of any order
     */
    public List<Secret> invite(Caller caller, long setId, int count) {
        if (count < 1 || count > MOST_AT_ONCE) {
            throw Problem.invalid("count", "is 1 to " + MOST_AT_ONCE);
        }
        List<@Nullable String> nobodys = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            nobodys.add(null);
        }
        return create(caller, setId, nobodys);
    }

    /**
     * Makes a link for each address, and sends nothing.
     *
     * @param emails 1 … 1000 addresses
     * @return the secrets, in the order of the addresses
     */
    List<Secret> inviteEach(Caller caller, long setId, List<String> emails) {
        List<Fault> faults = new ArrayList<>();
        if (emails.isEmpty() || emails.size() > MOST_AT_ONCE) {
            faults.add(Fault.inField("emails", "has 1 to " + MOST_AT_ONCE + " addresses"));
        }
        for (int i = 0; i < emails.size(); i++) {
            String email = emails.get(i);
            if (email == null || email.length() > 254 || !email.matches("[^\\s@]+@[^\\s@]+\\.[^\\s@]+")) {
                faults.add(Fault.inField("emails[" + i + "]", "is not an e-mail address"));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return create(caller, setId, emails);
    }

    private List<Secret> create(Caller caller, long setId, List<? extends @Nullable String> emails) {
        SetView set = sets.require(caller, setId);
        List<Secret> secrets = new ArrayList<>();
        for (String email : emails) {
            Secret secret = Secret.random();
            jdbc.sql("insert into invitation (set_id, email, secret_hash, created_at) values (?, ?, ?, ?)")
                    .params(set.id(), email, secret.hash(), now())
                    .update();
            secrets.add(secret);
        }
        audit.record(caller.getUsername(), "people invited", "set " + setId, secrets.size() + " links");
        return secrets;
    }

    /** The links of a set, newest first; of those who came by a recruiting link, the ones that have a place. */
    @Transactional(readOnly = true)
    List<InvitationView> of(Caller caller, long setId) {
        sets.require(caller, setId);
        return jdbc.sql("""
                        select i.id, i.email, i.created_at, i.revoked_at, i.recruiting_link_id, p.slot_number,
                            case when i.withdrawn then 'WITHDRAWN' else p.status end as status
                        from invitation i left join participant p on p.invitation_id = i.id
                        where i.set_id = ? and (i.recruiting_link_id is null or p.id is not null)
                        order by i.id desc""")
                .param(setId)
                .query((row, n) -> new InvitationView(
                        row.getLong("id"),
                        row.getString("email"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getObject("revoked_at") != null,
                        (Integer) row.getObject("slot_number"),
                        row.getString("status") == null ? null : ParticipantStatus.valueOf(row.getString("status")),
                        row.getObject("recruiting_link_id") != null))
                .list();
    }

    /**
     * Makes a link useless from now on, also for someone who has joined with it; their answers stay.
     *
     * @throws Problem if the set has no such link, or it is revoked already
     */
    void revoke(Caller caller, long setId, long invitationId) {
        sets.require(caller, setId);
        int revoked = jdbc.sql(
                        "update invitation set revoked_at = ? where id = ? and set_id = ? and revoked_at is null")
                .params(now(), invitationId, setId)
                .update();
        if (revoked == 0) {
            throw Problem.notFound("link");
        }
        audit.record(caller.getUsername(), "invitation revoked", "set " + setId, "invitation " + invitationId);
    }

    /** Whom a secret stands for, unless it is unknown or revoked. */
    @Transactional(readOnly = true)
    public Optional<Invited> invitedBy(Secret secret) {
        return jdbc.sql("select id, set_id from invitation where secret_hash = ? and revoked_at is null")
                .param(secret.hash())
                .query((row, n) -> new Invited(row.getLong("id"), row.getLong("set_id")))
                .optional();
    }

    /** Whom a secret stood for until it was revoked. */
    @Transactional(readOnly = true)
    Optional<Invited> onceInvitedBy(Secret secret) {
        return jdbc.sql("select id, set_id from invitation where secret_hash = ? and revoked_at is not null")
                .param(secret.hash())
                .query((row, n) -> new Invited(row.getLong("id"), row.getLong("set_id")))
                .optional();
    }

    @Transactional(readOnly = true)
    Origin origin(Invited invited) {
        return jdbc.sql("""
                        select i.secret_hash, i.email, i.recruiting_link_id, l.revoked_at
                        from invitation i left join recruiting_link l on l.id = i.recruiting_link_id
                        where i.id = ?""")
                .param(invited.invitationId())
                .query((row, n) -> new Origin(
                        row.getString("secret_hash"),
                        row.getString("email"),
                        row.getObject("recruiting_link_id") != null,
                        row.getObject("revoked_at") != null))
                .single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /**
     * A link as its page shows it.
     *
     * @param slot the place taken with it, null if none was, or if everything of the person was erased
     * @param recruited whether the person came by a recruiting link
     */
    record InvitationView(
            long id,
            @Nullable String email,
            Instant createdAt,
            boolean revoked,
            @Nullable Integer slot,
            @Nullable ParticipantStatus status,
            boolean recruited) {}

    /**
     * How somebody came to their invitation.
     *
     * @param recruited whether by a recruiting link
     * @param linkRevoked whether that one is revoked by now
     */
    record Origin(String secretHash, @Nullable String email, boolean recruited, boolean linkRevoked) {}
}
