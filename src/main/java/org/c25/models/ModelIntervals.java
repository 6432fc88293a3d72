package org.c25.models;

import io.swagger.v3.oas.annotations.media.Schema;
import org.c25.agreement.Estimate;
import org.c25.comparison.Disattenuated;
import org.c25.comparison.NoiseCeiling;
import org.jspecify.annotations.Nullable;

/** How far figures of models can be trusted, as the API tells it. */
final class ModelIntervals {

    private ModelIntervals() {}

    @Schema(description = "A figure and its interval of 95 %; null where it is undefined")
    record ModelEstimate(
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high) {

        static ModelEstimate of(Estimate estimate) {
            return new ModelEstimate(
                    ModelMeasures.orNull(estimate.value()),
                    ModelMeasures.orNull(estimate.low()),
                    ModelMeasures.orNull(estimate.high()));
        }
    }

    @Schema(description = "How well a model, the other people and all people tell what a single person says")
    record ModelCeiling(
            @Schema(description = "the model against each person, the mean over the people") @Nullable
            Double model,

            @Schema(description = "the majority vote or the mean of the others, against the same people") @Nullable
            Double lower,

            @Schema(description = "the majority vote or the mean of all, the person included") @Nullable
            Double upper,

            int participants) {

        static ModelCeiling of(NoiseCeiling ceiling) {
            return new ModelCeiling(
                    ModelMeasures.orNull(ceiling.model()),
                    ModelMeasures.orNull(ceiling.lower()),
                    ModelMeasures.orNull(ceiling.upper()),
                    ceiling.people());
        }
    }

    @Schema(description = "A correlation with the mean of the participants, corrected for attenuation")
    record ModelCorrelation(
            @Nullable Double pearson,

            @Schema(description = "of the mean of the participants") @Nullable
            Double reliability,

            @Schema(
                    description =
                            "cronbachAlpha where all answered all images, else henderson, by components of variance")
            String reliabilityBy,

            @Schema(description = "the most that a model can be expected to reach: the root of the reliability")
            @Nullable
            Double ceiling,

            ModelEstimate corrected,

            @Schema(description = "whether the corrected one was above 1, and cut to it")
            boolean cut) {

        static ModelCorrelation of(Disattenuated one) {
            return new ModelCorrelation(
                    ModelMeasures.orNull(one.pearson()),
                    ModelMeasures.orNull(one.reliability()),
                    one.complete() ? "cronbachAlpha" : "henderson",
                    ModelMeasures.orNull(one.ceiling()),
                    ModelEstimate.of(one.corrected()),
                    one.cut());
        }
    }
}
