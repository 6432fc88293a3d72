package org.c25.trainer.predict;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a network says of one picture.
 *
 * @param scores the probability of each expression by its C25 code, 0 for one that the network hasn't; null if it says none
 * @param givenValence the valence on the scale of −1 to 1, but as far outside as the network went; null if it says none
 * @param givenArousal the same of the arousal
 */
record Reading(
        double @Nullable [] scores,
        @Nullable Double givenValence,
        @Nullable Double givenArousal) {

    /** Returns the C25 code of the expression with the highest score, of several the smallest. */
    int expression() {
        double[] all = Objects.requireNonNull(scores);
        int best = 0;
        for (int code = 1; code < all.length; code++) {
            if (all[code] > all[best]) {
                best = code;
            }
        }
        return best;
    }

    @Nullable
    Double valence() {
        return clamped(givenValence);
    }

    @Nullable
    Double arousal() {
        return clamped(givenArousal);
    }

    boolean isValenceClamped() {
        return isOutside(givenValence);
    }

    boolean isArousalClamped() {
        return isOutside(givenArousal);
    }

    private static @Nullable Double clamped(@Nullable Double given) {
        return given == null ? null : Math.max(-1.0, Math.min(1.0, given));
    }

    private static boolean isOutside(@Nullable Double given) {
        return given != null && (given < -1 || given > 1);
    }
}
