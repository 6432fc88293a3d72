package org.c25.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.c25.accounts.AccountView;
import org.c25.accounts.Accounts;
import org.c25.accounts.Caller;
import org.c25.audit.Audit;
import org.c25.common.Problem;
import org.c25.mail.EmailAddress;
import org.c25.security.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the e-mail addresses to which the notices of accounts go. An address counts once its owner has opened the link
 * in an e-mail to it, signed in, or if an admin has given it.
 */
@Service
@Transactional
class NoticeAddresses {

    /** The least time between two e-mails that ask, so that nobody's mailbox is filled from here. */
    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private static final Duration VALID = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Audit audit;
    private final Clock clock;

    NoticeAddresses(JdbcClient jdbc, Accounts accounts, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** An address, and whether it is proven or given by an admin. */
    record Kept(String address, boolean proven) {

        /** Whether notices go there. */
        public boolean isUsable() {
            return proven && !isInvented();
        }

        public boolean isInvented() {
            return EmailAddress.isInvented(address);
        }
    }

    @Transactional(readOnly = true)
    Optional<Kept> of(long accountId) {
        return jdbc.sql("select address, proven_at from notice_address where account_id = ?")
                .param(accountId)
                .query((row, n) -> new Kept(row.getString("address"), row.getObject("proven_at") != null))
                .optional();
    }

    /**
     * Keeps an address of the caller's own, which has still to be proven, in the place of the one before.
     *
     * @return the secret that proves it, within a day
     * @throws Problem 422 if it is no address, 409 if the caller was asked a moment ago
     */
    Secret propose(Caller caller, String typed) {
        String address = address(typed);
        requirePause(caller);
        Secret proof = Secret.random();
        save(caller.accountId(), address, null, proof.hash());
        audit.record(caller.getUsername(), "address for notices typed", "account " + caller.getUsername(), "");
        return proof;
    }

    private void requirePause(Caller caller) {
        int lately = jdbc.sql("select count(*) from notice_address where account_id = ? and asked_at > ?")
                .params(caller.accountId(), utc(clock.instant().minus(BETWEEN)))
                .query(Integer.class)
                .single();
        if (lately > 0) {
            throw Problem.conflict("An e-mail was sent a moment ago. Look for it, or try again in a minute.");
        }
    }

    /**
     * Proves the caller's address.
     *
     * @throws Problem 409 if the secret is not the latest of this account, or older than a day
     */
    void prove(Caller caller, String secret) {
        int proven = jdbc.sql("""
                        update notice_address set proven_at = ?, proof_hash = null
                        where account_id = ? and proof_hash = ? and asked_at > ?""")
                .params(
                        utc(clock.instant()),
                        caller.accountId(),
                        new Secret(secret).hash(),
                        utc(clock.instant().minus(VALID)))
                .update();
        if (proven == 0) {
            throw Problem.conflict("This link is used up, older than a day, or of another account than yours.");
        }
        audit.record(caller.getUsername(), "address for notices proven", "account " + caller.getUsername(), "");
    }

    /**
     * Gives an account its address, which needs no proof.
     *
     * @param typed the address; blank to take it away
     * @throws Problem 404 if there is no such account, 422 if it is no address
     */
    void give(Caller admin, long accountId, String typed) {
        AccountView account = accounts.of(accountId);
        if (typed.isBlank()) {
            delete(accountId);
        } else {
            save(accountId, address(typed), clock.instant(), null);
        }
        audit.record(
                admin.getUsername(),
                typed.isBlank() ? "address for notices removed" : "address for notices given",
                "account " + account.name(),
                "");
    }

    /**
     * Takes the caller's own address away.
     *
     * @throws Problem 409 if the caller was asked a moment ago: who removes and types again would else ask without end
     */
    void remove(Caller caller) {
        requirePause(caller);
        delete(caller.accountId());
        audit.record(caller.getUsername(), "address for notices removed", "account " + caller.getUsername(), "");
    }

    private void delete(long accountId) {
        jdbc.sql("delete from notice_address where account_id = ?")
                .param(accountId)
                .update();
    }

    private void save(long accountId, String address, @Nullable Instant provenAt, @Nullable String proofHash) {
        delete(accountId);
        try {
            jdbc.sql("""
                            insert into notice_address (account_id, address, proven_at, proof_hash, asked_at)
                            values (?, ?, ?, ?, ?)""")
                    .params(
                            accountId,
                            address,
                            provenAt == null ? null : utc(provenAt),
                            proofHash,
                            proofHash == null ? null : utc(clock.instant()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw Problem.conflict("Another address was typed at the same moment.");
        }
    }

    private static String address(String typed) {
        return EmailAddress.in(typed)
                .orElseThrow(() -> Problem.invalid("address", "is no e-mail address, such as anna@example.org"))
                .text();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
