package org.c25.models;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import org.c25.comparison.McNemar;
import org.c25.comparison.SideBySide;
import org.c25.models.ModelIntervals.ModelCeiling;
import org.c25.models.ModelIntervals.ModelEstimate;
import org.c25.models.ModelMeasures.Each;
import org.c25.models.ModelMeasures.ModelRange;
import org.jspecify.annotations.Nullable;

@Schema(description = "Models side by side, on the images of which all of them speak")
record ComparedReport(
        @Schema(description = "in words, which answers are looked at", example = "all answers")
        String selection,

        @Schema(description = "how many images are looked at")
        int images,

        @Schema(description = "whether images are left out on which any of the models was trained")
        boolean heldOut,

        @Schema(description = "how often the images were drawn for the intervals")
        int draws,

        List<ComparedModel> models,

        @Schema(description = "each participant against all others, on the same images; null without models") @Nullable
        Each<ModelRange> participantsAndOthers,

        List<ComparedPair> pairs) {

    static ComparedReport of(ComparedModels compared) {
        return new ComparedReport(
                compared.results().selection().words(),
                compared.results().ratings().images(),
                compared.heldOut(),
                compared.draws(),
                compared.lines().stream().map(ComparedModel::of).toList(),
                compared.lines().isEmpty() ? null : Each.of(measure -> ModelRange.of(compared.range(measure))),
                compared.pairs().stream()
                        .map(pair -> ComparedPair.of(compared, pair))
                        .toList());
    }

    /**
     * One model.
     *
     * @param figures its figures on the common images
     */
    record ComparedModel(
            @JsonUnwrapped ModelSummary model,

            @Schema(description = "of how many of the images looked at it says anything")
            int predicted,

            @Schema(description = "on how many of these it was trained, as its card says; 0 if nothing is known")
            int trainedOn,

            ModelMeasures figures,
            Each<ModelEstimate> intervals,
            Each<ModelCeiling> ceilings) {

        static ComparedModel of(ComparedModels.Line line) {
            return new ComparedModel(
                    ModelSummary.of(line.model()),
                    line.predicted(),
                    line.trainedOn(),
                    ModelMeasures.of(line.figures().figures()),
                    Each.of(measure -> ModelEstimate.of(
                            Objects.requireNonNull(line.figures().estimates().get(measure)))),
                    Each.of(measure -> ModelCeiling.of(line.beside().ceiling(measure))));
        }
    }

    @Schema(description = "Two models on the same images")
    record ComparedPair(
            @Schema(description = "the first one's id") long model,

            @Schema(description = "the second one's id") long other,

            @Schema(description = "the first one's figure less the second one's")
            Each<ModelEstimate> differences,

            ComparedAccuracy accuracy,

            @Schema(description = "the second held against the first")
            ModelMeasures agreement) {

        static ComparedPair of(ComparedModels compared, SideBySide.Pair pair) {
            return new ComparedPair(
                    compared.lines().get(pair.one()).model().id(),
                    compared.lines().get(pair.other()).model().id(),
                    Each.of(measure -> ModelEstimate.of(
                            Objects.requireNonNull(pair.differences().get(measure)))),
                    ComparedAccuracy.of(pair),
                    ModelMeasures.of(pair.between()));
        }
    }

    @Schema(description = "McNemar's exact test of the difference in accuracy")
    record ComparedAccuracy(
            int bothRight,
            int firstRight,
            int secondRight,
            int neitherRight,

            @Schema(description = "two-sided; null without images") @Nullable
            Double p,

            @Schema(description = "adjusted for all pairs after Holm") @Nullable
            Double adjustedP) {

        static ComparedAccuracy of(SideBySide.Pair pair) {
            McNemar test = pair.accuracy();
            return new ComparedAccuracy(
                    test.both(),
                    test.first(),
                    test.second(),
                    test.neither(),
                    ModelMeasures.orNull(test.p()),
                    ModelMeasures.orNull(pair.adjusted()));
        }
    }
}
