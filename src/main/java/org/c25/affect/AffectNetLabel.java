package org.c25.affect;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * AffectNet's own label of an image, in its own codes.
 *
 * @param expression 0 … 10: neutral, happiness, sadness, surprise, fear, disgust, anger, contempt, none, uncertain, no
 *     face; null if not known
 * @param valence −1 … 1, or −2 where AffectNet has it undefined; null if not known
 * @param arousal as for the valence
 */
public record AffectNetLabel(
        @Nullable Integer expression,
        @Nullable Double valence,
        @Nullable Double arousal) {

    public static final AffectNetLabel UNKNOWN = new AffectNetLabel(null, null, null);

    /** Returns the expression as one of the eight, or empty if AffectNet gives none of them. */
    public Optional<Expression> asExpression() {
        return expression == null ? Optional.empty() : Expression.ofAffectNetCode(expression);
    }
}
