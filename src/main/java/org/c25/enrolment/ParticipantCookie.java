package org.c25.enrolment;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.c25.accounts.Secret;
import org.springframework.http.ResponseCookie;

/**
 * Keeps an invitation's secret in the browser, out of every address but the first.
 *
 * <p>Each invitation has pages of its own, {@code /p/{ref}/…}, and the cookie is sent to those alone: two people who use
 * one browser, or one person with two links, can't answer for each other.
 */
final class ParticipantCookie {

    private static final String NAME = "c25-invitation";
    private static final String PAGES = "/p/";
    private static final int REF_LENGTH = 16;
    // A participant comes back over days; the link opens the door anew afterwards.
    private static final Duration AGE = Duration.ofDays(60);

    private ParticipantCookie() {}

    /** Names an invitation in addresses. It is the beginning of the secret's hash, and no way back to the secret. */
    static String ref(Secret secret) {
        return secret.hash().substring(0, REF_LENGTH);
    }

    static String home(Secret secret) {
        return home(ref(secret));
    }

    static String home(String ref) {
        return PAGES + ref;
    }

    static ResponseCookie of(Secret secret, boolean secure) {
        return of(NAME, secret.text(), secret, secure);
    }

    /** Takes the secret out of the browser again. */
    static ResponseCookie gone(String ref) {
        return ResponseCookie.from(NAME, "")
                .path(home(ref))
                .httpOnly(true)
                .maxAge(0)
                .build();
    }

    /** A cookie for the pages of the invitation with this secret. */
    static ResponseCookie of(String name, String value, Secret secret, boolean secure) {
        return ResponseCookie.from(name, value)
                .path(home(secret))
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(AGE)
                .build();
    }

    /** The secret of a request to an invitation's pages, if it belongs to that invitation. */
    static Optional<Secret> secretIn(HttpServletRequest request) {
        String path = request.getServletPath();
        if (!path.startsWith(PAGES) || request.getCookies() == null) {
            return Optional.empty();
        }
        for (Cookie cookie : request.getCookies()) {
            Secret secret = new Secret(cookie.getValue());
            if (cookie.getName().equals(NAME) && (path + "/").startsWith(home(secret) + "/")) {
                return Optional.of(secret);
            }
        }
        return Optional.empty();
    }
}
