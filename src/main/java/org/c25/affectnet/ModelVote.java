package org.c25.affectnet;

import org.c25.affect.Expression;
import org.jspecify.annotations.Nullable;

/**
 * The prediction of one model for one image; a part is null where the model says nothing. Valence and arousal go from
 * −1 to 1.
 */
public record ModelVote(
        @Nullable Expression expression,
        @Nullable Double valence,
        @Nullable Double arousal) {}
