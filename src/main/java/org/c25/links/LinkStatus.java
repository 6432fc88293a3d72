package org.c25.links;

import java.util.Locale;
import org.c25.invitations.InvitationView;
import org.c25.participation.JoinedPerson;
import org.jspecify.annotations.Nullable;

/** What became of a link. */
enum LinkStatus {
    UNUSED,
    OPENED,
    /** Has a place, and no answer yet. */
    CONSENTED,
    AT_WORK,
    /** At work, and without a sign of life for as long as the study allows. */
    STALLED,
    /** The place was given on. */
    RELEASED,
    /** Had finished, and the place was given on. */
    REPLACED,
    DONE,
    WITHDRAWN,
    REVOKED;

    /** @param person who took a slot by it; null for nobody */
    static LinkStatus of(InvitationView invitation, @Nullable JoinedPerson person) {
        if (invitation.revokedAt() != null) {
            return REVOKED;
        }
        if (invitation.withdrawn()) {
            return WITHDRAWN;
        }
        if (person == null) {
            return invitation.openedAt() == null ? UNUSED : OPENED;
        }
        return switch (person.status()) {
            case AT_WORK -> person.stalled() ? STALLED : person.answered() ? AT_WORK : CONSENTED;
            case WITHDRAWN -> WITHDRAWN;
            case RELEASED -> RELEASED;
            case REPLACED -> REPLACED;
            case COMPLETED, IMPORTED -> DONE;
        };
    }

    /** Whether a reminder makes sense: the person can begin, or go on. */
    public boolean isAwaited() {
        return ordinal() <= STALLED.ordinal();
    }

    /** As the page says it. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
