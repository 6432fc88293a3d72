package org.c25.enrolment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.c25.accounts.Secret;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What devices show in place of an invitation's secret where a recruiter's ID led to it. Tokens are computed, and kept
 * nowhere. They prove that this server made them and for which set, so nothing is stored of somebody until they take a
 * place. When everything of a person is erased, keys end, and who brings an arrival token is a newcomer again.
 *
 * <p>A device that comes by link and ID gets an <em>arrival</em> token of its own, which lets it go on and no more, unless
 * it is the one on which the place was taken. A device whose person has proven who they are gets a <em>key</em>.
 */
@Component
class Tokens {

    private static final String ARRIVAL = "a";
    private static final String KEY = "k";
    private static final Pattern TOKEN =
            Pattern.compile("([ak])\\.(\\d{1,18})\\.([0-9a-f]{64})\\.([A-Za-z0-9_-]{32})\\.([A-Za-z0-9_-]{43})");

    private final JdbcClient jdbc;
    private final OutsideIdKey key;

    Tokens(JdbcClient jdbc, OutsideIdKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    /** The same for the same device at any time; another for another. */
    Secret arrival(Invited invited, Secret device) {
        String own = Secret.of(key.digest("device " + invited.secretHash() + " " + device.text()))
                .text();
        return token(ARRIVAL, invited.setId(), invited.secretHash(), own, Slots.NOBODY);
    }

    /** For a device whose person has proven who they are: it may do everything, until everything is erased. */
    Secret key(Invited invited) {
        return token(KEY, invited.setId(), invited.secretHash(), Secret.random().text(), invited.invitationId());
    }

    private Secret token(String kind, long setId, String secretHash, String nonce, long invitationId) {
        byte[] mac = key.digest(kind + " " + setId + " " + secretHash + " " + nonce + " " + invitationId);
        return new Secret(String.join(
                ".",
                kind,
                String.valueOf(setId),
                secretHash,
                nonce,
                Base64.getUrlEncoder().withoutPadding().encodeToString(mac)));
    }

    /** Whom a secret or a token stands for, be it a newcomer of whom nothing is stored; empty if it is unknown or revoked. */
    @Transactional(readOnly = true)
    Optional<Invited> find(Secret brought) {
        Optional<Invited> stored = find(brought, "revoked_at is null");
        return stored.isPresent() || findRevoked(brought).isPresent() ? stored : newcomer(brought);
    }

    /** Whom it stood for until the invitation was revoked. */
    @Transactional(readOnly = true)
    Optional<Invited> findRevoked(Secret brought) {
        return find(brought, "revoked_at is not null");
    }

    private Optional<Invited> find(Secret brought, String state) {
        Matcher token = TOKEN.matcher(brought.text());
        if (!token.matches()) {
            return bySecret(brought, state);
        }
        String hash = brought.hash();
        return jdbc.sql("""
                        select id, set_id, secret_hash, recruiting_link_id,
                            place_taken_with = ? as has_place
                        from invitation where secret_hash = ? and\s""" + state)
                .params(hash, token.group(3))
                .query((row, n) -> {
                    boolean hasPlace = row.getBoolean("has_place"); // Null, and so false, where nobody has it.
                    return new Invited(
                            row.getLong("id"),
                            row.getLong("set_id"),
                            row.getString("secret_hash"),
                            row.getObject("recruiting_link_id") != null,
                            hash,
                            token.group(1).equals(ARRIVAL) && !hasPlace);
                })
                .optional()
                .filter(invited -> isGenuine(brought, token, Slots.NOBODY)
                        || isGenuine(brought, token, invited.invitationId())
                        || hasTakenPlace(invited));
    }

    private Optional<Invited> newcomer(Secret brought) {
        Matcher token = TOKEN.matcher(brought.text());
        return token.matches() && isGenuine(brought, token, Slots.NOBODY)
                ? Optional.of(Invited.newcomer(
                        Long.parseLong(token.group(2)),
                        token.group(3),
                        brought.hash(),
                        token.group(1).equals(ARRIVAL)))
                : Optional.empty();
    }

    private boolean isGenuine(Secret brought, Matcher token, long invitationId) {
        Secret genuine =
                token(token.group(1), Long.parseLong(token.group(2)), token.group(3), token.group(4), invitationId);
        return MessageDigest.isEqual(bytes(genuine), bytes(brought));
    }

    private static byte[] bytes(Secret secret) {
        return secret.text().getBytes(StandardCharsets.UTF_8);
    }

    private Optional<Invited> bySecret(Secret secret, String state) {
        return jdbc.sql("select id, set_id, recruiting_link_id from invitation where secret_hash = ? and " + state)
                .param(secret.hash())
                .query((row, n) -> new Invited(
                        row.getLong("id"),
                        row.getLong("set_id"),
                        secret.hash(),
                        row.getObject("recruiting_link_id") != null,
                        secret.hash(),
                        false))
                .optional();
    }

    /** Notes, in the transaction that takes the place, on which device it is taken: that one may do everything. */
    void placeTaken(Invited invited) {
        jdbc.sql("update invitation set place_taken_with = ? where id = ? and recruiting_link_id is not null")
                .params(invited.tokenHash(), invited.invitationId())
                .update();
    }

    /** Whether the place was taken with what this request brought, be it in this very request. */
    @Transactional(readOnly = true)
    boolean hasTakenPlace(Invited invited) {
        return jdbc.sql("select count(*) from invitation where secret_hash = ? and place_taken_with = ?")
                        .params(invited.secretHash(), invited.tokenHash())
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
