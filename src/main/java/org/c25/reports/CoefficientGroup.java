package org.c25.reports;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.c25.affect.Dimension;
import org.c25.agreement.Basis;
import org.c25.agreement.Coefficient;

/**
 * Coefficients that stand together on the page: what to report first, and the rest by what it rests on.
 *
 * @param open whether the group is shown at once; else it is folded
 * @param rows the places of its coefficients among all, from 0
 */
record CoefficientGroup(String title, String about, boolean open, List<Row> rows) {

    /** The place of a coefficient among all of its set. */
    record Row(Dimension dimension, int at) {}

    /**
     * Returns all groups; each coefficient is in one of them.
     *
     * @param all the coefficients of any set: those of the others stand in the same order
     */
    static List<CoefficientGroup> of(List<Coefficient> all) {
        return Stream.of(
                        group(
                                "Report these first",
                                "Krippendorff's α takes any number of participants, and missing answers. ICC(2,k) tells how reliable the mean"
                                        + " of all participants is.",
                                true,
                                all,
                                Coefficient::headline),
                        rest("Agreement and kappas", "Of images with two or more answers.", Basis.Kind.SHARED, all),
                        rest(
                                "Other intraclass correlations",
                                "Of images that all participants have answered; where images are shared out, ICC(1, …) is of those"
                                        + " that have all their ratings.",
                                Basis.Kind.COMPLETE,
                                all),
                        rest(
                                "Means over pairs of participants",
                                "Of images that the two have answered.",
                                Basis.Kind.PAIRS,
                                all))
                .toList();
    }

    private static CoefficientGroup rest(String title, String about, Basis.Kind kind, List<Coefficient> all) {
        return group(
                title,
                about,
                false,
                all,
                one -> !one.headline() && one.basis().kind().isLike(kind));
    }

    private static CoefficientGroup group(
            String title, String about, boolean open, List<Coefficient> all, Predicate<Coefficient> isIn) {
        return new CoefficientGroup(
                title,
                about,
                open,
                IntStream.range(0, all.size())
                        .filter(at -> isIn.test(all.get(at)))
                        .mapToObj(at -> new Row(all.get(at).dimension(), at))
                        .toList());
    }

    /** Returns the dimensions of which it has coefficients. */
    public List<Dimension> dimensions() {
        return rows.stream().map(Row::dimension).distinct().toList();
    }

    /** Returns the places of the coefficients of one dimension. */
    public List<Integer> places(Dimension dimension) {
        return rows.stream()
                .filter(row -> row.dimension() == dimension)
                .map(Row::at)
                .toList();
    }
}
