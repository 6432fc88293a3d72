package org.c25.accounts;

import jakarta.servlet.http.HttpServletRequest;
import org.c25.bodies.KnownCaller;
import org.c25.security.BearerTokens;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Recognises requests of the staff: the sender is signed in, or sends an API token that works. */
@Component
class KnownStaff implements KnownCaller {

    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final ApiTokens tokens;

    KnownStaff(ApiTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public boolean isKnown(HttpServletRequest request) {
        return sessions.containsContext(request)
                || BearerTokens.in(request).flatMap(tokens::callerOf).isPresent();
    }
}
