package org.c25.letters;

import java.time.Instant;
import java.util.Locale;
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

    /**
     * @param participant the status of the participant, null before a place was taken
     * @param answered whether they have answered anything
     * @param stalled whether somebody at work has been found to have stalled
     */
    static LinkStatus of(
            boolean revoked,
            @Nullable Instant openedAt,
            @Nullable String participant,
            boolean answered,
            boolean stalled) {
        if (revoked) {
            return REVOKED;
        }
        if (participant == null) {
            return openedAt == null ? UNUSED : OPENED;
        }
        return switch (participant) {
            case "AT_WORK" -> stalled ? STALLED : answered ? AT_WORK : CONSENTED;
            case "WITHDRAWN" -> WITHDRAWN;
            case "RELEASED" -> RELEASED;
            case "REPLACED" -> REPLACED;
            default -> DONE;
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
