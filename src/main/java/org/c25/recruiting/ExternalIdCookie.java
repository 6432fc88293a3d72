package org.c25.recruiting;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import org.c25.invitations.ExternalIdKey;
import org.c25.invitations.ParticipantCookie;
import org.c25.web.OwnCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Keeps the external ID in the browser, out of every address but the first, until consent needs it and the last page
 * leads back with it. Like the secret, the cookie goes to the pages of its invitation alone.
 */
@Component
public class ExternalIdCookie {

    private static final String NAME = "c25-outside-id";

    private final ExternalIdKey key;

    ExternalIdCookie(ExternalIdKey key) {
        this.key = key;
    }

    /**
     * Returns the cookie. The ID is in Base64, since a cookie can't hold every character that an ID may have. An HMAC
     * shows that the ID was proven: somebody who writes another ID into the cookie has no HMAC for that one.
     */
    public ResponseCookie of(ArrivingId id, String ref, HttpServletRequest request) {
        String text = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(id.id().text().getBytes(StandardCharsets.UTF_8));
        return ParticipantCookie.of(NAME, id.proven() ? text + "." + proof(text, ref) : text, ref, request);
    }

    private String proof(String text, String ref) {
        return key.hmac("proven " + ref + " " + text);
    }

    /** Returns a cookie that removes the ID from the browser again. */
    public static ResponseCookie gone(String ref, HttpServletRequest request) {
        return OwnCookie.of(NAME, "", ParticipantCookie.home(ref), request)
                .maxAge(0)
                .build();
    }

    /**
     * Returns the ID in the cookie of a request.
     *
     * @param ref the reference of the invitation whose page is asked for
     */
    public Optional<ArrivingId> in(HttpServletRequest request, String ref) {
        Cookie cookie = WebUtils.getCookie(request, NAME);
        if (cookie == null) {
            return Optional.empty();
        }
        String text = cookie.getValue().replaceFirst("\\..*", "");
        try {
            boolean proven = isProven(cookie.getValue(), text, ref);
            return ExternalId.in(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8))
                    .map(id -> new ArrivingId(id, proven));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // The cookie is not one of ours.
        }
    }

    private boolean isProven(String value, String text, String ref) {
        return value.length() > text.length()
                && MessageDigest.isEqual(
                        (text + "." + proof(text, ref)).getBytes(StandardCharsets.UTF_8),
                        value.getBytes(StandardCharsets.UTF_8));
    }
}
