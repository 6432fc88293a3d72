package org.c25.invitations;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.c25.security.Secret;

/**
 * The text of a token. Its front holds its kind, the set, the hash of the invitation's secret, a nonce, and an HMAC
 * over them. In an arrival token the nonce is the device's own. An arrival token goes on with how the device came: the
 * recruiting link, {@code s} if it was signed, and an HMAC over all of that. The front stays the same, so it is what is
 * kept of the device that took a slot.
 *
 * @param text the front
 * @param setId the set it is for
 * @param secretHash the hash of the invitation's secret
 * @param linkId the recruiting link by which the device came; 0 if the token does not tell it or the HMAC is wrong
 * @param signed whether the recruiter's signature showed whose ID it is
 */
record DeviceToken(String text, long setId, String secretHash, String nonce, long linkId, boolean signed) {

    private static final String ARRIVAL = "a";
    private static final String KEY = "k";
    private static final String MAC = "[A-Za-z0-9_-]{43}";
    private static final Pattern TOKEN = Pattern.compile("(?<front>[ak]\\.(?<set>\\d{1,18})\\.(?<hash>[0-9a-f]{64})"
            + "\\.(?<nonce>[A-Za-z0-9_-]{32})\\." + MAC + ")(\\.(?<link>\\d{1,18})(?<signed>s?)\\." + MAC + ")?");

    static Secret arrival(ExternalIdKey key, long setId, String secretHash, String nonce, long linkId, boolean signed) {
        return new Secret(
                came(key, front(key, ARRIVAL, setId, secretHash, nonce, InvitedPerson.NOT_STORED), linkId, signed));
    }

    static Secret key(ExternalIdKey key, InvitedPerson invited) {
        String nonce = Secret.random().text();
        return new Secret(front(key, KEY, invited.setId(), invited.secretHash(), nonce, invited.invitationId()));
    }

    private static String front(
            ExternalIdKey key, String kind, long setId, String secretHash, String nonce, long invitationId) {
        String mac = mac(key, kind + " " + setId + " " + secretHash + " " + nonce + " " + invitationId);
        return String.join(".", kind, String.valueOf(setId), secretHash, nonce, mac);
    }

    private static String came(ExternalIdKey key, String front, long linkId, boolean signed) {
        String how = front + "." + linkId + (signed ? "s" : "");
        return how + "." + mac(key, "came " + how);
    }

    private static String mac(ExternalIdKey key, String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.digest(text));
    }

    /** Reads a token; empty if the text is none. {@link #isArrival} and {@link #opens} tell whether it is genuine. */
    static Optional<DeviceToken> in(Secret brought, ExternalIdKey key) {
        Matcher parts = TOKEN.matcher(brought.text());
        if (!parts.matches()) {
            return Optional.empty();
        }
        String front = parts.group("front");
        long linkId = parts.group("link") == null ? 0 : Long.parseLong(parts.group("link"));
        boolean signed = "s".equals(parts.group("signed"));
        boolean told = linkId != 0 && equal(came(key, front, linkId, signed), brought.text());
        return Optional.of(new DeviceToken(
                front,
                Long.parseLong(parts.group("set")),
                parts.group("hash"),
                parts.group("nonce"),
                told ? linkId : 0,
                told && signed));
    }

    /** Returns the hash of the front, which may be kept. */
    String hash() {
        return new Secret(text).hash();
    }

    /** Whether this server made the token for somebody who came by link and ID. */
    boolean isArrival(ExternalIdKey key) {
        return isMadeFor(InvitedPerson.NOT_STORED, key);
    }

    /** Whether the token is a key to this invitation's slot. */
    boolean opens(long invitationId, ExternalIdKey key) {
        return text.startsWith(KEY) && isMadeFor(invitationId, key);
    }

    private boolean isMadeFor(long invitationId, ExternalIdKey key) {
        return equal(front(key, text.substring(0, 1), setId, secretHash, nonce, invitationId), text);
    }

    private static boolean equal(String genuine, String brought) {
        return MessageDigest.isEqual(
                genuine.getBytes(StandardCharsets.UTF_8), brought.getBytes(StandardCharsets.UTF_8));
    }
}
