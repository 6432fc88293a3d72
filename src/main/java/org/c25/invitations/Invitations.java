package org.c25.invitations;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.c25.accounts.Caller;
import org.c25.audit.Audit;
import org.c25.common.Bookkeeping;
import org.c25.common.Fault;
import org.c25.common.Numbers;
import org.c25.common.Problem;
import org.c25.mail.EmailAddress;
import org.c25.security.SealedSecrets;
import org.c25.security.Secret;
import org.c25.sets.SetDeleted;
import org.c25.sets.SetView;
import org.c25.sets.Sets;
import org.c25.web.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links that let one person each take one slot. The secret in a link is shown once and kept as its hash; the secret of
 * a link for an e-mail address is also kept sealed, so that e-mails can carry it.
 */
@Service
@Transactional
public class Invitations {

    private static final int MOST_AT_ONCE = 1000;

    private final JdbcClient jdbc;
    private final Sets sets;
    private final SealedSecrets seal;
    private final PublicAddress address;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final Clock clock;

    Invitations(
            JdbcClient jdbc,
            Sets sets,
            SealedSecrets seal,
            PublicAddress address,
            ApplicationEventPublisher events,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.sets = sets;
        this.seal = seal;
        this.address = address;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes links.
     *
     * @param count 1 … 1000
     * @return the secrets, in no special order
     */
    public List<Secret> invite(Caller caller, long setId, int count) {
        return inviteAnybody(caller, setId, count).stream().map(NewLink::secret).toList();
    }

    /** Makes links, as {@link #invite} does, and returns the invitations' numbers too. */
    public List<NewLink> inviteAnybody(Caller caller, long setId, int count) {
        if (count < 1 || count > MOST_AT_ONCE) {
            throw Problem.invalid("count", "1 to " + Numbers.whole(MOST_AT_ONCE));
        }
        return create(caller, setId, Collections.<@Nullable EmailAddress>nCopies(count, null));
    }

    /**
     * Makes a link for each address, and sends nothing. An address has at most one link in a set that works.
     *
     * @param emails 1 … 1000 addresses
     * @param place names the nth address, from 0, in messages about it, such as {@code emails[3]}
     * @return the links in the order of the addresses
     * @throws Problem 422 naming each text that is no address, or is there twice; 409 naming each that has a link
     *     already
     */
    public List<NewLink> inviteEach(Caller caller, long setId, List<String> emails, IntFunction<String> place) {
        List<Fault> faults = new ArrayList<>();
        if (emails.isEmpty() || emails.size() > MOST_AT_ONCE) {
            faults.add(Fault.inField("emails", "1 to " + Numbers.whole(MOST_AT_ONCE) + " addresses"));
        }
        Map<String, Integer> first = new HashMap<>();
        List<EmailAddress> addresses = new ArrayList<>();
        for (int i = 0; i < emails.size(); i++) {
            Optional<EmailAddress> email = EmailAddress.in(emails.get(i));
            if (email.isEmpty()) {
                faults.add(Fault.inField(place.apply(i), EmailAddress.fault(emails.get(i))));
                continue;
            }
            addresses.add(email.get());
            Integer before = first.putIfAbsent(email.get().comparable(), i);
            if (before != null) {
                faults.add(Fault.inField(
                        place.apply(i),
                        email.get().text() + " is the same address as at " + place.apply(before)
                                + "; leave one of the two out"));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        sets.require(caller, setId);
        refuseInvited(setId, addresses, place);
        return create(caller, setId, addresses);
    }

    private void refuseInvited(long setId, List<EmailAddress> emails, IntFunction<String> place) {
        List<String> live = jdbc.sql("select live_email from invitation where set_id = ? and live_email is not null")
                .param(setId)
                .query(String.class)
                .list();
        List<Fault> faults = IntStream.range(0, emails.size())
                .filter(i -> live.contains(emails.get(i).comparable()))
                .mapToObj(i -> Fault.inField(
                        place.apply(i),
                        emails.get(i).text() + " has a link in this set already: revoke that one first, or leave it"
                                + " out here"))
                .toList();
        if (!faults.isEmpty()) {
            throw Problem.conflict("Some addresses are invited already", faults);
        }
    }

    private List<NewLink> create(Caller caller, long setId, List<? extends @Nullable EmailAddress> emails) {
        SetView set = sets.require(caller, setId);
        List<NewLink> links = emails.stream().map(email -> create(set, email)).toList();
        audit.record(caller.getUsername(), "people invited", "set " + setId, links.size() + " links");
        return links;
    }

    private NewLink create(SetView set, @Nullable EmailAddress email) {
        Secret secret = Secret.random();
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        try {
            jdbc.sql("""
                            insert into invitation
                                (set_id, email, live_email, sealed_secret, public_address, secret_hash, created_at)
                            values (?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            set.id(),
                            email == null ? null : email.text(),
                            email == null ? null : email.comparable(),
                            email == null ? null : seal.seal(secret),
                            email == null ? null : address.known().orElse(null),
                            secret.hash(),
                            now())
                    .update(key, "id");
        } catch (DuplicateKeyException e) {
            throw Problem.conflict(Objects.requireNonNull(email).text() + " was invited at the same moment.");
        }
        return new NewLink(
                Objects.requireNonNull(key.getKey()).longValue(), email == null ? null : email.text(), secret);
    }

    /**
     * Makes a link useless from now on, also for someone who has joined with it; their answers stay. For a day it can be
     * {@linkplain #restore restored}.
     *
     * @throws Problem if the set has no such link, or it is revoked already
     */
    public void revoke(Caller caller, long setId, long invitationId) {
        sets.require(caller, setId);
        int revoked = jdbc.sql("""
                        update invitation set revoked_at = ?, live_email = null
                        where id = ? and set_id = ? and revoked_at is null""").params(now(), invitationId, setId).update();
        if (revoked == 0) {
            throw Problem.notFound("link");
        }
        events.publishEvent(new InvitationRevoked(invitationId));
        audit.record(caller.getUsername(), "invitation revoked", "set " + setId, "invitation " + invitationId);
    }

    /**
     * Lets a link work again that was revoked within the last day.
     *
     * @throws Problem 404 if the set has no such link, 409 if it is not revoked, was revoked longer ago, or its address has
     *     another link by now
     */
    public void restore(Caller caller, long setId, long invitationId) {
        sets.require(caller, setId);
        Revoked link = jdbc.sql("select email, revoked_at from invitation where id = ? and set_id = ? for update")
                .params(invitationId, setId)
                .query((row, n) ->
                        new Revoked(row.getString("email"), row.getObject("revoked_at", OffsetDateTime.class)))
                .optional()
                .orElseThrow(() -> Problem.notFound("link"));
        UndoWindow.check("link", link.revokedAt(), clock);
        String live = link.email() == null
                ? null
                : EmailAddress.in(link.email()).map(EmailAddress::comparable).orElse(null);
        try {
            jdbc.sql("update invitation set revoked_at = null, live_email = ? where id = ?")
                    .params(live, invitationId)
                    .update();
        } catch (DuplicateKeyException e) {
            throw Problem.conflict("The person has another link by now: revoke that one first to have this one back.");
        }
        audit.record(caller.getUsername(), "invitation restored", "set " + setId, "invitation " + invitationId);
    }

    private record Revoked(@Nullable String email, @Nullable OffsetDateTime revokedAt) {}

    /** Deletes the sealed secret of a link that can't be restored any more. */
    @Scheduled(initialDelay = 60_000, fixedDelay = 3_600_000)
    void forgetRevoked() {
        jdbc.sql("update invitation set sealed_secret = null where revoked_at < ? and sealed_secret is not null")
                .param(UndoWindow.earliest(clock))
                .update();
    }

    /**
     * Forgets that the link was opened: somebody who does not agree to take part leaves nothing here, not even when
     * they looked.
     */
    public void forgetOpening(InvitedPerson invited) {
        jdbc.sql("update invitation set opened_at = null where id = ?")
                .param(invited.invitationId())
                .update();
    }

    /** Notes that the link led somebody to the question whether they agree; the first time counts. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void markOpened(InvitedPerson invited) {
        Bookkeeping.note(
                "The first opening of a link",
                () -> jdbc.sql("update invitation set opened_at = ? where id = ? and opened_at is null")
                        .params(now(), invited.invitationId())
                        .update());
    }

    /** Returns the address for which staff made the invitation; null if there is none. */
    @Transactional(readOnly = true)
    @Nullable
    public String email(InvitedPerson invited) {
        return jdbc.sql("select email from invitation where id = ? and email is not null")
                .param(invited.invitationId())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /**
     * Notes that somebody is reminded, unless they were a short while ago.
     *
     * @param between the least time between two reminders
     * @return whether they are to be reminded now; then the caller writes the reminder
     */
    @Transactional
    public boolean remind(long invitationId, Duration between) {
        OffsetDateTime now = now();
        return jdbc.sql("""
                        update invitation set reminded_at = ?
                        where id = ? and (reminded_at is null or reminded_at <= ?)""").params(now, invitationId, now.minus(between)).update() == 1;
    }

    /**
     * Makes requests of one person that come at the same moment wait for each other, so that a double click takes one
     * slot. A newcomer has no row to wait for.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void queue(InvitedPerson invited) {
        jdbc.sql("select id from invitation where id = ? for update")
                .param(invited.invitationId())
                .query(Long.class)
                .optional();
    }

    /** Returns the person behind an invitation, for an e-mail; empty if there is no such invitation. */
    @Transactional(readOnly = true)
    public Optional<Addressee> addressee(long invitationId) {
        return jdbc.sql("""
                        select id, set_id, email, sealed_secret, secret_hash, public_address,
                            revoked_at is null and not withdrawn as live
                        from invitation where id = ?""")
                .param(invitationId)
                .query((row, n) -> {
                    String sealed = row.getString("sealed_secret");
                    return new Addressee(
                            row.getLong("id"),
                            row.getLong("set_id"),
                            row.getString("email"),
                            sealed == null
                                    ? null
                                    : seal.open(sealed, row.getString("secret_hash"))
                                            .orElse(null),
                            row.getString("public_address"),
                            row.getBoolean("live"));
                })
                .optional();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** Deletes the invitations of a deleted set: their links lead nowhere from now on. */
    @EventListener
    @Order(SetDeleted.INVITATIONS)
    void delete(SetDeleted deleted) {
        List<Long> ids = jdbc.sql("select id from invitation where set_id = ? for update")
                .param(deleted.set().id())
                .query(Long.class)
                .list();
        events.publishEvent(new InvitationsDeleted(ids));
        jdbc.sql("delete from invitation where set_id = ?")
                .param(deleted.set().id())
                .update();
    }
}
