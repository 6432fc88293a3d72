package org.c25.annotation;

import org.jspecify.annotations.Nullable;

/**
 * How an answer came about, as the client observed it (paradata, after Couper 1998). Anything may be null: not observed.
 * Times are in milliseconds, from the face's appearance, without the time in which the page was out of sight.
 *
 * @param responseTimeMillis to the answer
 * @param expressionTimeMillis to the last choice of an expression
 * @param valenceTimeMillis to the last choice on this scale
 * @param arousalTimeMillis to the last choice on this scale
 * @param hiddenTimeMillis how long the page was out of sight
 * @param changes how many choices were changed before the answer was given
 * @param inputDevice {@code mouse}, {@code touch}, {@code pen} or {@code keyboard}
 * @param viewportWidth in CSS pixels
 * @param viewportHeight in CSS pixels
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

    /** Of an answer that came without a script. */
    static final Paradata NONE = new Paradata(null, null, null, null, null, null, null, null, null, null);
}
