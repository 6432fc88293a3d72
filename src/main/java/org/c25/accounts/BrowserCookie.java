package org.c25.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.c25.security.Secret;
import org.c25.web.OwnCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * A cookie that marks a browser in which somebody has signed in, to tell it from other browsers at the same address. It
 * signs nobody in.
 */
final class BrowserCookie {

    private static final String NAME = "c25-browser";
    private static final Duration LASTS = Duration.ofDays(180);
    private static final int LONGEST = 100;

    private BrowserCookie() {}

    static Optional<Secret> in(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME))
                .filter(cookie -> cookie.getValue().length() <= LONGEST)
                .map(cookie -> new Secret(cookie.getValue()));
    }

    static void set(Secret browser, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie =
                OwnCookie.of(NAME, browser.text(), "/", request).maxAge(LASTS).build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
