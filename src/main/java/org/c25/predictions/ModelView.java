package org.c25.predictions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A model rater of a set.
 *
 * @param coding the codes that its file had
 * @param noneOfEight of how many images it said none of the eight expressions
 * @param sha256 the SHA-256 of its file
 * @param card what is known of its card; null if it has none
 * @param addedBy an account's name
 */
public record ModelView(
        long id,
        String name,
        String note,
        LabelScheme coding,
        int noneOfEight,
        String sha256,
        @Nullable Card card,
        String addedBy,
        Instant addedAt) {

    /**
     * A model's card.
     *
     * @param sha256 the SHA-256 of the card
     * @param hasSplit whether it says on which images the model was trained
     */
    public record Card(String sha256, boolean hasSplit) {}

    /** Whether it is known on which images the model was trained. */
    public boolean hasSplit() {
        return card != null && card.hasSplit();
    }
}
