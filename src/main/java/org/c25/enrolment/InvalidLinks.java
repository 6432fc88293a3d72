package org.c25.enrolment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.c25.invitations.DeviceTokens;
import org.c25.invitations.InvitedPerson;
import org.c25.participation.Ineligibility;
import org.c25.participation.Participants;
import org.c25.security.Secret;
import org.c25.sets.Sets;
import org.c25.web.ErrorPages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers people whose link leads nowhere. For a revoked link it names the study and whom to ask, for an unknown one
 * nothing.
 */
@Component
public class InvalidLinks {

    private final DeviceTokens deviceTokens;
    private final Participants participants;
    private final Sets sets;

    InvalidLinks(DeviceTokens deviceTokens, Participants participants, Sets sets) {
        this.deviceTokens = deviceTokens;
        this.participants = participants;
        this.sets = sets;
    }

    /**
     * Answers with the page for a revoked or unknown link.
     *
     * @param ifUnknown the status for a link that has never existed
     */
    public void turnAway(
            List<Secret> secrets, HttpStatus ifUnknown, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<InvitedPerson> onceInvited = secrets.stream()
                .map(deviceTokens::findRevoked)
                .flatMap(Optional::stream)
                .findFirst();
        if (onceInvited.isEmpty()) {
            boolean keepsNoCookies = secrets.isEmpty() && request.getParameter(JoinRedirect.GIVEN) != null;
            request.setAttribute(ErrorPages.DETAIL, keepsNoCookies ? "participant.cookies" : "participant.unknown");
            response.sendError(ifUnknown.value());
            return;
        }
        // People whose answers are erased are not to read that their answers are kept.
        request.setAttribute(
                ErrorPages.PAGE,
                page(participants.isErased(onceInvited.get()) ? "withdrawn" : "revoked", onceInvited.get()));
        response.sendError(HttpStatus.GONE.value());
    }

    /** Answers a person whose link works, but who can't go on by it. */
    public void turnAway(
            Ineligibility ineligibility,
            InvitedPerson invited,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        request.setAttribute(ErrorPages.PAGE, page(ineligibility.page(), invited));
        ineligibility.sayWhen(response);
        response.sendError(ineligibility.status().value());
    }

    private ModelAndView page(String what, InvitedPerson invited) {
        return new ModelAndView(
                "enrolment/message", Map.of("what", what, "study", sets.studyOfInvited(invited.setId())));
    }
}
