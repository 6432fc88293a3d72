package org.c25.planning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.c25.common.Numbers;
import org.c25.planning.Plans.Plan;
import org.c25.reliability.StudyPlan;
import org.c25.reliability.StudyPlan.Row;
import org.c25.reliability.Workload;

/** A plan as its page words it. */
record PlanWords(PlanKind kind, StudyPlan plan) {

    static PlanWords of(Plan plan) {
        return new PlanWords(plan.kind(), plan.plan().orElseThrow());
    }

    private static final int MONEY = 2;

    /** Returns the answer, a sentence each. */
    public List<String> answer() {
        List<String> answer = new ArrayList<>();
        OptionalInt raters = plan.raters();
        if (raters.isEmpty()) {
            answer.add("No number of raters up to " + Numbers.whole(StudyPlan.MOST_RATERS) + " reaches what you want.");
        } else {
            int k = raters.getAsInt();
            Row row = plan.row(k);
            answer.add("You need " + Numbers.count(k, "rater") + " for " + wanted() + ". "
                    + Numbers.count(plan.workload().images(), "image") + " take each of them "
                    + hours(plan.workload()) + costs(row.cost()));
            images(k).ifPresent(answer::add);
        }
        plan.ratersTwice()
                .ifPresent(k ->
                        answer.add("If each rater sees every image twice, and you take the mean of the two answers, "
                                + Numbers.count(k, "rater is", "raters are")
                                + " enough for the reliability: each works "
                                + hours(plan.workload().twice())
                                + costs(plan.row(k).costTwice())));
        return answer;
    }

    private String wanted() {
        String reliability = (kind.isExpression() ? "κ of the majority vote of " : "a reliability of ")
                + Numbers.decimals(plan.reliability(), MONEY);
        return Double.isNaN(plan.precision())
                ? reliability
                : reliability + " and a mean of each image within ± " + Numbers.coefficient(plan.precision());
    }

    private Optional<String> images(int raters) {
        double images = plan.images(raters);
        if (Double.isNaN(images)) {
            return Optional.empty();
        }
        String interval = kind.coefficient() + " within ± " + Numbers.coefficient(plan.margin());
        return Optional.of(
                Double.isInfinite(images)
                        ? "With so many raters no number of images gives " + interval
                                + ": that takes more raters. Look at the table."
                        : "For " + interval + " it takes " + Numbers.count((long) images, "image") + ".");
    }

    private static String hours(Workload work) {
        return Numbers.duration(Duration.ofSeconds(Math.round(work.hours() * 3600)));
    }

    private static String costs(double cost) {
        return Double.isNaN(cost) ? "." : "; together they cost " + Numbers.decimals(cost, MONEY) + ".";
    }

    public List<Row> rows() {
        return plan.rows();
    }

    public String coefficient(double number) {
        return Numbers.coefficient(number);
    }

    public String money(double number) {
        return Numbers.decimals(number, MONEY);
    }

    public String images(double number) {
        return Double.isInfinite(number) ? "none" : Double.isNaN(number) ? Numbers.NONE : Numbers.whole((long) number);
    }

    /** Whether there is something to say of images shown twice: repeats tell image × rater from error. */
    public boolean hasTwice() {
        return !Double.isNaN(plan.outlook().reliabilityTwice(1));
    }

    public boolean hasMargin() {
        return !Double.isNaN(plan.margin());
    }

    public boolean hasCost() {
        return !Double.isNaN(plan.workload().pay());
    }
}
