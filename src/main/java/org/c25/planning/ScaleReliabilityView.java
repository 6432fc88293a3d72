package org.c25.planning;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.Stream;
import org.c25.agreement.Basis;
import org.c25.agreement.Estimate;
import org.c25.reliability.ScaleReliability;
import org.c25.reliability.VarianceComponents;
import org.jspecify.annotations.Nullable;

/** How reliable valence or arousal is, for programs. */
public record ScaleReliabilityView(
        @Schema(description = "that all participants with any answer have answered")
        int images,

        int participants,

        @Schema(description = "repeats with both answers; ten tell image × rater from error")
        int repeats,

        List<VarianceComponentView> components,
        List<ReliabilityCoefficientView> coefficients,

        @Schema(description = "for the values of the images' means: Φ")
        List<ReliabilityView.RatersNeededView> needed,

        @Schema(description = "for the order of the images: Eρ²")
        List<ReliabilityView.RatersNeededView> neededForOrder,

        List<DecisionPointView> curve,

        @Schema(description = "why the figures are null; else null") @Nullable
        String undefined) {

    static ScaleReliabilityView of(ScaleReliability one) {
        VarianceComponents parts = one.components();
        Basis basis = parts.basis();
        return new ScaleReliabilityView(
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
                                "mcdonaldOmega", one.omega(), "bootstrap over images, " + one.omegaDraws() + " draws"),
                        coefficient(
                                "splitHalf",
                                one.splitHalf().estimate(),
                                one.splitHalf().splits() + " draws of halves and images")),
                one.needed().stream().map(ReliabilityView.RatersNeededView::of).toList(),
                one.neededForOrder().stream()
                        .map(ReliabilityView.RatersNeededView::of)
                        .toList(),
                one.curve((int) ReliabilityView.raters(basis).count()).stream()
                        .map(DecisionPointView::of)
                        .toList(),
                parts.isDefined() ? null : basis.whyUndefined().words());
    }

    private static VarianceComponentView component(String name, VarianceComponents parts, Estimate one) {
        return new VarianceComponentView(
                name,
                ReliabilityView.orNull(one.value()),
                ReliabilityView.orNull(one.low()),
                ReliabilityView.orNull(one.high()),
                ReliabilityView.orNull(parts.share(one)));
    }

    private static ReliabilityCoefficientView coefficient(String name, Estimate one, String interval) {
        return new ReliabilityCoefficientView(
                name,
                ReliabilityView.orNull(one.value()),
                ReliabilityView.orNull(one.low()),
                ReliabilityView.orNull(one.high()),
                one.hasInterval() ? interval : "");
    }

    /**
     * A component of variance.
     *
     * @param variance in squares of the scale's unit; may be negative
     * @param share of the variance of one answer, 0 … 1
     */
    public record VarianceComponentView(
            String component,
            @Nullable Double variance,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Double share) {}

    public record ReliabilityCoefficientView(
            String coefficient,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,

            @Schema(description = "where low and high come from; empty where there are none")
            String interval) {}

    /** A point of the D-study: Φ and Eρ² of the mean of so many raters, with their intervals. */
    public record DecisionPointView(
            int raters,
            @Nullable Double absolute,
            @Nullable Double absoluteLow,
            @Nullable Double absoluteHigh,
            @Nullable Double relative,
            @Nullable Double relativeLow,
            @Nullable Double relativeHigh) {

        static DecisionPointView of(ScaleReliability.Point point) {
            Estimate absolute = point.absolute();
            Estimate relative = point.relative();
            return new DecisionPointView(
                    point.raters(),
                    ReliabilityView.orNull(absolute.value()),
                    ReliabilityView.orNull(absolute.low()),
                    ReliabilityView.orNull(absolute.high()),
                    ReliabilityView.orNull(relative.value()),
                    ReliabilityView.orNull(relative.low()),
                    ReliabilityView.orNull(relative.high()));
        }
    }
}
