package org.c25.enrolment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.c25.invitations.DeviceTokens;
import org.c25.invitations.InvitedPerson;
import org.c25.invitations.ParticipantCookie;
import org.c25.participation.Participants;
import org.c25.recruiting.ArrivingId;
import org.c25.recruiting.DeviceCookie;
import org.c25.recruiting.ExternalIdCookie;
import org.c25.security.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** From a link to the pages of its invitation: what the link brought moves into cookies, out of the address. */
@Component
class JoinRedirect {

    private final DeviceTokens deviceTokens;
    private final Participants participants;
    private final ExternalIdCookie externalIdCookie;

    JoinRedirect(DeviceTokens deviceTokens, Participants participants, ExternalIdCookie externalIdCookie) {
        this.deviceTokens = deviceTokens;
        this.participants = participants;
        this.externalIdCookie = externalIdCookie;
    }

    /**
     * By the invitation's own link.
     *
     * @return the view that redirects to the first page
     */
    String open(
            Secret secret,
            InvitedPerson invited,
            @Nullable ArrivingId id,
            HttpServletRequest request,
            HttpServletResponse response) {
        add(ParticipantCookie.of(secret, invited.ref(), request.isSecure()), response);
        return enter(invited, id, request, response);
    }

    /**
     * By a recruiting link, which anybody can open who knows somebody's ID. Who has the place here, or can still take it,
     * gets the cookie of the invitation; whoever comes to a place that was taken elsewhere gets one beside it, or, if the
     * recruiter's signature shows that it is theirs, a key to it. There is no key to a place that is not yet taken.
     *
     * @param linkId the recruiting link
     */
    String arrive(
            InvitedPerson invited,
            long linkId,
            ArrivingId id,
            HttpServletRequest request,
            HttpServletResponse response) {
        Secret device = DeviceCookie.in(request).orElseGet(Secret::random);
        add(DeviceCookie.of(device, request.isSecure()), response);
        Secret token = deviceTokens.arrival(invited, linkId, id.proven(), device);
        boolean ownPlace = participants.find(invited).isEmpty()
                || deviceTokens.find(token).filter(found -> !found.limited()).isPresent();
        add(
                ownPlace
                        ? ParticipantCookie.of(token, invited.ref(), request.isSecure())
                        : ParticipantCookie.arrival(token, invited.ref(), request.isSecure()),
                response);
        if (id.proven() && !ownPlace) {
            prove(invited, request, response);
        }
        return enter(invited, id, request, response);
    }

    /** Lets this browser do everything from now on. */
    void prove(InvitedPerson invited, HttpServletRequest request, HttpServletResponse response) {
        add(ParticipantCookie.of(deviceTokens.key(invited), invited.ref(), request.isSecure()), response);
    }

    private String enter(
            InvitedPerson invited, @Nullable ArrivingId id, HttpServletRequest request, HttpServletResponse response) {
        if (id != null) {
            add(externalIdCookie.of(id, invited.ref(), request.isSecure()), response);
        }
        return "redirect:" + ParticipantCookie.home(invited.ref());
    }

    private static void add(ResponseCookie cookie, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
