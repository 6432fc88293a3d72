package org.c25.planning;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.c25.planning.Plans.Plan;
import org.c25.reliability.StudyPlan;
import org.c25.reliability.StudyPlan.Row;
import org.c25.reliability.Workload;
import org.jspecify.annotations.Nullable;

/** A plan, for programs. */
record PlanView(
        String of,

        @Schema(description = "how many raters it takes; null if up to 500 are too few, or the set has too few answers")
        @Nullable
        Integer raters,

        @Schema(description = "how many if each sees every image twice; null where that is not known") @Nullable
        Integer ratersTwice,

        @Schema(description = "trials of a rater") @Nullable Long trials,

        @Schema(description = "hours of a rater") @Nullable Double hours,

        List<PlanRowView> rows,

        @Schema(description = "why there is no plan; else null") @Nullable
        String undefined) {

    /**
     * What so many raters give. Null is what is not asked, not known, or out of reach.
     *
     * @param precision ± of an image's mean
     * @param margin ± of ICC(2,1) or Fleiss' κ with the images planned
     * @param images how many images it takes for the wanted margin
     * @param reliabilityTwice where each sees every image twice
     */
    record PlanRowView(
            int raters,
            @Nullable Double reliability,
            @Nullable Double order,
            @Nullable Double precision,
            @Nullable Double margin,
            @Nullable Double images,
            @Nullable Double cost,
            @Nullable Double reliabilityTwice,
            @Nullable Double costTwice,
            boolean enough) {

        static PlanRowView of(Row row) {
            return new PlanRowView(
                    row.raters(),
                    orNull(row.reliability()),
                    orNull(row.order()),
                    orNull(row.precision()),
                    orNull(row.margin()),
                    orNull(row.images()),
                    orNull(row.cost()),
                    orNull(row.twice()),
                    orNull(row.costTwice()),
                    row.enough());
        }
    }

    static PlanView of(Plan plan) {
        if (plan.plan().isEmpty()) {
            return new PlanView(
                    plan.kind().key(), null, null, null, null, List.of(), "the set has too few answers to plan from");
        }
        StudyPlan some = plan.plan().get();
        Workload work = some.workload();
        return new PlanView(
                plan.kind().key(),
                some.raters().isPresent() ? some.raters().getAsInt() : null,
                some.ratersTwice().isPresent() ? some.ratersTwice().getAsInt() : null,
                work.trials(),
                work.hours(),
                some.rows().stream().map(PlanRowView::of).toList(),
                null);
    }

    private static @Nullable Double orNull(double figure) {
        return Double.isFinite(figure) ? figure : null;
    }
}
