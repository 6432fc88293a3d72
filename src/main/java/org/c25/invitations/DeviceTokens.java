package org.c25.invitations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.c25.security.Secret;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tokens that devices show instead of an invitation's secret, where a recruiter's ID led to it. Tokens are computed
 * and kept nowhere. They prove that this server made them and for which set, so nothing is stored of somebody until
 * they take a slot. When everything of a person is erased, their keys end, and whoever brings an arrival token is a
 * newcomer again.
 *
 * <p>A device that comes by link and ID gets an <em>arrival</em> token of its own, which lets it go on and no more,
 * unless it is the device on which the slot was taken. Before there is a slot, the token is good for as long as its
 * link is. A device whose person has proven whose slot it is gets a <em>key</em> to that slot.
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
     * Returns an arrival token. The same device, link and proof get the same token at any time; others get another one.
     *
     * @param linkId the recruiting link by which the device came now
     * @param signed whether the recruiter's signature shows whose ID it is
     */
    public Secret arrival(InvitedPerson invited, long linkId, boolean signed, Secret device) {
        String own = Secret.of(key.digest("device " + invited.secretHash() + " " + device.text()))
                .text();
        return DeviceToken.arrival(key, invited.setId(), invited.secretHash(), own, linkId, signed);
    }

    /**
     * Returns a key, for a device whose person has proven whose slot it is. It may do everything, until everything is
     * erased.
     */
    public Secret key(InvitedPerson invited) {
        return DeviceToken.key(key, invited);
    }

    /**
     * Finds the person for whom a secret or a token stands, even a newcomer of whom nothing is stored; empty if it is
     * unknown or revoked. Every request of participants comes here: for an invitation that is stored it is one statement,
     * and no transaction.
     */
    public Optional<InvitedPerson> find(Secret brought) {
        Optional<InvitedPerson> stored = find(brought, "revoked_at is null");
        return stored.isPresent() || findRevoked(brought).isPresent() ? stored : newcomer(brought);
    }

    /** Finds the person for whom a secret or a token stood until the invitation was revoked. */
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

    /**
     * Returns the person of a row, if the token fits it: an arrival may come to whatever the ID leads to; a key opens
     * only the row for which it was made.
     */
    private Optional<InvitedPerson> invited(ResultSet row, DeviceToken token) throws SQLException {
        boolean hasSlot = row.getBoolean("has_place"); // Null, and so false, if nobody has a slot.
        boolean full = hasSlot || token.opens(row.getLong("id"), key);
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

    /**
     * Returns the newcomer for whom a token stands. Older tokens do not tell their link: they lead only to stored
     * invitations.
     */
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

    /**
     * Notes on which device the slot is taken: that device may do everything. It is called in the transaction that
     * takes the slot.
     */
    public void slotTaken(InvitedPerson invited) {
        jdbc.sql("update invitation set place_taken_with = ? where id = ? and recruiting_link_id is not null")
                .params(invited.tokenHash(), invited.invitationId())
                .update();
    }

    /** Whether the slot was taken with the token of this request, even in this very request. */
    @Transactional(readOnly = true)
    public boolean hasTakenSlot(InvitedPerson invited) {
        return jdbc.sql("select count(*) from invitation where secret_hash = ? and place_taken_with = ?")
                        .params(invited.secretHash(), invited.tokenHash())
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
