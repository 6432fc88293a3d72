package org.c25.trainer.report;

import java.util.ArrayList;
import java.util.List;
import org.c25.trainer.answers.Dimension;
import org.c25.trainer.answers.Expressions;
import org.c25.trainer.measures.ExpressionMeasures;
import org.c25.trainer.measures.ScaleMeasures;
import org.c25.trainer.outcome.Outcome;
import org.c25.trainer.outcome.Study;

/** The report's tables: all ways of learning side by side, and below them what people reach. */
final class Tables {

    private Tables() {}

    static String expression(Study study) {
        List<List<String>> rows = new ArrayList<>();
        List<List<String>> recalls = new ArrayList<>();
        StringBuilder confusions = new StringBuilder();
        for (String method : study.methods()) {
            List<Outcome> outcomes = with(study.of(method));
            if (outcomes.isEmpty()) {
                continue;
            }
            String title = Sentences.title(study, method);
            rows.add(List.of(
                    title,
                    Seeds.of(outcomes, one -> one.expression().accuracy()).toString(),
                    Seeds.of(outcomes, one -> one.expression().macroF1()).toString(),
                    Seeds.of(outcomes, one -> one.expression().kappa()).toString(),
                    Seeds.of(outcomes, one -> one.expression().calibrationError())
                            .toString(),
                    Sentences.lost(outcomes)));
            List<String> recall = new ArrayList<>(List.of(title));
            for (int code = 0; code < Expressions.COUNT; code++) {
                int at = code;
                Seeds seeds = Seeds.of(outcomes, one -> one.expression().recall()[at]);
                recall.add(seeds.toString());
            }
            recalls.add(recall);
            Outcome first = outcomes.get(0);
            confusions.append(Html.figure(
                    Charts.shares("Confusion of " + title, shares(first.expression()), 28, true),
                    title + ", seed " + first.settings().seed()
                            + ": of each expression (rows) the percentage that was said to be" + " each (columns)"));
        }
        ceilingRow(study, Dimension.EXPRESSION, rows, 4);
        return Html.heading("Expression")
                + Html.table(
                        List.of(
                                "Learned from",
                                "Accuracy",
                                "Macro F1",
                                "Cohen's κ",
                                "Calibration error",
                                "Never recognised"),
                        rows)
                + Html.paragraph("Recall: of each expression the share that is recognised.")
                + Html.table(withNames("Learned from"), recalls)
                + confusions;
    }

    private static List<Outcome> with(List<Outcome> outcomes) {
        return outcomes.stream().filter(one -> one.expression() != null).toList();
    }

    private static double[][] shares(ExpressionMeasures measures) {
        double[][] shares = new double[Expressions.COUNT][Expressions.COUNT];
        for (int row = 0; row < shares.length; row++) {
            double sum = java.util.Arrays.stream(measures.confusion()[row]).sum();
            for (int column = 0; column < shares.length; column++) {
                shares[row][column] = measures.confusion()[row][column] / sum;
            }
        }
        return shares;
    }

    static String scale(Study study, Dimension dimension) {
        List<List<String>> rows = new ArrayList<>();
        for (String method : study.methods()) {
            List<ScaleMeasures> all = study.of(method).stream()
                    .filter(one -> one.scales().containsKey(dimension))
                    .map(one -> one.scales().get(dimension))
                    .toList();
            if (!all.isEmpty()) {
                rows.add(List.of(
                        Sentences.title(study, method),
                        new Seeds(all.stream().map(ScaleMeasures::ccc).toList()).toString(),
                        new Seeds(all.stream().map(ScaleMeasures::pearson).toList()).toString(),
                        new Seeds(all.stream().map(ScaleMeasures::rmse).toList()).toString(),
                        Html.signed(
                                new Seeds(all.stream().map(ScaleMeasures::bias).toList()).mean())));
            }
        }
        ceilingRow(study, dimension, rows, 3);
        String name = dimension.key();
        return Html.heading(name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1))
                + Html.table(List.of("Learned from", "CCC", "Pearson's r", "RMSE", "Mean difference"), rows);
    }

    private static void ceilingRow(Study study, Dimension dimension, List<List<String>> rows, int empty) {
        if (study.ceilings().containsKey(dimension)) {
            add(
                    rows,
                    "(one person against the others)",
                    study.ceilings().get(dimension).person(),
                    empty);
            add(
                    rows,
                    "(half of the people against the other half)",
                    study.ceilings().get(dimension).half(),
                    empty);
        }
    }

    private static void add(List<List<String>> rows, String title, double value, int empty) {
        List<String> row = new ArrayList<>(List.of(title, Html.number(value)));
        row.addAll(java.util.Collections.nCopies(empty, ""));
        rows.add(row);
    }

    static List<String> withNames(String first) {
        List<String> head = new ArrayList<>(List.of(first));
        head.addAll(Expressions.NAMES);
        return head;
    }
}
