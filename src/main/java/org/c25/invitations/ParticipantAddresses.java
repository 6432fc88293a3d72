package org.c25.invitations;

/** The addresses to which participants' requests go, besides their pages below {@code /p/{ref}}. */
public final class ParticipantAddresses {

    /** The address for programs, which send the invitation's secret as a bearer token. */
    public static final String API = "/api/v1/participant";

    /** The address for the scripts of a participant's own pages, which send their cookie. */
    public static final String PAGE_API = "/p/{ref}/api";

    private ParticipantAddresses() {}
}
