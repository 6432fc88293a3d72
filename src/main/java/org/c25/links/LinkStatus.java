package org.c25.links;

import java.util.Locale;
import org.c25.invitations.InvitationView;
import org.c25.participation.JoinedPerson;
import org.jspecify.annotations.Nullable;

/** The state of a link. */
enum LinkStatus {
    UNUSED,
    OPENED,
    /** The person has a slot, and has given no answer yet. */
    CONSENTED,
    AT_WORK,
    /** The person is at work, and has given no sign of life for as long as the study allows. */
    STALLED,
    /** The person's slot was made free for somebody else. */
    RELEASED,
    /** The person had finished, and their slot was made free for somebody else. */
    REPLACED,
    DONE,
    WITHDRAWN,
    REVOKED;

    /**
     * Returns the state of a link.
     *
     * @param person the person who took a slot by it; null for nobody
     */
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

    /** Returns the words for the state on the page. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
