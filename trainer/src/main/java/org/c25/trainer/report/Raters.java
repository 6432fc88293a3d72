package org.c25.trainer.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.c25.trainer.answers.Dimension;
import org.c25.trainer.outcome.LearnedRater;
import org.c25.trainer.outcome.Outcome;

/** The part of the report that says what a crowd layer has learned of each rater. */
final class Raters {

    private static final int CELL = 9;

    private Raters() {}

    /** Returns nothing where a run has learned nothing of raters. */
    static String of(Outcome outcome) {
        if (outcome.raters().isEmpty()) {
            return "";
        }
        StringBuilder part = new StringBuilder("<h3>")
                .append(Html.escaped("What " + outcome.settings().title() + " learned of each rater, seed "
                        + outcome.settings().seed()))
                .append("</h3>\n");
        part.append(confusions(outcome.raters()));
        part.append(weights(outcome.raters()));
        for (Dimension dimension : outcome.settings().target().dimensions()) {
            if (dimension.isScale()) {
                part.append(uses(dimension, outcome.raters()));
            }
        }
        return part.toString();
    }

    private static String confusions(List<LearnedRater> raters) {
        if (raters.stream().noneMatch(one -> one.learned() != null)) {
            return "";
        }
        StringBuilder part =
                new StringBuilder(Html.paragraph("Left the learned confusion matrix (softmax of its rows), right the"
                        + " observed one: shares of the answers (columns) to each expression (rows). What is observed takes the majority of"
                        + " all raters for the expression; the network looks at the faces instead, so the two differ where the majority"
                        + " is wrong. r is their correlation over all cells. It is high in a network that has lost classes, too: by"
                        + " itself it is no proof of a good one. Rows without images are crossed out."));
        part.append("<div class=\"maps\">");
        for (LearnedRater rater : raters) {
            if (rater.learned() != null && rater.observed() != null) {
                String maps = Charts.shares(rater.name() + ", learned", rater.learned(), CELL, false) + " "
                        + Charts.shares(rater.name() + ", observed", rater.observed(), CELL, false);
                part.append(Html.figure(
                        maps,
                        rater.name() + ": " + rater.answers().getOrDefault(Dimension.EXPRESSION, 0) + " answers, r "
                                + Html.number(likeness(rater.learned(), rater.observed()))));
            }
        }
        return part.append("</div>\n").toString();
    }

    private static String weights(List<LearnedRater> raters) {
        List<List<String>> rows = new ArrayList<>();
        for (LearnedRater rater : raters) {
            double[] weights = rater.weights();
            if (weights != null) {
                List<String> row = new ArrayList<>(List.of(rater.name()));
                for (double weight : weights) {
                    row.add(Html.number(weight));
                }
                rows.add(row);
            }
        }
        return rows.isEmpty()
                ? ""
                : Html.paragraph("The weight of each expression: the greater, the more the rater's answers follow it.")
                        + Html.table(Tables.withNames("Rater"), rows);
    }

    private static String uses(Dimension dimension, List<LearnedRater> raters) {
        List<LearnedRater> using = raters.stream()
                .filter(one -> one.scales().containsKey(dimension))
                .toList();
        if (using.isEmpty()) {
            return "";
        }
        String picture = Charts.points(
                "Learned over observed bias in " + dimension.key(),
                using.stream()
                        .map(one -> one.scales().get(dimension).observedBias())
                        .toList(),
                using.stream().map(one -> one.scales().get(dimension).bias()).toList(),
                using.stream().map(LearnedRater::name).toList());
        List<List<String>> rows = using.stream()
                .map(one -> List.of(
                        one.name(),
                        String.valueOf(one.answers().getOrDefault(dimension, 0)),
                        Html.number(one.scales().get(dimension).scale()),
                        Html.signed(one.scales().get(dimension).bias()),
                        Html.signed(one.scales().get(dimension).observedBias())))
                .collect(Collectors.toList());
        return Html.figure(
                        picture,
                        "Bias in " + dimension.key()
                                + ": learned (upwards) over observed (to the right). On the broken line"
                                + " both are the same.")
                + Html.paragraph(
                        "The mean scale of all raters is 1 and their mean bias 0 by definition. The bias can be relied on;"
                                + " the scale of a single rater hardly, above all where both are learned.")
                + Html.table(List.of("Rater", "Answers", "Scale", "Bias", "Observed bias"), rows);
    }

    /** Returns the correlation over the cells of the rows that both know; NaN if there is no such row. */
    static double likeness(double[][] one, double[][] other) {
        List<double[]> pairs = new ArrayList<>();
        for (int row = 0; row < one.length; row++) {
            for (int column = 0; column < one[row].length; column++) {
                if (!Double.isNaN(one[row][column]) && !Double.isNaN(other[row][column])) {
                    pairs.add(new double[] {one[row][column], other[row][column]});
                }
            }
        }
        double x = pairs.stream().mapToDouble(pair -> pair[0]).average().orElse(Double.NaN);
        double y = pairs.stream().mapToDouble(pair -> pair[1]).average().orElse(Double.NaN);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (double[] pair : pairs) {
            xx += (pair[0] - x) * (pair[0] - x);
            yy += (pair[1] - y) * (pair[1] - y);
            xy += (pair[0] - x) * (pair[1] - y);
        }
        return xy / Math.sqrt(xx * yy);
    }
}
