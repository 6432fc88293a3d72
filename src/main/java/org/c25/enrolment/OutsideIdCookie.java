package org.c25.enrolment;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * Keeps the recruiter's ID in the browser, out of every address but the first, until consent needs it and the last page
 * leads back with it. Like the secret, it goes to its invitation's pages alone.
 */
final class OutsideIdCookie {

    private static final String NAME = "c25-outside-id";

    private OutsideIdCookie() {}

    /** In Base64, for a cookie can't hold every character that an ID may have. */
    static ResponseCookie of(OutsideId id, String ref, boolean secure) {
        return ParticipantCookie.of(
                NAME,
                Base64.getUrlEncoder().withoutPadding().encodeToString(id.text().getBytes(StandardCharsets.UTF_8)),
                ref,
                secure);
    }

    /** Takes the ID out of the browser again. */
    static ResponseCookie gone(String ref) {
        return ResponseCookie.from(NAME, "")
                .path(ParticipantCookie.home(ref))
                .httpOnly(true)
                .maxAge(0)
                .build();
    }

    static Optional<OutsideId> idIn(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, NAME);
        if (cookie == null) {
            return Optional.empty();
        }
        try {
            return OutsideId.in(new String(Base64.getUrlDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // Not one of ours.
        }
    }
}
