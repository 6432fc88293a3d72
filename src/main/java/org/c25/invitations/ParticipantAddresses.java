package org.c25.invitations;

/** Where participants' requests go, besides their pages below {@code /p/{ref}}. */
public final class ParticipantAddresses {

    /** For programs, with the invitation's secret as a bearer token. */
    public static final String API = "/api/v1/participant";

    /** For the scripts of a participant's own pages, with their cookie. */
    public static final String PAGE_API = "/p/{ref}/api";

    private ParticipantAddresses() {}
}
