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

/**
 * Redirects from a link to the pages of its invitation. What the link carried moves out of the address into cookies.
 */
@Component
class JoinRedirect {

    /** A parameter of the first page's address: whoever comes with it and without a cookie has a browser that keeps none. */
    static final String GIVEN = "given";

    private final DeviceTokens deviceTokens;
    private final Participants participants;
    private final ExternalIdCookie externalIdCookie;

    JoinRedirect(DeviceTokens deviceTokens, Participants participants, ExternalIdCookie externalIdCookie) {
        this.deviceTokens = deviceTokens;
        this.participants = participants;
        this.externalIdCookie = externalIdCookie;
    }

    /**
     * Redirects a person who came by the invitation's own link.
     *
     * @return the view that redirects to the first page
     */
    String open(
            Secret secret,
            InvitedPerson invited,
            @Nullable ArrivingId id,
            HttpServletRequest request,
            HttpServletResponse response) {
        add(ParticipantCookie.of(secret, invited.ref(), request), response);
        return enter(invited, id, request, response);
    }

    /**
     * Redirects a person who came by a recruiting link, which anybody can open who knows somebody's external ID. A
     * device gets the cookie of the invitation if the slot was taken on it, or if no slot is taken yet. A device that
     * comes to a slot that was taken elsewhere gets the cookie of an arrival; if the recruiter's signature shows that
     * the slot is this person's, it also gets a key to the slot. There is no key to a slot that is not yet taken.
     *
     * @param linkId the number of the recruiting link
     */
    String arrive(
            InvitedPerson invited,
            long linkId,
            ArrivingId id,
            HttpServletRequest request,
            HttpServletResponse response) {
        Secret device = DeviceCookie.in(request).orElseGet(Secret::random);
        add(DeviceCookie.of(device, request), response);
        Secret token = deviceTokens.arrival(invited, linkId, id.proven(), device);
        boolean ownPlace = participants.find(invited).isEmpty()
                || deviceTokens.find(token).filter(found -> !found.limited()).isPresent();
        add(
                ownPlace
                        ? ParticipantCookie.of(token, invited.ref(), request)
                        : ParticipantCookie.arrival(token, invited.ref(), request),
                response);
        if (id.proven() && !ownPlace) {
            prove(invited, request, response);
        }
        return enter(invited, id, request, response);
    }

    /** Gives this browser a key to the slot, so that it may do everything from now on. */
    void prove(InvitedPerson invited, HttpServletRequest request, HttpServletResponse response) {
        add(ParticipantCookie.of(deviceTokens.key(invited), invited.ref(), request), response);
    }

    private String enter(
            InvitedPerson invited, @Nullable ArrivingId id, HttpServletRequest request, HttpServletResponse response) {
        if (id != null) {
            add(externalIdCookie.of(id, invited.ref(), request), response);
        }
        return "redirect:" + ParticipantCookie.home(invited.ref()) + "?" + GIVEN;
    }

    private static void add(ResponseCookie cookie, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
