package org.c25.planning;

import java.util.ArrayList;
import java.util.List;
import org.c25.affect.Dimension;
import org.c25.agreement.Basis;
import org.c25.agreement.Estimate;
import org.c25.common.Numbers;
import org.c25.reliability.MajorityReliability;
import org.c25.reliability.RatersNeeded;
import org.c25.reliability.Reliability;
import org.c25.reliability.ScaleReliability;
import org.c25.reliability.VarianceComponents;

/**
 * What the page shows of one dimension, in words.
 *
 * @param why why there are no figures; empty where there are some
 * @param basis what the figures rest on
 * @param few whether that is few
 * @param components the G-study's lines; none of the expressions
 */
record ReliabilityTable(
        String title,
        String basis,
        boolean few,
        String why,
        List<Line> needed,
        List<Line> lines,
        List<Line> components) {

    /**
     * A line of a table.
     *
     * @param about what it means, in a few words
     * @param share of the variance of one answer; empty in other tables
     */
    record Line(String title, String about, String value, String range, String share) {

        static Line of(String title, String about, Estimate one) {
            return new Line(
                    title,
                    about,
                    Numbers.coefficient(one.value()),
                    ReliabilityTable.range(one, Numbers.COEFFICIENT),
                    "");
        }
    }

    private static final int VARIANCE = 4;

    static List<ReliabilityTable> of(Reliability reliability) {
        return List.of(
                expression(reliability),
                scale("Valence", reliability.of(Dimension.VALENCE)),
                scale("Arousal", reliability.of(Dimension.AROUSAL)));
    }

    private static ReliabilityTable expression(Reliability reliability) {
        MajorityReliability majority = reliability.expression().majority();
        Basis basis = reliability.expression().basis();
        List<Line> lines = new ArrayList<>();
        int drawn = majority.points().size();
        for (int k : List.of(1, 2, 3, 5, 8, 12, 20)) {
            if (k < drawn) {
                lines.add(kappa(majority, k, "drawn"));
            }
        }
        if (drawn > 0) {
            lines.add(kappa(majority, drawn, "drawn: half of the raters"));
            lines.add(kappa(majority, basis.participants(), "all raters: roughly, by Spearman and Brown's formula"));
        }
        return new ReliabilityTable(
                "Expression",
                basis.words(),
                basis.isSmall(),
                majority.at(1).isDefined()
                        ? ""
                        : reliability.expression().whyUndefined().words(),
                reliability.expression().needed().stream()
                        .map(one -> needed(
                                one.raters() > drawn
                                        ? "κ of the majority vote: a rough guess beyond half of your raters"
                                        : "κ of the majority vote",
                                one))
                        .toList(),
                lines,
                List.of());
    }

    private static Line kappa(MajorityReliability majority, int raters, String about) {
        return Line.of(Numbers.count(raters, "rater"), about, majority.at(raters));
    }

    private static ReliabilityTable scale(String title, ScaleReliability one) {
        VarianceComponents parts = one.components();
        List<Line> needed = new ArrayList<>(needed("reliability of the values (Φ)", one.needed()));
        needed.addAll(needed("reliability of the order (Eρ²)", one.neededForOrder()));
        List<Line> lines = List.of(
                Line.of("One rater: ICC(2,1)", "the values that one rater gives", one.one()),
                Line.of("One rater: ICC(3,1)", "the order in which one rater puts the images", one.order()),
                Line.of("Cronbach's α", "the order by the mean of all; it is ICC(3,k)", one.alpha()),
                Line.of("McDonald's ω", "the same, where raters may differ in how good they are", one.omega()),
                Line.of(
                        "Split-half",
                        "one half of the raters against the other, by the images that both answered, stepped up to all",
                        one.splitHalf().estimate()));
        return new ReliabilityTable(
                title,
                parts.basis().words(),
                parts.basis().isSmall(),
                parts.isDefined() ? "" : parts.basis().whyUndefined().words(),
                needed,
                lines,
                components(parts));
    }

    private static List<Line> needed(String what, List<RatersNeeded> all) {
        return all.stream().map(one -> needed(what, one)).toList();
    }

    private static Line needed(String what, RatersNeeded one) {
        return new Line(Numbers.decimals(one.wanted(), 2), what, one.value(), one.range(), "");
    }

    private static List<Line> components(VarianceComponents parts) {
        List<Line> lines = new ArrayList<>(List.of(
                component(parts, "Image", "how far the images differ: what you want to measure", parts.image()),
                component(parts, "Rater", "how far the raters' levels differ", parts.rater()),
                component(parts, "Residual", "all else: image × rater, and error", parts.residual())));
        if (parts.isSplit()) {
            lines.add(component(
                    parts, "… image × rater", "how raters see single images, each time", parts.imageByRater()));
            lines.add(component(
                    parts,
                    "… error",
                    "how the same person differs from one showing to the next; by "
                            + Numbers.count(parts.repeats(), "repeat"),
                    parts.error()));
        }
        return lines;
    }

    private static Line component(VarianceComponents parts, String title, String about, Estimate one) {
        return new Line(
                title,
                about,
                Numbers.decimals(one.value(), VARIANCE),
                range(one, VARIANCE),
                Numbers.percent(parts.share(one)));
    }

    private static String range(Estimate one, int decimals) {
        return one.hasInterval()
                ? Numbers.decimals(one.low(), decimals) + " to " + Numbers.decimals(one.high(), decimals)
                : Numbers.NONE;
    }
}
