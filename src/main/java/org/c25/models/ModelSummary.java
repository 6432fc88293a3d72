package org.c25.models;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.c25.predictions.ModelView;
import org.jspecify.annotations.Nullable;

@Schema(description = "A model rater of a set")
record ModelSummary(
        long id,
        String name,
        String note,

        @Schema(description = "c25 or affectnet: the codes that its file had")
        String coding,

        @Schema(description = "of the file that was sent, in hexadecimal")
        String sha256,

        String addedBy,
        Instant addedAt,

        @Schema(description = "images of which it said none of the eight expressions; they count as not predicted")
        int noneOfTheEight,

        @Schema(description = "of its card, in hexadecimal; null if it has none") @Nullable
        String cardSha256,

        @Schema(description = "whether the card says on which images it was trained")
        boolean splitKnown) {

    static ModelSummary of(ModelView model) {
        return new ModelSummary(
                model.id(),
                model.name(),
                model.note(),
                model.coding().key(),
                model.sha256(),
                model.addedBy(),
                model.addedAt(),
                model.noneOfEight(),
                model.card() == null ? null : model.card().sha256(),
                model.hasSplit());
    }
}
