package org.c25.models;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.c25.models.ModelMeasures.Each;
import org.c25.models.ModelMeasures.ModelRange;
import org.jspecify.annotations.Nullable;

@Schema(description = "The models of a set beside its participants")
record ModelList(
        @Schema(description = "in words, which answers are looked at", example = "all answers")
        String selection,

        @Schema(description = "how many images are looked at")
        int images,

        List<ModelLine> models,

        @Schema(description = "each participant against the majority vote and the means of all others, on all images")
        Each<ModelRange> participants) {

    static ModelList of(ModelsOverview overview) {
        return new ModelList(
                overview.results().selection().words(),
                overview.images(),
                overview.models().stream().map(ModelLine::of).toList(),
                Each.of(measure -> ModelRange.of(overview.range(measure))));
    }

    /**
     * One model.
     *
     * @param images the number of images of which the model says anything
     */
    record ModelLine(
            @JsonUnwrapped ModelSummary model,
            int images,

            @Schema(description = "against the majority vote and the means of valence and arousal")
            ModelMeasures figures,

            @Schema(description = "on how many of the images looked at it was trained; null if nobody knows") @Nullable
            Integer trainedOn) {

        static ModelLine of(ModelsOverview.Line line) {
            return new ModelLine(
                    ModelSummary.of(line.model()),
                    line.predicted(),
                    ModelMeasures.of(line.together()),
                    line.model().hasSplit() ? line.trainedOn() : null);
        }
    }
}
