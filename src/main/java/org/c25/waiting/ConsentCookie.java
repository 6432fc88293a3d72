package org.c25.waiting;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.c25.common.Sha256;
import org.c25.invitations.ParticipantCookie;
import org.c25.web.OwnCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.WebUtils;

/**
 * Keeps in the browser that somebody who waits for their turn has agreed, and to which text, so that they need not
 * agree again.
 */
public final class ConsentCookie {

    private static final String NAME = "c25-agreed";
    private static final Duration AGE = Duration.ofDays(1);

    private ConsentCookie() {}

    /**
     * Adds the cookie to a response.
     *
     * @param text the text that the person agreed to, as they read it
     */
    public static void add(String text, String ref, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                OwnCookie.of(NAME, Sha256.of(text), ParticipantCookie.home(ref), request)
                        .maxAge(AGE)
                        .build()
                        .toString());
    }

    /** Whether the person has agreed to this very text. */
    static boolean agrees(HttpServletRequest request, String text) {
        Cookie cookie = WebUtils.getCookie(request, NAME);
        return cookie != null && cookie.getValue().equals(Sha256.of(text));
    }
}
