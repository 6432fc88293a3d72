package org.c25.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Signs a request in by the secret that it brings, for that request alone. Who brings none, or one that nobody knows,
 * stays a stranger, and the chain's rules turn them away.
 */
public class SecretFilter extends OncePerRequestFilter {

    private final Function<HttpServletRequest, Optional<Secret>> secretIn;
    private final Function<Secret, ? extends Optional<?>> principalOf;
    private final String authority;

    /**
     * @param secretIn finds the secret in a request
     * @param principalOf the one whom a secret stands for
     * @param authority granted to whoever is found; nothing if the principal brings its own
     */
    public SecretFilter(
            Function<HttpServletRequest, Optional<Secret>> secretIn,
            Function<Secret, ? extends Optional<?>> principalOf,
            String authority) {
        this.secretIn = secretIn;
        this.principalOf = principalOf;
        this.authority = authority;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        secretIn.apply(request).flatMap(principalOf).ifPresent(this::signIn);
        chain.doFilter(request, response);
    }

    private void signIn(Object principal) {
        var authorities = principal instanceof UserDetails known
                ? known.getAuthorities()
                : AuthorityUtils.createAuthorityList(authority);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(principal, null, authorities));
        SecurityContextHolder.setContext(context);
    }
}
