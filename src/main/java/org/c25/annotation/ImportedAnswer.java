package org.c25.annotation;

import org.c25.affect.Expression;
import org.c25.affect.Step;
import org.jspecify.annotations.Nullable;

/**
 * An answer from a file, at least one part of which is there.
 *
 * @param position of the trial, which for an imported participant is the position of the item
 */
public record ImportedAnswer(
        int position,
        @Nullable Expression expression,
        @Nullable Step valence,
        @Nullable Step arousal) {}
