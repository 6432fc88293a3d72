package org.c25.reliability;

import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * How many raters and images a study needs, and what it costs.
 *
 * @param reliability the wanted reliability of an image's mean or majority vote, 0 … 1, both excluded
 * @param precision the wanted half of the width of the 95 % interval of an image's mean, in units of the scale; NaN for
 *     none
 * @param margin the wanted half of the width of the 95 % interval of ICC(2,1) or Fleiss' κ; NaN for none
 */
public record StudyPlan(Outlook outlook, Workload workload, double reliability, double precision, double margin) {

    /** The most raters that a plan looks at. */
    public static final int MOST_RATERS = 500;

    /** The most images that a plan looks at. */
    public static final int MOST_IMAGES = 100_000;

    private static final List<Integer> USUAL = List.of(1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50);

    /**
     * What so many raters give.
     *
     * @param images how many images it takes for the wanted interval of the coefficient; NaN where none is wanted,
     *     infinite where no number is enough
     * @param margin half of the width of that interval with the images planned
     * @param enough whether the wanted reliability and precision are reached
     */
    public record Row(
            int raters,
            double reliability,
            double order,
            double precision,
            double margin,
            double images,
            double cost,
            double twice,
            double costTwice,
            boolean enough) {}

    /** Returns the least number of raters that reaches what is wanted; empty where up to {@value #MOST_RATERS} do not. */
    public OptionalInt raters() {
        return IntStream.rangeClosed(1, MOST_RATERS).filter(this::isEnough).findFirst();
    }

    /** Returns the least number of raters whose reliability is enough if every image is shown twice; empty for none. */
    public OptionalInt ratersTwice() {
        return IntStream.rangeClosed(1, MOST_RATERS)
                .filter(raters -> outlook.reliabilityTwice(raters) >= reliability)
                .findFirst();
    }

    private boolean isEnough(int raters) {
        return outlook.reliability(raters) >= reliability
                && (Double.isNaN(precision) || outlook.precision(raters) <= precision);
    }

    /** Returns how many images it takes with so many raters; see {@link Row#images}. */
    public double images(int raters) {
        if (Double.isNaN(margin) || Double.isNaN(outlook.margin(MOST_IMAGES, raters))) {
            return Double.NaN;
        }
        if (outlook.margin(MOST_IMAGES, raters) > margin) {
            return Double.POSITIVE_INFINITY;
        }
        int few = 1;
        int many = MOST_IMAGES;
        while (many - few > 1) {
            int between = (few + many) / 2;
            if (outlook.margin(between, raters) <= margin) {
                many = between;
            } else {
                few = between;
            }
        }
        return many;
    }

    /** Returns a row for some usual numbers of raters, and for the number that is enough. */
    public List<Row> rows() {
        TreeSet<Integer> numbers = new TreeSet<>(USUAL);
        raters().ifPresent(numbers::add);
        ratersTwice().ifPresent(numbers::add);
        return numbers.stream().map(this::row).toList();
    }

    /** Returns what so many raters give. */
    public Row row(int raters) {
        return new Row(
                raters,
                outlook.reliability(raters),
                outlook.order(raters),
                outlook.precision(raters),
                outlook.margin(workload.images(), raters),
                images(raters),
                workload.cost(raters),
                outlook.reliabilityTwice(raters),
                workload.twice().cost(raters),
                isEnough(raters));
    }
}
