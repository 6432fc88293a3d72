package org.c25.enrolment;

import jakarta.servlet.http.HttpServletRequest;
import org.c25.bodies.KnownCaller;
import org.springframework.stereotype.Component;

/** Who has the cookie of an invitation, on its pages. */
@Component
class KnownParticipants implements KnownCaller {

    private final Invitations invitations;

    KnownParticipants(Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public boolean isKnown(HttpServletRequest request) {
        return ParticipantCookie.secretIn(request)
                .flatMap(invitations::invitedBy)
                .isPresent();
    }
}
