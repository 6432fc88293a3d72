package org.c25.links;

import java.util.Locale;

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

    static LinkStatus of(InvitationLine line) {
        if (line.revokedAt() != null) {
            return REVOKED;
        }
        if (line.withdrawn()) {
            return WITHDRAWN;
        }
        if (line.status() == null) {
            return line.openedAt() == null ? UNUSED : OPENED;
        }
        return switch (line.status()) {
            case AT_WORK -> line.stalled() ? STALLED : line.answered() ? AT_WORK : CONSENTED;
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
