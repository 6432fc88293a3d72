package org.c25.accounts;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.c25.web.OwnCookie;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.web.util.WebUtils;

/**
 * Remembers the page that somebody wanted before they had to sign in. It keeps the address in a short-lived cookie, so
 * that a stranger opens no session.
 */
final class WantedPage implements RequestCache {

    private static final String COOKIE = "c25-wanted-page";
    private static final String READ_AT = "/sign-in";
    private static final int LONGEST = 1000;
    private static final Duration AGE = Duration.ofMinutes(10);

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        String page = request.getRequestURI().substring(request.getContextPath().length())
                + (query == null ? "" : "?" + query);
        if (isPage(request) && isOurs(page)) {
            String value = Base64.getUrlEncoder().encodeToString(page.getBytes(StandardCharsets.UTF_8));
            response.addHeader(HttpHeaders.SET_COOKIE, cookie(value, AGE, request));
        }
    }

    /** Whether a person asked for a page, and not a page's script or an image. */
    private static boolean isPage(HttpServletRequest request) {
        String wantedAs = request.getHeader("Sec-Fetch-Dest");
        return HttpMethod.GET.matches(request.getMethod())
                && (wantedAs == null
                        ? String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML_VALUE)
                        : wantedAs.equals("document"));
    }

    /**
     * Whether the page is one of this server's: {@code //example.org} and {@code /\example.org} lead to another one. A
     * cookie can come from anywhere.
     */
    private static boolean isOurs(String page) {
        return page.length() <= LONGEST && page.matches("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]*");
    }

    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null) {
            return null;
        }
        try {
            String page = new String(Base64.getUrlDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8);
            return isOurs(page) ? new SimpleSavedRequest(page) : null;
        } catch (IllegalArgumentException e) {
            return null; // not Base64, so we did not make this cookie
        }
    }

    /** Returns null: nothing of a request is kept but its address, so no request can be continued. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        if (WebUtils.getCookie(request, COOKIE) != null) {
            response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO, request));
        }
    }

    private static String cookie(String value, Duration age, HttpServletRequest request) {
        return OwnCookie.of(COOKIE, value, READ_AT, request).maxAge(age).build().toString();
    }
}
