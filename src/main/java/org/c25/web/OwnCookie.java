package org.c25.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseCookie.ResponseCookieBuilder;

/**
 * The cookies of this server: no script reads them, no other site's form sends them, and they go to this server's addresses
 * alone, also where it shares its host with others and lies under a path.
 */
public final class OwnCookie {

    private OwnCookie() {}

    /**
     * Begins a cookie.
     *
     * @param path the addresses of this server to which the browser sends it, such as {@code /p/0123456789abcdef}, without
     *     the path under which the server lies
     */
    public static ResponseCookieBuilder of(String name, String value, String path, HttpServletRequest request) {
        return ResponseCookie.from(name, value)
                .path(request.getContextPath() + path)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax");
    }
}
