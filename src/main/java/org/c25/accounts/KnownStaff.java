package org.c25.accounts;

import jakarta.servlet.http.HttpServletRequest;
import org.c25.bodies.KnownCaller;
import org.c25.security.BearerTokens;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.stereotype.Component;

/** Recognises requests of the staff: the sender is signed in, or sends an API token that works. */
@Component
class KnownStaff implements KnownCaller {

    private final ApiTokens tokens;
    private final CookieSerializer cookies;
    private final SessionRepository<? extends Session> sessions;

    KnownStaff(ApiTokens tokens, CookieSerializer cookies, SessionRepository<? extends Session> sessions) {
        this.tokens = tokens;
        this.cookies = cookies;
        this.sessions = sessions;
    }

    @Override
    public boolean isKnown(HttpServletRequest request) {
        return cookies.readCookieValues(request).stream().anyMatch(this::isSignedIn)
                || BearerTokens.in(request).flatMap(tokens::callerOf).isPresent();
    }

    /** Asks the sessions themselves: this is asked before the request knows its session. */
    private boolean isSignedIn(String id) {
        Session session = sessions.findById(id);
        return session != null
                && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
    }
}
