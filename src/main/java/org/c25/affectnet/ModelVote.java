package org.c25.affectnet;

import org.c25.affect.Expression;
import org.jspecify.annotations.Nullable;

/** What one model says of one image; null where it says nothing. Valence and arousal are −1 … 1. */
public record ModelVote(
        @Nullable Expression expression,
        @Nullable Double valence,
        @Nullable Double arousal) {}
