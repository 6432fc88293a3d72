package org.c25.reports;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.c25.agreement.Coefficient;
import org.c25.crowd.DawidSkene;
import org.c25.figures.CoefficientColumn;
import org.c25.figures.SelectedSet;
import org.c25.planning.ReliabilityView;
import org.c25.planning.SetReliability;
import org.jspecify.annotations.Nullable;

/** The results of a set, for programs. A figure that is undefined is null: JSON has no NaN. */
record ResultsView(
        long set,

        @Schema(description = "what the figures were made from, in words")
        String selection,

        @Schema(description = "the slots of those who are looked at; none if they are too many to be compared")
        List<Integer> participants,

        @Schema(description = "how many images are looked at")
        int images,

        List<CoefficientView> coefficients,
        DawidSkeneView dawidSkene,

        @Schema(
                description =
                        "as /api/v1/sets/{set}/reliability has it; null if the participants are too many to be compared")
        @Nullable
        ReliabilityView reliability) {

    static ResultsView of(CoefficientColumn column, SetReliability reliabilities) {
        SelectedSet view = column.view();
        DawidSkene estimate = view.results().dawidSkene();
        return new ResultsView(
                view.set().id(),
                view.selection().words(),
                view.results().raters(),
                view.results().ratings().images(),
                column.coefficients().stream().map(CoefficientView::of).toList(),
                new DawidSkeneView(
                        estimate.iterations(),
                        estimate.converged(),
                        estimate.logLikelihoods().stream()
                                .map(ResultsView::orNull)
                                .toList(),
                        estimate.differing().size()),
                view.results().comparePeople() ? ReliabilityView.of(reliabilities.of(view.results())) : null);
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

            @Schema(description = "where low and high come from; empty where there are none")
            String interval,

            @Schema(description = "the images that it rests on")
            int images,

            @Schema(description = "who gave at least one answer of the dimension")
            int participants,

            @Schema(description = "the pairs of participants in a mean over pairs; else null") @Nullable
            Integer pairs,

            @Schema(description = "why the value is null; else null") @Nullable
            String undefined,

            @Schema(description = "what to mind of the value: that it rests on few images; else null") @Nullable
            String warning) {

        static CoefficientView of(Coefficient one) {
            return new CoefficientView(
                    one.dimension().field(),
                    one.key(),
                    orNull(one.value()),
                    orNull(one.estimate().standardError()),
                    orNull(one.estimate().low()),
                    orNull(one.estimate().high()),
                    one.interval(),
                    one.basis().images(),
                    one.basis().participants(),
                    one.basis().isOfPairs() ? one.basis().pairs() : null,
                    one.whyUndefined().orElse(null),
                    one.warning().orElse(null));
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
