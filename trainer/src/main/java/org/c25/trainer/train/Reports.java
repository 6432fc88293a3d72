package org.c25.trainer.train;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.c25.trainer.WholeFile;
import org.c25.trainer.answers.Expressions;
import org.c25.trainer.outcome.Outcome;
import org.c25.trainer.outcome.Study;
import org.c25.trainer.report.Report;

/** Writes what came out: a page for people, and a table for programs. */
final class Reports {

    private Reports() {}

    static void write(Study study, Path folder, PrintStream says) {
        StringBuilder csv = new StringBuilder("method,seed,measure,value\n");
        study.outcomes().forEach(outcome -> lines(outcome, csv));
        WholeFile.write(folder.resolve("measures.csv"), csv.toString().getBytes(StandardCharsets.UTF_8));
        WholeFile.write(folder.resolve("report.html"), Report.html(study).getBytes(StandardCharsets.UTF_8));
        study.outcomes().forEach(outcome -> says.println(line(outcome)));
        says.println("Written: " + folder.resolve("measures.csv") + " and report.html");
    }

    private static void lines(Outcome outcome, StringBuilder csv) {
        var expression = outcome.expression();
        if (expression != null) {
            line(outcome, "accuracy", expression.accuracy(), csv);
            line(outcome, "macro_f1", expression.macroF1(), csv);
            line(outcome, "kappa", expression.kappa(), csv);
            line(outcome, "calibration_error", expression.calibrationError(), csv);
            for (int code = 0; code < Expressions.COUNT; code++) {
                line(
                        outcome,
                        "recall_" + Expressions.NAMES.get(code),
                        expression.recall()[code],
                        csv);
            }
        }
        outcome.scales().forEach((dimension, scale) -> {
            line(outcome, dimension.key() + "_ccc", scale.ccc(), csv);
            line(outcome, dimension.key() + "_pearson", scale.pearson(), csv);
            line(outcome, dimension.key() + "_rmse", scale.rmse(), csv);
        });
    }

    private static void line(Outcome outcome, String measure, double value, StringBuilder csv) {
        csv.append(outcome.settings().method())
                .append(',')
                .append(outcome.settings().seed())
                .append(',')
                .append(measure)
                .append(',')
                .append(Double.isNaN(value) ? "" : value)
                .append('\n');
    }

    private static String line(Outcome outcome) {
        StringBuilder line = new StringBuilder(
                String.format(Locale.ROOT, "%-24s", outcome.settings().name()));
        var expression = outcome.expression();
        if (expression != null) {
            line.append(String.format(
                    Locale.ROOT, " accuracy %.3f, macro F1 %.3f", expression.accuracy(), expression.macroF1()));
            expression.lost().forEach(code -> line.append(", NEVER RIGHT: ").append(Expressions.NAMES.get(code)));
        }
        outcome.scales()
                .forEach((dimension, scale) ->
                        line.append(String.format(Locale.ROOT, " %s CCC %.3f", dimension.key(), scale.ccc())));
        return line.toString();
    }
}
