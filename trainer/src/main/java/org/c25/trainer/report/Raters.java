package org.c25.trainer.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.c25.trainer.answers.Dimension;
import org.c25.trainer.measures.Likeness;
import org.c25.trainer.outcome.LearnedRater;
import org.c25.trainer.outcome.Outcome;
import org.c25.trainer.outcome.Study;

/** The part of the report that says what a crowd layer has learned of each rater. */
final class Raters {

    private static final String CONFUSIONS =
            "Left the learned confusion matrix (the softmax of each row), right the observed"
                    + " one: shares of a rater's answers (columns) to each expression (rows), both in the order of the codes 0 to 7."
                    + " What is observed takes the majority of all raters for the expression; the network looks at the faces instead:"
                    + " the two differ where the majority is wrong. r is their correlation over all cells. A high r alone is no proof"
                    + " of a good network: it is high in one that has lost whole expressions, too. A row that nobody knows is crossed"
                    + " out.";
    private static final String USES =
            "By definition the mean scale of all raters is 1 and their mean bias 0. Observed are"
                    + " the mean difference of a rater's answers to the mean of all raters, and the slope on it; where an image has few"
                    + " ratings, that mean holds much of the rater's own answer, which draws the slope to 1. In what was measured with"
                    + " simulated raters, biases were learned well and the scale of a single rater was not: read it with care.";

    private Raters() {}

    /** Returns the part of all ways that learn something of raters; nothing if there is none. */
    static String of(Study study) {
        List<Outcome> learning = study.methods().stream()
                .map(method -> study.of(method).get(0))
                .filter(first -> !first.raters().isEmpty())
                .toList();
        if (learning.isEmpty()) {
            return "";
        }
        StringBuilder part = new StringBuilder(Html.heading("The raters"))
                .append(Html.paragraph("What a crowd layer learns of raters says something of these answers, not of a"
                        + " person's worth."));
        if (learning.stream().anyMatch(Raters::hasConfusions)) {
            part.append(Html.paragraph(CONFUSIONS));
        }
        if (learning.stream().anyMatch(first -> first.settings().target().hasScale())) {
            part.append(Html.paragraph(USES));
        }
        learning.forEach(first -> part.append(way(study, first)));
        return part.toString();
    }

    private static boolean hasConfusions(Outcome outcome) {
        return outcome.raters().stream().anyMatch(one -> one.learned() != null);
    }

    private static String way(Study study, Outcome first) {
        StringBuilder part = new StringBuilder(Html.subheading(Ways.capital(
                        first.settings().title()) + ", seed " + first.settings().seed()));
        if (hasConfusions(first)) {
            part.append(confusions(study.of(first.settings().method()), first.raters()));
        }
        part.append(weights(first.raters()));
        for (Dimension dimension : first.settings().target().dimensions()) {
            if (dimension.isScale()) {
                part.append(uses(study, dimension, first.raters()));
            }
        }
        return part.toString();
    }

    private static String confusions(List<Outcome> seeds, List<LearnedRater> raters) {
        StringBuilder part = new StringBuilder();
        Seeds mean = Seeds.of(seeds, Raters::likeness);
        if (!mean.isEmpty()) {
            part.append(Html.paragraph("Mean r over the raters: " + mean + "."));
        }
        part.append("<div class=\"maps\">");
        for (LearnedRater rater : raters) {
            double[][] learned = rater.learned();
            double[][] observed = rater.observed();
            int answers = rater.answers().getOrDefault(Dimension.EXPRESSION, 0);
            if (answers == 0) {
                part.append(Html.figure("", rater.name() + ": no answer, nothing learned"));
            } else if (learned != null && observed != null) {
                part.append(Html.figure(
                        Maps.pair("Confusion of " + rater.name() + ", learned and observed", learned, observed),
                        rater.name() + ": " + answers + (answers == 1 ? " answer, r " : " answers, r ")
                                + Html.decimals("%.2f", Likeness.of(learned, observed))));
            }
        }
        return part.append("</div>\n").toString();
    }

    private static double likeness(Outcome outcome) {
        return outcome.raters().stream()
                .filter(one -> one.learned() != null && one.observed() != null)
                .filter(one -> one.answers().getOrDefault(Dimension.EXPRESSION, 0) > 0)
                .mapToDouble(one ->
                        Likeness.of(Objects.requireNonNull(one.learned()), Objects.requireNonNull(one.observed())))
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
    }

    private static String weights(List<LearnedRater> raters) {
        List<List<String>> rows = new ArrayList<>();
        for (LearnedRater rater : raters) {
            double[] weights = rater.weights();
            if (weights != null) {
                List<String> row = new ArrayList<>(List.of(rater.name()));
                for (double weight : weights) {
                    row.add(Html.decimals("%.2f", weight));
                }
                rows.add(row);
            }
        }
        return rows.isEmpty()
                ? ""
                : Html.paragraph("The weight of each expression: the greater, the more the rater's answers follow it.")
                        + Html.table(Tables.withNames("Rater"), rows);
    }

    private static String uses(Study study, Dimension dimension, List<LearnedRater> raters) {
        List<LearnedRater> using = raters.stream()
                .filter(one -> one.scales().containsKey(dimension))
                .toList();
        if (using.isEmpty()) {
            return "";
        }
        List<String> names = using.stream().map(LearnedRater::name).toList();
        List<LearnedRater.Use> uses =
                using.stream().map(one -> one.scales().get(dimension)).toList();
        List<Double> bias = uses.stream().map(LearnedRater.Use::bias).toList();
        List<Double> seenBias =
                uses.stream().map(LearnedRater.Use::observedBias).toList();
        List<Double> scale = uses.stream().map(LearnedRater.Use::scale).toList();
        List<Double> seenScale =
                using.stream().map(one -> Observed.scale(study, dimension, one)).toList();
        List<List<String>> rows = new ArrayList<>();
        for (int at = 0; at < using.size(); at++) {
            rows.add(List.of(
                    names.get(at),
                    String.valueOf(using.get(at).answers().getOrDefault(dimension, 0)),
                    Html.signed(bias.get(at)),
                    Html.signed(seenBias.get(at)),
                    Html.decimals("%.2f", scale.get(at)),
                    Html.decimals("%.2f", seenScale.get(at))));
        }
        return points("Bias in " + dimension.key(), seenBias, bias, names)
                + points("Scale of " + dimension.key(), seenScale, scale, names)
                + Html.table(
                        List.of("Rater", "Answers", "Bias, learned", "observed", "Scale, learned", "observed"), rows);
    }

    /** Returns nothing where all have the same learned value, as a kind of layer that doesn't learn it. */
    private static String points(String title, List<Double> seen, List<Double> learned, List<String> names) {
        if (learned.stream().distinct().count() < 2) {
            return "";
        }
        List<Double> all = new ArrayList<>(seen);
        all.addAll(learned);
        all.removeIf(one -> !Double.isFinite(one));
        double r = Observed.correlation(seen, learned);
        String spread = all.isEmpty()
                ? ""
                : " (" + Html.decimals("%.2f", Collections.min(learned)) + " to "
                        + Html.decimals("%.2f", Collections.max(learned)) + ")";
        return Html.figure(
                Charts.points(
                        title + ", learned over observed",
                        new Charts.Labelled("observed", seen),
                        new Charts.Labelled("learned", learned),
                        names,
                        Axis.around(all, 0, 1)),
                title + ": learned" + spread + " over observed, r " + Html.decimals("%.2f", r)
                        + ". On the broken line both are the same.");
    }
}
