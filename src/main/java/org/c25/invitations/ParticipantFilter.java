package org.c25.invitations;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.c25.security.BearerTokens;
import org.c25.security.Secret;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Signs a participant's request in by what it brings, for that request alone: a bearer token to the API, cookies to the
 * pages. What it may do is its authority, which the chain's rules ask for.
 */
public class ParticipantFilter extends OncePerRequestFilter {

    /** May do everything of their invitation. */
    public static final String FULL = "PARTICIPANT";

    /** Has shown a recruiter's link and ID alone. */
    public static final String LIMITED = "ARRIVED";

    private final DeviceTokens deviceTokens;

    public ParticipantFilter(DeviceTokens deviceTokens) {
        this.deviceTokens = deviceTokens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        secretsIn(request).stream()
                .map(deviceTokens::find)
                .flatMap(Optional::stream)
                .filter(invited ->
                        isForApi(request) || ParticipantCookie.isPage(request.getServletPath(), invited.ref()))
                .findFirst()
                .ifPresent(ParticipantFilter::signIn);
        chain.doFilter(request, response);
    }

    public static List<Secret> secretsIn(HttpServletRequest request) {
        return isForApi(request) ? BearerTokens.in(request).stream().toList() : ParticipantCookie.secretsIn(request);
    }

    public static boolean isForApi(HttpServletRequest request) {
        return request.getServletPath().startsWith(ParticipantAddresses.API);
    }

    private static void signIn(InvitedPerson invited) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                invited, null, AuthorityUtils.createAuthorityList(invited.limited() ? LIMITED : FULL)));
        SecurityContextHolder.setContext(context);
    }
}
