package org.c25.models;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.function.Function;
import org.c25.comparison.ComparisonFigures;
import org.c25.comparison.ComparisonMeasure;
import org.c25.comparison.ParticipantRange;
import org.jspecify.annotations.Nullable;

@Schema(description = "How near one rater is to a reference; null where it is undefined")
record ModelMeasures(
        @Schema(description = "of which both have an expression")
        int expressionImages,

        @Schema(description = "of which both have valence") int valenceImages,

        @Schema(description = "of which both have arousal") int arousalImages,

        @Nullable Double accuracy,
        @Nullable Double cohenKappa,
        @Nullable Double macroF1,
        @Nullable Double valenceCcc,
        @Nullable Double arousalCcc,
        @Nullable Double valenceRmse,
        @Nullable Double arousalRmse,
        @Nullable Double valencePearson,
        @Nullable Double arousalPearson) {

    static ModelMeasures of(ComparisonFigures figures) {
        return new ModelMeasures(
                figures.expression().images(),
                figures.valence().images(),
                figures.arousal().images(),
                orNull(ComparisonMeasure.ACCURACY.of(figures)),
                orNull(ComparisonMeasure.KAPPA.of(figures)),
                orNull(ComparisonMeasure.MACRO_F1.of(figures)),
                orNull(ComparisonMeasure.VALENCE_CCC.of(figures)),
                orNull(ComparisonMeasure.AROUSAL_CCC.of(figures)),
                orNull(ComparisonMeasure.VALENCE_RMSE.of(figures)),
                orNull(ComparisonMeasure.AROUSAL_RMSE.of(figures)),
                orNull(ComparisonMeasure.VALENCE_PEARSON.of(figures)),
                orNull(ComparisonMeasure.AROUSAL_PEARSON.of(figures)));
    }

    /** Returns the figure, or null for NaN, which JSON does not have. */
    static @Nullable Double orNull(double figure) {
        return Double.isNaN(figure) ? null : figure;
    }

    /** One value for each measure, with the same names. */
    record Each<T>(
            T accuracy,
            T cohenKappa,
            T macroF1,
            T valenceCcc,
            T arousalCcc,
            T valenceRmse,
            T arousalRmse,
            T valencePearson,
            T arousalPearson) {

        static <T> Each<T> of(Function<ComparisonMeasure, T> what) {
            return new Each<>(
                    what.apply(ComparisonMeasure.ACCURACY),
                    what.apply(ComparisonMeasure.KAPPA),
                    what.apply(ComparisonMeasure.MACRO_F1),
                    what.apply(ComparisonMeasure.VALENCE_CCC),
                    what.apply(ComparisonMeasure.AROUSAL_CCC),
                    what.apply(ComparisonMeasure.VALENCE_RMSE),
                    what.apply(ComparisonMeasure.AROUSAL_RMSE),
                    what.apply(ComparisonMeasure.VALENCE_PEARSON),
                    what.apply(ComparisonMeasure.AROUSAL_PEARSON));
        }
    }

    @Schema(description = "Between what participants lie, each against all others")
    record ModelRange(
            @Nullable Double median,
            @Nullable Double least,
            @Nullable Double greatest,

            @Schema(
                    description =
                            "for how many it is defined, of those who rated ten images or half of those there are")
            int participants) {

        static ModelRange of(ParticipantRange range) {
            return new ModelRange(
                    orNull(range.median()), orNull(range.least()), orNull(range.greatest()), range.people());
        }
    }

    @Schema(description = "Than how many participants the model comes nearer to the others, on the same images")
    record BetterThan(
            int participants,

            @Schema(description = "how many can be compared")
            int of) {}
}
