package org.c25.planning;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.c25.agreement.Basis;
import org.c25.agreement.Estimate;
import org.c25.reliability.ExpressionReliability;
import org.c25.reliability.MajorityReliability;
import org.c25.reliability.RatersNeeded;
import org.c25.reliability.Reliability;
import org.c25.reliability.ScaleReliability;
import org.c25.reliability.VarianceComponents;
import org.jspecify.annotations.Nullable;

/** How reliable the answers are, for programs. A figure that is undefined is null: JSON has no NaN. */
public record ReliabilityView(
        @Schema(description = "the seed of all draws") long seed,
        ExpressionView expression,
        ScaleView valence,
        ScaleView arousal) {

    /** The most raters for whom the curves are given; twice those there are, if that is less. */
    private static final int MOST = 50;

    public static ReliabilityView of(Reliability reliability) {
        return new ReliabilityView(
                reliability.seed(),
                ExpressionView.of(reliability.expression()),
                ScaleView.of(reliability.valence()),
                ScaleView.of(reliability.arousal()));
    }

    private static IntStream raters(Basis basis) {
        return IntStream.rangeClosed(1, Math.min(MOST, 2 * basis.participants()));
    }

    private static @Nullable Double orNull(double figure) {
        return Double.isFinite(figure) ? figure : null;
    }

    public record ExpressionView(
            @Schema(description = "with answers of two or more participants")
            int images,

            int participants,

            @Schema(description = "how often two groups of raters were drawn")
            int draws,

            @Schema(description = "Cohen's κ between the majority votes of two groups of so many raters")
            List<MajorityView> majority,

            List<NeededView> needed,

            @Schema(description = "why the figures are null; else null") @Nullable
            String undefined) {

        static ExpressionView of(ExpressionReliability one) {
            MajorityReliability majority = one.majority();
            return new ExpressionView(
                    one.basis().images(),
                    one.basis().participants(),
                    majority.draws(),
                    raters(one.basis())
                            .mapToObj(k -> new MajorityView(
                                    k,
                                    orNull(majority.at(k).value()),
                                    orNull(majority.at(k).low()),
                                    orNull(majority.at(k).high()),
                                    majority.isDrawn(k)))
                            .toList(),
                    one.needed().stream().map(NeededView::of).toList(),
                    majority.at(1).isDefined()
                            ? null
                            : one.basis().whyUndefined().words());
        }
    }

    /** @param drawn whether it was drawn, and not reckoned by Spearman and Brown from half of the raters */
    public record MajorityView(
            int raters,
            @Nullable Double kappa,
            @Nullable Double low,
            @Nullable Double high,
            boolean drawn) {}

    /** How many raters it takes; null where it is unknown, or no number is enough. */
    public record NeededView(
            @Schema(description = "the reliability that is wanted")
            double reliability,

            @Nullable Double raters,
            @Nullable Double low,
            @Nullable Double high) {

        static NeededView of(RatersNeeded one) {
            return new NeededView(one.wanted(), orNull(one.raters()), orNull(one.low()), orNull(one.high()));
        }
    }

    public record ScaleView(
            @Schema(description = "that all participants with any answer have answered")
            int images,

            int participants,

            @Schema(description = "repeats with both answers; ten tell image × rater from error")
            int repeats,

            List<ComponentView> components,
            List<CoefficientView> coefficients,

            @Schema(description = "for the values of the images' means: Φ")
            List<NeededView> needed,

            @Schema(description = "for the order of the images: Eρ²")
            List<NeededView> neededForOrder,

            List<PointView> curve,

            @Schema(description = "why the figures are null; else null") @Nullable
            String undefined) {

        static ScaleView of(ScaleReliability one) {
            VarianceComponents parts = one.components();
            Basis basis = parts.basis();
            return new ScaleView(
                    basis.images(),
                    basis.participants(),
                    parts.repeats(),
                    Stream.of(
                                    component("image", parts, parts.image()),
                                    component("rater", parts, parts.rater()),
                                    component("residual", parts, parts.residual()),
                                    component("imageByRater", parts, parts.imageByRater()),
                                    component("error", parts, parts.error()))
                            .toList(),
                    List.of(
                            coefficient("icc21", one.one(), "F"),
                            coefficient("icc31", one.order(), "F"),
                            coefficient("cronbachAlpha", one.alpha(), "F"),
                            coefficient(
                                    "mcdonaldOmega",
                                    one.omega(),
                                    "bootstrap over images, " + one.omegaDraws() + " draws"),
                            coefficient(
                                    "splitHalf",
                                    one.splitHalf().estimate(),
                                    one.splitHalf().splits() + " draws of halves and images")),
                    one.needed().stream().map(NeededView::of).toList(),
                    one.neededForOrder().stream().map(NeededView::of).toList(),
                    one.curve((int) raters(basis).count()).stream()
                            .map(PointView::of)
                            .toList(),
                    parts.isDefined() ? null : basis.whyUndefined().words());
        }

        private static ComponentView component(String name, VarianceComponents parts, Estimate one) {
            return new ComponentView(
                    name, orNull(one.value()), orNull(one.low()), orNull(one.high()), orNull(parts.share(one)));
        }

        private static CoefficientView coefficient(String name, Estimate one, String interval) {
            return new CoefficientView(
                    name,
                    orNull(one.value()),
                    orNull(one.low()),
                    orNull(one.high()),
                    one.hasInterval() ? interval : "");
        }
    }

    /**
     * A component of variance.
     *
     * @param variance in squares of the scale's unit; may be negative
     * @param share of the variance of one answer, 0 … 1
     */
    public record ComponentView(
            String component,
            @Nullable Double variance,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Double share) {}

    public record CoefficientView(
            String coefficient,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,

            @Schema(description = "where low and high come from; empty where there are none")
            String interval) {}

    /** A point of the D-study: Φ and Eρ² of the mean of so many raters, with their intervals. */
    public record PointView(
            int raters,
            @Nullable Double absolute,
            @Nullable Double absoluteLow,
            @Nullable Double absoluteHigh,
            @Nullable Double relative,
            @Nullable Double relativeLow,
            @Nullable Double relativeHigh) {

        static PointView of(ScaleReliability.Point point) {
            Estimate absolute = point.absolute();
            Estimate relative = point.relative();
            return new PointView(
                    point.raters(),
                    orNull(absolute.value()),
                    orNull(absolute.low()),
                    orNull(absolute.high()),
                    orNull(relative.value()),
                    orNull(relative.low()),
                    orNull(relative.high()));
        }
    }
}
