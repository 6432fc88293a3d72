package org.c25.enrolment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.c25.invitations.DeviceTokens;
import org.c25.invitations.InvitedPerson;
import org.c25.participation.Ineligibility;
import org.c25.recruiting.ArrivalSignatures;
import org.c25.recruiting.ArrivingId;
import org.c25.security.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Takes in everybody who follows an invitation link. */
@Controller
class JoinController {

    private final DeviceTokens deviceTokens;
    private final ArrivalSignatures signatures;
    private final IdentityClaims claims;
    private final JoinRedirect joinRedirect;
    private final InvalidLinks invalidLinks;

    JoinController(
            DeviceTokens deviceTokens,
            ArrivalSignatures signatures,
            IdentityClaims claims,
            JoinRedirect joinRedirect,
            InvalidLinks invalidLinks) {
        this.deviceTokens = deviceTokens;
        this.signatures = signatures;
        this.claims = claims;
        this.joinRedirect = joinRedirect;
        this.invalidLinks = invalidLinks;
    }

    /**
     * Takes the secret and the external ID out of the address at once. Opening the link takes no slot. The consent page
     * notes once that it was opened.
     */
    @GetMapping("/join/{text}")
    @Nullable
    String open(@PathVariable String text, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Secret secret = new Secret(text);
        Optional<InvitedPerson> invited = deviceTokens.find(secret);
        if (invited.isEmpty()) {
            invalidLinks.turnAway(List.of(secret), HttpStatus.NOT_FOUND, request, response);
            return null;
        }
        Optional<ArrivingId> externalId;
        try {
            externalId = signatures.idIn(request, invited.get());
        } catch (ArrivalSignatures.Unproven unproven) {
            invalidLinks.turnAway(unproven.ineligibility(), invited.get(), request, response);
            return null;
        }
        if (externalId.isPresent()
                && claims.isAnothers(invited.get(), externalId.get().id())) {
            // No cookies are set: they would let this person in, or get in the way of the person to whom the link
            // belongs.
            invalidLinks.turnAway(Ineligibility.USED, invited.get(), request, response);
            return null;
        }
        return joinRedirect.open(secret, invited.get(), externalId.orElse(null), request, response);
    }
}
