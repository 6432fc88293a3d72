package org.c25.results;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.c25.agreement.DawidSkene;
import org.jspecify.annotations.Nullable;

/** What came out of a set, for programs. What is undefined is null: JSON has no NaN. */
record ResultsView(
        long set,

        @Schema(description = "what the figures were made from, in words")
        String selection,

        @Schema(description = "the places of those who are looked at")
        List<Integer> participants,

        @Schema(description = "how many images are looked at")
        int images,

        List<CoefficientView> coefficients,
        DawidSkeneView dawidSkene) {

    static ResultsView of(View view, List<Coefficient> coefficients) {
        DawidSkene estimate = view.results().dawidSkene();
        return new ResultsView(
                view.set().id(),
                view.selection().words(),
                view.results().raters(),
                view.results().ratings().images(),
                coefficients.stream().map(CoefficientView::of).toList(),
                new DawidSkeneView(
                        estimate.iterations(),
                        estimate.converged(),
                        estimate.logLikelihoods().stream()
                                .map(ResultsView::orNull)
                                .toList(),
                        estimate.differing().size()));
    }

    private static @Nullable Double orNull(double figure) {
        return Double.isNaN(figure) ? null : figure;
    }

    /** A coefficient with its interval of 95 %. */
    record CoefficientView(
            String dimension,
            String coefficient,
            @Nullable Double value,
            @Nullable Double standardError,
            @Nullable Double low,
            @Nullable Double high,

            @Schema(description = "where low and high come from")
            String interval) {

        static CoefficientView of(Coefficient one) {
            return new CoefficientView(
                    one.dimension().field(),
                    one.key(),
                    orNull(one.value()),
                    orNull(one.standardError()),
                    orNull(one.low()),
                    orNull(one.high()),
                    one.interval());
        }
    }

    record DawidSkeneView(
            int iterations,
            boolean converged,

            @Schema(description = "after each iteration, in nats")
            List<@Nullable Double> logLikelihoods,

            @Schema(description = "images whose estimated label is not the majority vote")
            int differing) {}
}
