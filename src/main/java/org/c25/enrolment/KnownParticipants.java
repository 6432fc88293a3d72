package org.c25.enrolment;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.c25.bodies.KnownCaller;
import org.springframework.stereotype.Component;

/** Who has the cookie of an invitation, on its pages. */
@Component
class KnownParticipants implements KnownCaller {

    private final Tokens tokens;

    KnownParticipants(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public boolean isKnown(HttpServletRequest request) {
        return ParticipantCookie.secretsIn(request).stream()
                .map(tokens::find)
                .flatMap(Optional::stream)
                .anyMatch(invited -> ParticipantCookie.isPage(request.getServletPath(), invited.ref()));
    }
}
