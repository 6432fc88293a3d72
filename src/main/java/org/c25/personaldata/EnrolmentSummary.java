package org.c25.personaldata;

import java.time.Instant;
import java.util.List;
import org.c25.participation.SlotChange;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a participant besides the trials and the answers to them.
 *
 * @param seenAt when they last answered or opened a page, to the minute; null if never since their consent
 * @param stalledAt since when they are taken for stalled; null while they are not
 * @param language in which they consented, a BCP 47 tag; null where nobody said
 * @param consentVersion which of the study's texts they agreed to; null from before texts had versions
 * @param consentSha256 of that text, as it stood before them
 * @param seed that the order of their trials was drawn from
 * @param trialOrdering how that order was drawn
 * @param repeatShare the share of images shown twice
 * @param repeatMinimumLag the least number of trials in between
 * @param dimensionOrder the controls from the top
 * @param scaleDirection from left to right
 * @param places what happened to the places they had, the oldest first
 * @param questions what they said of themselves, in the order of part and key
 */
public record EnrolmentSummary(
        Instant consentedAt,
        @Nullable Instant completedAt,
        @Nullable Instant seenAt,
        @Nullable Instant stalledAt,
        @Nullable String language,
        @Nullable Integer consentVersion,
        @Nullable String consentSha256,
        @Nullable Long seed,
        @Nullable String trialOrdering,
        @Nullable Double repeatShare,
        @Nullable Integer repeatMinimumLag,
        @Nullable String dimensionOrder,
        @Nullable String scaleDirection,
        @Nullable Boolean inOrder,
        @Nullable Integer minimumViewingMillis,
        List<PlaceEvent> places,
        List<QuestionAnswered> questions) {

    /** @param place the column {@code participant{place}}; @param note why, as far as somebody said */
    public record PlaceEvent(
            int place,
            SlotChange what,
            Instant at,
            @Nullable String note) {}

    /** @param part {@code BEFORE} or {@code AFTER} the trials; @param question its key */
    public record QuestionAnswered(String part, String question, String answer) {}
}
