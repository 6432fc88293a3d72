package org.c25.invitations;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.c25.bodies.KnownCaller;
import org.springframework.stereotype.Component;

/** Knows the callers who have the cookie of an invitation, on that invitation's pages. */
@Component
class KnownParticipants implements KnownCaller {

    private final DeviceTokens deviceTokens;

    KnownParticipants(DeviceTokens deviceTokens) {
        this.deviceTokens = deviceTokens;
    }

    @Override
    public boolean isKnown(HttpServletRequest request) {
        return ParticipantCookie.secretsIn(request).stream()
                .map(deviceTokens::find)
                .flatMap(Optional::stream)
                .anyMatch(invited -> ParticipantCookie.isPage(request.getServletPath(), invited.ref()));
    }
}
