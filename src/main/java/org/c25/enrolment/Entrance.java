package org.c25.enrolment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.c25.accounts.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** From a link to the pages of its invitation: what the link brought moves into cookies, out of the address. */
final class Entrance {

    private Entrance() {}

    /** @return the view that redirects to the first page */
    static String open(
            Secret secret, @Nullable OutsideId id, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ParticipantCookie.of(secret, request.isSecure()).toString());
        if (id != null) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    OutsideIdCookie.of(id, secret, request.isSecure()).toString());
        }
        return "redirect:" + ParticipantCookie.home(secret);
    }
}
