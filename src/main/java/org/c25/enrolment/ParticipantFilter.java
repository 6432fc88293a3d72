package org.c25.enrolment;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.c25.accounts.BearerTokens;
import org.c25.accounts.Secret;
import org.c25.accounts.SecretFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * Signs a participant's request in by what it brings, for that request alone: a bearer token to the API, cookies to the
 * pages. What it may do is its authority, which the chain's rules ask for.
 */
class ParticipantFilter extends SecretFilter {

    /** May do everything of their invitation. */
    static final String FULL = "PARTICIPANT";

    /** Has shown a recruiter's link and ID alone. */
    static final String LIMITED = "ARRIVED";

    ParticipantFilter(Tokens tokens) {
        super(request -> sender(request, tokens));
    }

    private static @Nullable Authentication sender(HttpServletRequest request, Tokens tokens) {
        return secretsIn(request).stream()
                .map(tokens::find)
                .flatMap(Optional::stream)
                .filter(invited ->
                        isForApi(request) || ParticipantCookie.isPage(request.getServletPath(), invited.ref()))
                .findFirst()
                .map(ParticipantFilter::signedIn)
                .orElse(null);
    }

    static List<Secret> secretsIn(HttpServletRequest request) {
        return isForApi(request) ? BearerTokens.in(request).stream().toList() : ParticipantCookie.secretsIn(request);
    }

    static boolean isForApi(HttpServletRequest request) {
        return request.getServletPath().startsWith(ParticipantSecurity.API);
    }

    private static Authentication signedIn(Invited invited) {
        return UsernamePasswordAuthenticationToken.authenticated(
                invited, null, AuthorityUtils.createAuthorityList(invited.limited() ? LIMITED : FULL));
    }
}
