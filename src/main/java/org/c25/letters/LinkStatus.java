package org.c25.letters;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
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
    DONE,
    WITHDRAWN,
    REVOKED;

    /**
     * @param participant the status of the participant, null before a place was taken
     * @param lastAnswerAt null before the first answer
     * @param stalledAfter empty for never
     */
    static LinkStatus of(
            boolean revoked,
            @Nullable Instant openedAt,
            @Nullable String participant,
            @Nullable Instant consentedAt,
            @Nullable Instant lastAnswerAt,
            Optional<Duration> stalledAfter,
            Instant now) {
        if (revoked) {
            return REVOKED;
        }
        if (participant == null) {
            return openedAt == null ? UNUSED : OPENED;
        }
        if (!participant.equals("AT_WORK")) {
            return switch (participant) {
                case "WITHDRAWN" -> WITHDRAWN;
                case "RELEASED", "REPLACED" -> RELEASED;
                default -> DONE;
            };
        }
        Instant lastSign = lastAnswerAt == null ? consentedAt : lastAnswerAt;
        boolean stalled = lastSign != null
                && stalledAfter
                        .filter(after -> lastSign.plus(after).isBefore(now))
                        .isPresent();
        return stalled ? STALLED : lastAnswerAt == null ? CONSENTED : AT_WORK;
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
