package org.c25.personaldata;

import java.time.Instant;
import java.util.List;
import org.c25.participation.SlotChange;
import org.jspecify.annotations.Nullable;

/**
 * The data that are kept of a participant besides the trials and the answers to them.
 *
 * @param seenAt when they last answered or opened a page, to the minute; null if never since their consent
 * @param stalledAt since when they are marked as stalled; null while they are not
 * @param language the language in which they consented, a BCP 47 tag; null if it is not known
 * @param consentVersion the version of the study's text to which they agreed; null if it is from before texts had
 *     versions
 * @param consentSha256 the SHA-256 of that text, as it was shown to them
 * @param seed the seed from which the order of their trials was drawn
 * @param trialOrdering how that order was drawn
 * @param repeatShare the share of images shown twice
 * @param repeatMinimumLag the least number of trials from a first showing to its repeat
 * @param dimensionOrder the order of the controls, from the top
 * @param scaleDirection the direction of the scales, from left to right
 * @param labelLanguages the languages of the labels they saw, such as {@code en ko}; null if not known
 * @param instructionsLanguage the language of the instructions they saw, {@code und} if the study did not say it; null
 *     if not known
 * @param places what happened to the slots they had, the oldest first
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
        @Nullable String labelLanguages,
        @Nullable String instructionsLanguage,
        List<PlaceEvent> places,
        List<QuestionAnswered> questions) {

    /**
     * Something that happened to a slot of theirs.
     *
     * @param place the slot, as in the column {@code participant{slot}}
     * @param note why, as far as somebody said
     */
    public record PlaceEvent(
            int place,
            SlotChange what,
            Instant at,
            @Nullable String note) {}

    /**
     * An answer to a question about the person.
     *
     * @param part {@code BEFORE} or {@code AFTER} the trials
     * @param question the question's key
     * @param language the language of its words, {@code und} if the study did not say it; null if not known
     */
    public record QuestionAnswered(
            String part,
            String question,
            String answer,
            @Nullable String language) {}
}
