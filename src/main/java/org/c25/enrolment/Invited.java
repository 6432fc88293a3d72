package org.c25.enrolment;

import org.jspecify.annotations.Nullable;

/**
 * The person who brings an invitation's secret: who they are, until they take a place and after.
 *
 * @param invitationId the invitation; {@link Slots#NOBODY} for a newcomer
 * @param setId the set it is for
 * @param newcomerHash of the secret that a newcomer brings, of whom nothing is stored yet; null for everybody else
 */
public record Invited(
        long invitationId, long setId, @Nullable String newcomerHash) {

    Invited(long invitationId, long setId) {
        this(invitationId, setId, null);
    }

    /** Somebody who came by a recruiting link and has kept nothing here so far. */
    static Invited newcomer(long setId, String secretHash) {
        return new Invited(Slots.NOBODY, setId, secretHash);
    }

    boolean isNewcomer() {
        return newcomerHash != null;
    }
}
