package org.c25.invitations;

import org.springframework.security.access.AccessDeniedException;

/**
 * The person who brings an invitation's secret, or another token for it, before they take a slot and after.
 *
 * @param invitationId the invitation; {@link #NOT_STORED} for a newcomer, of whom nothing is stored yet
 * @param setId the set it is for
 * @param secretHash the hash of the invitation's secret
 * @param recruited whether they came by a recruiting link
 * @param linkId the recruiting link by which they came to this device; 0 if that is not known, or staff invited them
 * @param signed whether the recruiter's signature showed at that time that it is the person with this ID
 * @param tokenHash the hash of the secret or token that this request brought; for an arrival, it is the same by
 *     whatever link the device came
 * @param limited whether a recruiter's link and ID is all that they have shown: they may go on where no answer is yet,
 *     and neither see nor change what was answered before
 */
public record InvitedPerson(
        long invitationId,
        long setId,
        String secretHash,
        boolean recruited,
        long linkId,
        boolean signed,
        String tokenHash,
        boolean limited) {

    /** The id of an invitation that is not stored: a newcomer has not taken or waited for a slot yet. */
    public static final long NOT_STORED = -1;

    /** Returns somebody who came by a recruiting link and of whom nothing is stored so far. */
    public static InvitedPerson newcomer(long setId, String secretHash, long linkId, boolean signed, String tokenHash) {
        return new InvitedPerson(NOT_STORED, setId, secretHash, true, linkId, signed, tokenHash, true);
    }

    public boolean isNewcomer() {
        return invitationId == NOT_STORED;
    }

    /** Returns the same person, now that their invitation is stored. */
    public InvitedPerson stored(long id) {
        return new InvitedPerson(id, setId, secretHash, recruited, linkId, signed, tokenHash, limited);
    }

    /** Returns the invitation's name in addresses: {@code /p/{ref}}. */
    public String ref() {
        return ParticipantCookie.ref(secretHash);
    }

    /**
     * Refuses people who have not shown enough.
     *
     * @throws AccessDeniedException if link and ID is all that they have shown
     */
    public void requireFull() {
        if (limited) {
            throw new AccessDeniedException("This needs the return code.");
        }
    }
}
