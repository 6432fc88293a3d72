package org.c25.models;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.c25.affect.Dimension;
import org.c25.affect.Expression;
import org.c25.comparison.ComparisonFigures;
import org.c25.comparison.ExpressionFigures;
import org.c25.comparison.ModelComparison;
import org.c25.comparison.ParticipantComparison;
import org.c25.comparison.ScaleFigures;
import org.c25.models.ModelIntervals.ModelCeiling;
import org.c25.models.ModelIntervals.ModelCorrelation;
import org.c25.models.ModelIntervals.ModelEstimate;
import org.c25.models.ModelMeasures.BetterThan;
import org.c25.models.ModelMeasures.Each;
import org.c25.models.ModelMeasures.ModelRange;
import org.jspecify.annotations.Nullable;

@Schema(description = "A model held against the participants of a set; null where a figure is undefined")
record ModelReport(
        ModelSummary model,

        @Schema(description = "in words, which answers are looked at", example = "all answers")
        String selection,

        @Schema(description = "how many images are looked at")
        int images,

        @Schema(description = "of how many of them the model says anything")
        int predicted,

        @Schema(description = "against the majority vote, the smallest code on a tie")
        ModelExpression expression,

        ModelScale valence,
        ModelScale arousal,

        @Schema(description = "each participant against all others, on the images of which the model speaks")
        Each<ModelRange> participantsAndOthers,

        Each<BetterThan> betterThan,

        @Schema(description = "whether images are left out on which the model was trained")
        boolean heldOut,

        @Schema(description = "on how many of the images looked at it was trained; null if nobody knows") @Nullable
        Integer trainedOn,

        @Schema(description = "values that lay outside -1 to 1 and were cut, in its whole file")
        ModelClamped clamped,

        @Schema(description = "the figures with their intervals, by drawing images")
        Each<ModelEstimate> intervals,

        Each<ModelCeiling> ceilings,
        ModelCorrelation valenceCorrected,
        ModelCorrelation arousalCorrected,

        @Schema(
                description = "how well its class scores foretell the participants' answers; null where they are no"
                        + " probabilities, or there are none")
        @Nullable
        ModelCalibrationReport calibration,

        List<ModelAndParticipant> participants) {

    record ModelClamped(int valence, int arousal) {}

    static ModelReport of(ModelDetail detail) {
        ModelComparison comparison = detail.comparison();
        ComparisonFigures together = comparison.together();
        ComparisonFigures majority = comparison.majority();
        return new ModelReport(
                ModelSummary.of(detail.model()),
                detail.results().selection().words(),
                comparison.images(),
                comparison.predicted(),
                ModelExpression.of(together.expression()),
                new ModelScale(ModelScaleFigures.of(together.valence()), ModelScaleFigures.of(majority.valence())),
                new ModelScale(ModelScaleFigures.of(together.arousal()), ModelScaleFigures.of(majority.arousal())),
                Each.of(measure -> ModelRange.of(comparison.range(measure))),
                Each.of(measure -> new BetterThan(comparison.better(measure), comparison.comparable(measure))),
                detail.heldOut(),
                detail.model().hasSplit() ? detail.trainedOn() : null,
                new ModelClamped(
                        detail.predictions().clamped(Dimension.VALENCE),
                        detail.predictions().clamped(Dimension.AROUSAL)),
                Each.of(measure -> ModelEstimate.of(detail.estimate(measure))),
                Each.of(measure -> ModelCeiling.of(comparison.ceiling(measure))),
                ModelCorrelation.of(detail.valence()),
                ModelCorrelation.of(detail.arousal()),
                ModelCalibrationReport.of(detail.calibration()),
                comparison.people().stream().map(ModelAndParticipant::of).toList());
    }

    record ModelExpression(
            int images,
            @Nullable Double accuracy,
            @Nullable Double cohenKappa,
            @Nullable Double macroF1,
            List<ModelClass> classes,

            @Schema(description = "images by the participants' expression, then the model's, by code 0 … 7")
            List<List<Integer>> confusion) {

        static ModelExpression of(ExpressionFigures figures) {
            return new ModelExpression(
                    figures.images(),
                    ModelMeasures.orNull(figures.accuracy()),
                    ModelMeasures.orNull(figures.kappa()),
                    ModelMeasures.orNull(figures.macroF1()),
                    figures.classes().stream().map(ModelClass::of).toList(),
                    figures.confusion());
        }
    }

    record ModelClass(
            @Schema(description = "C25 code 0 … 7") int expression,

            String name,

            @Schema(description = "images with this majority vote")
            int participants,

            @Schema(description = "images of which the model says it")
            int model,

            @Nullable Double recall,
            @Nullable Double precision,
            @Nullable Double f1) {

        static ModelClass of(ExpressionFigures.ClassFigures figures) {
            Expression expression = figures.expression();
            return new ModelClass(
                    expression.code(),
                    expression.english(),
                    figures.reference(),
                    figures.rater(),
                    ModelMeasures.orNull(figures.recall()),
                    ModelMeasures.orNull(figures.precision()),
                    ModelMeasures.orNull(figures.f1()));
        }
    }

    record ModelScale(
            @Schema(description = "against the mean of the participants")
            ModelScaleFigures mean,

            @Schema(description = "against the step with the most votes, the lowest on a tie")
            ModelScaleFigures majority) {}

    record ModelScaleFigures(
            int images,
            @Nullable Double ccc,
            @Nullable Double pearson,
            @Nullable Double rmse,
            @Nullable Double mae,

            @Schema(description = "mean of model less participants") @Nullable
            Double bias,

            @Schema(description = "share of images with the same sign") @Nullable
            Double sagr) {

        static ModelScaleFigures of(ScaleFigures figures) {
            return new ModelScaleFigures(
                    figures.images(),
                    ModelMeasures.orNull(figures.ccc()),
                    ModelMeasures.orNull(figures.pearson()),
                    ModelMeasures.orNull(figures.rmse()),
                    ModelMeasures.orNull(figures.mae()),
                    ModelMeasures.orNull(figures.bias()),
                    ModelMeasures.orNull(figures.sagr()));
        }
    }

    record ModelAndParticipant(
            @Schema(description = "the slot") int participant,

            @Schema(description = "the model against the participant")
            ModelMeasures model,

            @Schema(description = "the participant against all others, on the images of which the model speaks")
            ModelMeasures others,

            @Schema(description = "the model against the same others, on the same images")
            ModelMeasures modelAndOthers) {

        static ModelAndParticipant of(ParticipantComparison one) {
            return new ModelAndParticipant(
                    one.slot(),
                    ModelMeasures.of(one.model()),
                    ModelMeasures.of(one.others()),
                    ModelMeasures.of(one.modelAndOthers()));
        }
    }
}
