package org.c25.planning;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.IntStream;
import org.c25.agreement.Basis;
import org.c25.reliability.ExpressionReliability;
import org.c25.reliability.MajorityReliability;
import org.c25.reliability.RatersNeeded;
import org.c25.reliability.Reliability;
import org.jspecify.annotations.Nullable;

/** How reliable the answers are, for programs. A figure that is undefined is null: JSON has no NaN. */
public record ReliabilityView(
        @Schema(description = "the seed of all draws") long seed,
        ExpressionReliabilityView expression,
        ScaleReliabilityView valence,
        ScaleReliabilityView arousal) {

    /** The most raters for whom the curves are given; twice those there are, if that is less. */
    private static final int MOST = 50;

    public static ReliabilityView of(Reliability reliability) {
        return new ReliabilityView(
                reliability.seed(),
                ExpressionReliabilityView.of(reliability.expression()),
                ScaleReliabilityView.of(reliability.valence()),
                ScaleReliabilityView.of(reliability.arousal()));
    }

    static IntStream raters(Basis basis) {
        return IntStream.rangeClosed(1, Math.min(MOST, 2 * basis.participants()));
    }

    static @Nullable Double orNull(double figure) {
        return Double.isFinite(figure) ? figure : null;
    }

    public record ExpressionReliabilityView(
            @Schema(description = "with answers of two or more participants")
            int images,

            int participants,

            @Schema(description = "how often two groups of raters were drawn")
            int draws,

            @Schema(description = "Cohen's κ between the majority votes of two groups of so many raters")
            List<MajorityReliabilityView> majority,

            List<RatersNeededView> needed,

            @Schema(description = "why the figures are null; else null") @Nullable
            String undefined,

            @Schema(description = "what to mind where answers lack; else null") @Nullable
            String warning) {

        static ExpressionReliabilityView of(ExpressionReliability one) {
            MajorityReliability majority = one.majority();
            return new ExpressionReliabilityView(
                    one.basis().images(),
                    one.basis().participants(),
                    majority.draws(),
                    raters(one.basis())
                            .mapToObj(k -> new MajorityReliabilityView(
                                    k,
                                    orNull(majority.at(k).value()),
                                    orNull(majority.at(k).low()),
                                    orNull(majority.at(k).high()),
                                    majority.isDrawn(k)))
                            .toList(),
                    one.needed().stream().map(RatersNeededView::of).toList(),
                    majority.at(1).isDefined() ? null : one.whyUndefined().words(),
                    one.warning().orElse(null));
        }
    }

    /** @param drawn whether it was drawn, and not reckoned by Spearman and Brown from half of the raters */
    public record MajorityReliabilityView(
            int raters,
            @Nullable Double kappa,
            @Nullable Double low,
            @Nullable Double high,
            boolean drawn) {}

    /** How many raters it takes; null where it is unknown, or no number is enough. */
    public record RatersNeededView(
            @Schema(description = "the reliability that is wanted")
            double reliability,

            @Nullable Double raters,
            @Nullable Double low,
            @Nullable Double high) {

        static RatersNeededView of(RatersNeeded one) {
            return new RatersNeededView(one.wanted(), orNull(one.raters()), orNull(one.low()), orNull(one.high()));
        }
    }
}
