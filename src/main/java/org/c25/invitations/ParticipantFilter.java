package org.c25.invitations;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.c25.security.BearerTokens;
import org.c25.security.Secret;
import org.c25.security.SecretFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * Signs a participant's request in, for that request alone, by the secret that it brings: a bearer token to the API,
 * cookies to the pages. Its authority says what the request may do; the chain's rules ask for it.
 */
public class ParticipantFilter extends SecretFilter {

    /** The authority of somebody who may do everything of their invitation. */
    public static final String FULL = "PARTICIPANT";

    /** The authority of somebody who has shown a recruiter's link and ID alone. */
    public static final String LIMITED = "ARRIVED";

    public ParticipantFilter(DeviceTokens deviceTokens) {
        super(request -> sender(request, deviceTokens));
    }

    private static @Nullable Authentication sender(HttpServletRequest request, DeviceTokens deviceTokens) {
        return secretsIn(request).stream()
                .map(deviceTokens::find)
                .flatMap(Optional::stream)
                .filter(invited ->
                        isForApi(request) || ParticipantCookie.isPage(request.getServletPath(), invited.ref()))
                .findFirst()
                .map(ParticipantFilter::signedIn)
                .orElse(null);
    }

    public static List<Secret> secretsIn(HttpServletRequest request) {
        return isForApi(request) ? BearerTokens.in(request).stream().toList() : ParticipantCookie.secretsIn(request);
    }

    public static boolean isForApi(HttpServletRequest request) {
        return request.getServletPath().startsWith(ParticipantAddresses.API);
    }

    private static Authentication signedIn(InvitedPerson invited) {
        return UsernamePasswordAuthenticationToken.authenticated(
                invited, null, AuthorityUtils.createAuthorityList(invited.limited() ? LIMITED : FULL));
    }
}
