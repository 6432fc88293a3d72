package org.c25.invitations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.c25.security.Secret;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What devices show in place of an invitation's secret where a recruiter's ID led to it. Tokens are computed, and kept
 * nowhere. They prove that this server made them and for which set, so nothing is stored of somebody until they take a
 * place. When everything of a person is erased, keys end, and who brings an arrival token is a newcomer again.
 *
 * <p>A device that comes by link and ID gets an <em>arrival</em> token of its own, which lets it go on and no more, unless
 * it is the one on which the place was taken. Before there is a place, it is good for as long as its link is. A device whose
 * person has proven whose place it is gets a <em>key</em> to that place.
 */
@Component
public class DeviceTokens {

    private final JdbcClient jdbc;
    private final ExternalIdKey key;

    DeviceTokens(JdbcClient jdbc, ExternalIdKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    /**
     * The same for the same device, link and proof at any time; another for another.
     *
     * @param linkId the recruiting link by which it came now
     * @param signed whether the recruiter's signature shows whose ID it is
     */
    public Secret arrival(InvitedPerson invited, long linkId, boolean signed, Secret device) {
        String own = Secret.of(key.digest("device " + invited.secretHash() + " " + device.text()))
                .text();
        return DeviceToken.arrival(key, invited.setId(), invited.secretHash(), own, linkId, signed);
    }

    /** For a device whose person has proven whose place it is: it may do everything, until everything is erased. */
    public Secret key(InvitedPerson invited) {
        return DeviceToken.key(key, invited);
    }

    /** Whom a secret or a token stands for, be it a newcomer of whom nothing is stored; empty if it is unknown or revoked. */
    @Transactional(readOnly = true)
    public Optional<InvitedPerson> find(Secret brought) {
        Optional<InvitedPerson> stored = find(brought, "revoked_at is null");
        return stored.isPresent() || findRevoked(brought).isPresent() ? stored : newcomer(brought);
    }

    /** Whom it stood for until the invitation was revoked. */
    @Transactional(readOnly = true)
    public Optional<InvitedPerson> findRevoked(Secret brought) {
        return find(brought, "revoked_at is not null");
    }

    private Optional<InvitedPerson> find(Secret brought, String state) {
        Optional<DeviceToken> token = DeviceToken.in(brought, key);
        return token.isPresent() ? byToken(token.get(), state) : bySecret(brought, state);
    }

    private Optional<InvitedPerson> byToken(DeviceToken token, String state) {
        return jdbc.sql("""
                        select id, set_id, secret_hash, recruiting_link_id,
                            place_taken_with = ? as has_place
                        from invitation where secret_hash = ? and\s""" + state)
                .params(token.hash(), token.secretHash())
                .query((row, n) -> invited(row, token))
                .optional()
                .flatMap(found -> found);
    }

    /** An arrival may come to whatever the ID leads to; a key opens the very row for which it was made. */
    private Optional<InvitedPerson> invited(ResultSet row, DeviceToken token) throws SQLException {
        boolean hasPlace = row.getBoolean("has_place"); // Null, and so false, where nobody has it.
        boolean full = hasPlace || token.opens(row.getLong("id"), key);
        if (!full && !token.isArrival(key)) {
            return Optional.empty();
        }
        return Optional.of(new InvitedPerson(
                row.getLong("id"),
                row.getLong("set_id"),
                row.getString("secret_hash"),
                row.getObject("recruiting_link_id") != null,
                token.linkId(),
                token.signed(),
                token.hash(),
                !full));
    }

    /** Tokens that don't tell their link are from before they did: they lead to what is stored alone. */
    private Optional<InvitedPerson> newcomer(Secret brought) {
        return DeviceToken.in(brought, key)
                .filter(token -> token.linkId() != 0 && token.isArrival(key))
                .map(token -> InvitedPerson.newcomer(
                        token.setId(), token.secretHash(), token.linkId(), token.signed(), token.hash()));
    }

    private Optional<InvitedPerson> bySecret(Secret secret, String state) {
        return jdbc.sql("select id, set_id, recruiting_link_id from invitation where secret_hash = ? and " + state)
                .param(secret.hash())
                .query((row, n) -> new InvitedPerson(
                        row.getLong("id"),
                        row.getLong("set_id"),
                        secret.hash(),
                        row.getObject("recruiting_link_id") != null,
                        row.getLong("recruiting_link_id"),
                        false,
                        secret.hash(),
                        false))
                .optional();
    }

    /** Notes, in the transaction that takes the place, on which device it is taken: that one may do everything. */
    public void placeTaken(InvitedPerson invited) {
        jdbc.sql("update invitation set place_taken_with = ? where id = ? and recruiting_link_id is not null")
                .params(invited.tokenHash(), invited.invitationId())
                .update();
    }

    /** Whether the place was taken with what this request brought, be it in this very request. */
    @Transactional(readOnly = true)
    public boolean hasTakenPlace(InvitedPerson invited) {
        return jdbc.sql("select count(*) from invitation where secret_hash = ? and place_taken_with = ?")
                        .params(invited.secretHash(), invited.tokenHash())
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
