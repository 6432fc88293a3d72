package org.c25.models;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.function.Function;
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
        @Nullable Double arousalRmse) {

    static ModelMeasures of(Figures figures) {
        return new ModelMeasures(
                figures.expression().images(),
                figures.valence().images(),
                figures.arousal().images(),
                orNull(Measure.ACCURACY.of(figures)),
                orNull(Measure.KAPPA.of(figures)),
                orNull(Measure.MACRO_F1.of(figures)),
                orNull(Measure.VALENCE_CCC.of(figures)),
                orNull(Measure.AROUSAL_CCC.of(figures)),
                orNull(Measure.VALENCE_RMSE.of(figures)),
                orNull(Measure.AROUSAL_RMSE.of(figures)));
    }

    /** JSON has no NaN. */
    static @Nullable Double orNull(double figure) {
        return Double.isNaN(figure) ? null : figure;
    }

    /** Something of each measure, with the same names. */
    record Each<T>(T accuracy, T cohenKappa, T macroF1, T valenceCcc, T arousalCcc, T valenceRmse, T arousalRmse) {

        static <T> Each<T> of(Function<Measure, T> what) {
            return new Each<>(
                    what.apply(Measure.ACCURACY),
                    what.apply(Measure.KAPPA),
                    what.apply(Measure.MACRO_F1),
                    what.apply(Measure.VALENCE_CCC),
                    what.apply(Measure.AROUSAL_CCC),
                    what.apply(Measure.VALENCE_RMSE),
                    what.apply(Measure.AROUSAL_RMSE));
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

        static ModelRange of(Range range) {
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
