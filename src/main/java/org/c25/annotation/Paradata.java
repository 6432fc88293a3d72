package org.c25.annotation;

import org.jspecify.annotations.Nullable;

/**
 * The paradata of an answer (after Couper 1998): how it was given, as the client observed it. A value that was not
 * observed is null. Times are in milliseconds, from the moment at which the face appeared, without the time in which
 * the page was out of sight.
 *
 * @param responseTimeMillis the time to the answer
 * @param expressionTimeMillis the time to the last choice of an expression
 * @param valenceTimeMillis the time to the last choice of a valence
 * @param arousalTimeMillis the time to the last choice of an arousal
 * @param hiddenTimeMillis how long the page was out of sight
 * @param changes how many choices were changed before the answer was given
 * @param inputDevice {@code mouse}, {@code touch}, {@code pen} or {@code keyboard}
 * @param viewportWidth the width of the page, in CSS pixels
 * @param viewportHeight the height of the page, in CSS pixels
 * @param dimmed whether the page around the face was dimmed
 */
public record Paradata(
        @Nullable Long responseTimeMillis,
        @Nullable Long expressionTimeMillis,
        @Nullable Long valenceTimeMillis,
        @Nullable Long arousalTimeMillis,
        @Nullable Long hiddenTimeMillis,
        @Nullable Integer changes,
        @Nullable String inputDevice,
        @Nullable Integer viewportWidth,
        @Nullable Integer viewportHeight,
        @Nullable Boolean dimmed) {

    static final String DEVICES = "mouse|touch|pen|keyboard";

    /** The paradata of an answer that was sent without a script: nothing was observed. */
    static final Paradata NONE = new Paradata(null, null, null, null, null, null, null, null, null, null);
}
