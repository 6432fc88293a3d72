package org.c25.trainer.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.c25.trainer.answers.Dimension;
import org.c25.trainer.answers.Expressions;
import org.c25.trainer.measures.ExpressionMeasures;
import org.c25.trainer.measures.NoiseCeiling;
import org.c25.trainer.measures.ScaleMeasures;
import org.c25.trainer.outcome.Outcome;
import org.c25.trainer.outcome.Study;

/** The report's tables: all ways of learning side by side, and below them what people reach. */
final class Tables {

    private Tables() {}

    /** Returns all ways × measures of the expression. */
    static String expression(Study study) {
        List<List<String>> rows = new ArrayList<>();
        for (String method : study.methods()) {
            List<Outcome> outcomes = expressions(study, method);
            if (!outcomes.isEmpty()) {
                rows.add(List.of(
                        Ways.title(study, method),
                        figure(outcomes, ExpressionMeasures::accuracy),
                        figure(outcomes, ExpressionMeasures::macroF1),
                        figure(outcomes, ExpressionMeasures::kappa),
                        figure(outcomes, ExpressionMeasures::calibrationError),
                        Lost.names(outcomes)));
            }
        }
        ceiling(study, Dimension.EXPRESSION, rows, 4);
        return Html.table(
                List.of("Learned from", "Accuracy", "Macro F1", "Cohen’s κ", "Calibration error", "Never recognised"),
                rows);
    }

    /** Returns all ways × recall by class. */
    static String recalls(Study study) {
        List<List<String>> rows = new ArrayList<>();
        for (String method : study.methods()) {
            List<Outcome> outcomes = expressions(study, method);
            if (!outcomes.isEmpty()) {
                List<String> row = new ArrayList<>(List.of(Ways.title(study, method)));
                for (int code = 0; code < Expressions.COUNT; code++) {
                    int at = code;
                    row.add(Html.decimals(
                            "%.2f",
                            Seeds.of(
                                            outcomes,
                                            one -> one.expression() == null
                                                    ? Double.NaN
                                                    : one.expression().recall()[at])
                                    .mean()));
                }
                rows.add(row);
            }
        }
        return Html.table(withNames("Learned from"), rows);
    }

    static List<Outcome> expressions(Study study, String method) {
        return study.of(method).stream().filter(one -> one.expression() != null).toList();
    }

    private static String figure(List<Outcome> outcomes, ToDoubleFunction<ExpressionMeasures> measure) {
        return Seeds.of(
                        outcomes,
                        one -> one.expression() == null ? Double.NaN : measure.applyAsDouble(one.expression()))
                .toString();
    }

    /** Returns all ways × measures of a scale. */
    static String scale(Study study, Dimension dimension) {
        List<List<String>> rows = new ArrayList<>();
        for (String method : study.methods()) {
            List<Outcome> outcomes = study.of(method).stream()
                    .filter(one -> one.scales().containsKey(dimension))
                    .toList();
            if (!outcomes.isEmpty()) {
                rows.add(List.of(
                        Ways.title(study, method),
                        figure(outcomes, dimension, ScaleMeasures::ccc),
                        figure(outcomes, dimension, ScaleMeasures::pearson),
                        figure(outcomes, dimension, ScaleMeasures::rmse),
                        figure(outcomes, dimension, ScaleMeasures::bias)));
            }
        }
        ceiling(study, dimension, rows, 3);
        return Html.table(List.of("Learned from", "CCC", "Pearson’s r", "RMSE", "Mean difference"), rows);
    }

    private static String figure(List<Outcome> outcomes, Dimension dimension, ToDoubleFunction<ScaleMeasures> measure) {
        return Seeds.of(outcomes, one -> measure.applyAsDouble(one.scales().get(dimension)))
                .toString();
    }

    private static void ceiling(Study study, Dimension dimension, List<List<String>> rows, int empty) {
        NoiseCeiling ceiling = study.ceilings().get(dimension);
        if (ceiling != null) {
            String against = Ways.isAgainstPeople(study) ? "" : ", not " + study.reference();
            rows.add(row("Noise ceiling: a person against the others" + against, ceiling.person(), empty));
            rows.add(row("Noise ceiling: half of the people against the other half" + against, ceiling.half(), empty));
        }
    }

    private static List<String> row(String title, double value, int empty) {
        List<String> row = new ArrayList<>(List.of(title, Html.number(value)));
        row.addAll(Collections.nCopies(empty, ""));
        return row;
    }

    static List<String> withNames(String first) {
        List<String> head = new ArrayList<>(List.of(first));
        head.addAll(Expressions.NAMES);
        return head;
    }
}
