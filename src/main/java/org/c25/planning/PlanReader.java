package org.c25.planning;

import java.util.List;
import org.c25.common.Faults;
import org.c25.common.Numbers;
import org.c25.common.Problem;
import org.c25.reliability.Components;
import org.c25.reliability.StudyPlan;
import org.c25.reliability.Workload;
import org.jspecify.annotations.Nullable;

/** Reads the numbers of a plan, and names each that can't be. */
final class PlanReader {

    /** Where images do not differ, nothing can be measured. */
    private static final double LEAST_VARIANCE = 0.0001;

    private static final double MOST_VARIANCE = 1;

    private final PlanQuery query;
    private final Faults faults = new Faults();

    /** @param query with every field filled */
    PlanReader(PlanQuery query) {
        this.query = query;
    }

    /** Returns what the plan is about: one of these, the first if that can't be read. */
    PlanKind kind(List<PlanKind> kinds) {
        return PlanKind.ofKey(String.valueOf(query.of()), kinds).orElseGet(() -> {
            faults.add(
                    "of",
                    "is one of "
                            + String.join(
                                    ", ", kinds.stream().map(PlanKind::key).toList()));
            return kinds.get(0);
        });
    }

    Components components() {
        return new Components(
                number("image", query.image(), LEAST_VARIANCE, MOST_VARIANCE),
                number("rater", query.rater(), 0, MOST_VARIANCE),
                number("imageByRater", query.imageByRater(), 0, MOST_VARIANCE),
                number("error", query.error(), 0, MOST_VARIANCE));
    }

    double kappa() {
        return number("kappa", query.kappa(), 0.01, 1);
    }

    Workload workload() {
        return new Workload(
                (int) whole("images", query.images(), 2, StudyPlan.MOST_IMAGES),
                number("repeats", query.repeats(), 0, 100) / 100,
                number("seconds", query.seconds(), 0.1, 3600),
                optional("pay", query.pay(), 0, 1_000_000),
                hourly());
    }

    private boolean hourly() {
        if (!List.of("rater", "hour").contains(String.valueOf(query.per()))) {
            faults.add("per", "is rater or hour");
        }
        return "hour".equals(query.per());
    }

    double reliability() {
        return number("reliability", query.reliability(), 0.01, 0.99);
    }

    double precision() {
        return optional("precision", query.precision(), 0.001, 2);
    }

    double margin() {
        return optional("margin", query.margin(), 0.001, 1);
    }

    /** @throws Problem 422 that names every number that can't be */
    void refuseIfAny() {
        faults.refuseIfAny();
    }

    private double optional(String field, @Nullable String typed, double least, double most) {
        return typed == null || typed.isBlank() ? Double.NaN : number(field, typed, least, most);
    }

    private double whole(String field, @Nullable String typed, double least, double most) {
        double number = number(field, typed, least, most);
        if (number != Math.rint(number)) {
            faults.add(field, "a whole number");
        }
        return number;
    }

    private double number(String field, @Nullable String typed, double least, double most) {
        String text = typed == null ? "" : decimal(typed.strip());
        double number = text.matches("\\d{1,9}(\\.\\d{0,9})?|\\.\\d{1,9}") ? Double.parseDouble(text) : Double.NaN;
        if (!(number >= least && number <= most)) {
            faults.add(field, "a number, " + words(least) + " to " + words(most));
            return least;
        }
        return number;
    }

    /** Commas between thousands go, as in 10,000; another single comma is a decimal point, as in 0,8. */
    private static String decimal(String typed) {
        return typed.matches("[1-9]\\d{0,2}(,\\d{3})+(\\.\\d*)?") ? typed.replace(",", "") : typed.replace(',', '.');
    }

    private static String words(double number) {
        return Numbers.decimals(number, 4).replaceFirst("\\.?0+$", "");
    }
}
