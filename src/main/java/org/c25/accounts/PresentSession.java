package org.c25.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Keeps the session in which somebody chooses another password, where all other sessions of the account end. */
@Component
class PresentSession {

    private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    /**
     * Continues the session as this caller. It gets a new identifier, since the old one may have become known with the
     * old password.
     */
    void goOnAs(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        request.changeSessionId();
        caller.eraseCredentials();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(caller, null, caller.getAuthorities()));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }
}
