package org.c25.invitations;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.c25.security.Secret;
import org.c25.web.OwnCookie;
import org.springframework.http.ResponseCookie;

/**
 * Keeps an invitation's secret, or a token for it, in the browser, out of every address but the first.
 *
 * <p>Each invitation has pages of its own, {@code /p/{ref}/…}, and the cookies are sent to those alone: two people who
 * use one browser, or one person with two links, can't answer for each other. Whoever comes by a recruiting link to a
 * slot that was taken elsewhere gets a cookie of another name, so that opening the link takes nothing from somebody who
 * may do everything here.
 */
public final class ParticipantCookie {

    private static final String NAME = "c25-invitation";
    private static final String ARRIVAL = "c25-arrival";
    private static final String PAGES = "/p/";
    private static final int REF_LENGTH = 16;
    // A participant comes back over days; the link opens the door anew afterwards.
    private static final Duration AGE = Duration.ofDays(60);

    private ParticipantCookie() {}

    /**
     * Returns an invitation's name in addresses. It is the beginning of the secret's hash, and no way back to the
     * secret.
     */
    static String ref(String secretHash) {
        return secretHash.substring(0, REF_LENGTH);
    }

    public static String home(Secret secret) {
        return home(ref(secret.hash()));
    }

    public static String home(String ref) {
        return PAGES + ref;
    }

    /** Returns the cookie of the person whose invitation it is. */
    public static ResponseCookie of(Secret secret, String ref, HttpServletRequest request) {
        return of(NAME, secret.text(), ref, request);
    }

    /** Returns the cookie of somebody who came by a recruiting link to a slot that was taken elsewhere. */
    public static ResponseCookie arrival(Secret token, String ref, HttpServletRequest request) {
        return of(ARRIVAL, token.text(), ref, request);
    }

    /** Returns the cookies that take the secrets out of the browser again. */
    public static List<ResponseCookie> gone(String ref, HttpServletRequest request) {
        return Stream.of(NAME, ARRIVAL)
                .map(name ->
                        OwnCookie.of(name, "", home(ref), request).maxAge(0).build())
                .toList();
    }

    /** Returns a cookie for the pages of an invitation. */
    public static ResponseCookie of(String name, String value, String ref, HttpServletRequest request) {
        return OwnCookie.of(name, value, home(ref), request).maxAge(AGE).build();
    }

    /** Returns the secrets that a request to an invitation's pages brings; the one that opens most comes first. */
    static List<Secret> secretsIn(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return List.of();
        }
        return Stream.of(NAME, ARRIVAL)
                .flatMap(name -> Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(cookie -> new Secret(cookie.getValue())))
                .toList();
    }

    /** Whether a path is one of the invitation's pages. */
    static boolean isPage(String path, String ref) {
        return (path + "/").startsWith(home(ref) + "/");
    }
}
