package org.c25.recruiting;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.c25.security.Secret;
import org.c25.web.OwnCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * A cookie with a random secret by which a browser is recognised when it comes by a recruiting link again. The browser
 * sends it to those links alone, and the server keeps nothing of it.
 */
public final class DeviceCookie {

    private static final String NAME = "c25-device";
    private static final String LINKS = "/recruit";
    // The longest time for which browsers keep a cookie, and longer than anybody takes part.
    private static final Duration AGE = Duration.ofDays(400);

    private DeviceCookie() {}

    public static ResponseCookie of(Secret device, HttpServletRequest request) {
        return OwnCookie.of(NAME, device.text(), LINKS, request).maxAge(AGE).build();
    }

    public static Optional<Secret> in(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, NAME);
        return cookie != null && cookie.getValue().matches("[A-Za-z0-9_-]{32}")
                ? Optional.of(new Secret(cookie.getValue()))
                : Optional.empty();
    }
}
