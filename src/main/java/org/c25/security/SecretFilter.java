package org.c25.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Signs a request in by the secret that it brings, for that request alone. A request without a secret, or with one that
 * nobody knows, stays anonymous, and the chain's rules refuse it.
 */
public class SecretFilter extends OncePerRequestFilter {

    private final AuthenticationConverter known;

    /** @param known returns who sends a request, by its secret, and what they may do; null if it has no known secret */
    public SecretFilter(AuthenticationConverter known) {
        this.known = known;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication sender = known.convert(request);
        if (sender != null) {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(sender);
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }
}
