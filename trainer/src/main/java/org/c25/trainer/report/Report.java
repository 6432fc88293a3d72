package org.c25.trainer.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.c25.trainer.WholeFile;
import org.c25.trainer.answers.Dimension;
import org.c25.trainer.learning.Settings;
import org.c25.trainer.outcome.Outcome;
import org.c25.trainer.outcome.Study;

/**
 * The report of a study: one HTML file that needs no other, well-formed as XML, with its pictures as SVG. The same study
 * gives the same bytes.
 */
public final class Report {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en" xmlns="http://www.w3.org/1999/xhtml">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
            <title>%1$s: what networks learned</title>
            <style>
            %2$s</style>
            </head>
            <body>
            <main>
            <h1>%1$s: what networks learned</h1>
            """;

    private Report() {}

    /**
     * Writes the page in UTF-8, whole or not at all.
     *
     * @throws org.c25.trainer.Problem if the file can't be written
     */
    public static void write(Study study, Path file) {
        WholeFile.write(file, html(study).getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the page. */
    public static String html(Study study) {
        StringBuilder page = new StringBuilder(HEAD.formatted(Html.escaped(study.title()), Style.SHEET));
        page.append("<p class=\"first\">")
                .append(Html.escaped(Opening.of(study)))
                .append("</p>\n");
        page.append(Html.heading("What came out"));
        Sentences.groups(study)
                .forEach((name, sentences) ->
                        page.append(name.isEmpty() ? "" : Html.subheading(name)).append(Html.list(sentences)));
        for (Dimension dimension : Ways.dimensions(study)) {
            page.append(dimension.isScale() ? scale(study, dimension) : expression(study));
        }
        if (!study.outcomes().isEmpty()) {
            page.append(losses(study)).append(Raters.of(study)).append(made(study));
        }
        return page.append("</main>\n</body>\n</html>\n").toString();
    }

    private static String expression(Study study) {
        StringBuilder part = new StringBuilder(Html.heading("Expression"))
                .append(Html.paragraph("The mean over the seeds, and in brackets the least and the most."))
                .append(Tables.expression(study))
                .append(Html.subheading("Recall by expression"))
                .append(Html.paragraph(
                        "Of the test images of each expression the share that is recognised: a dot is the"
                                + " mean over the seeds, its line goes from the least to the most. A red ring: some"
                                + " seed never recognises one. The table has the"
                                + " means."))
                .append(Html.legend(Ways.titles(study)))
                .append(Charts.recalls(study))
                .append(Tables.recalls(study))
                .append(Html.subheading("Confusion"))
                .append(Html.paragraph("Of the test images of each expression (rows) the percentage that is said to be"
                        + " each (columns), all seeds together."))
                .append("<div>");
        for (String method : study.methods()) {
            List<Outcome> outcomes = Tables.expressions(study, method);
            if (!outcomes.isEmpty()) {
                String title = Ways.title(study, method);
                part.append(Html.figure(Maps.confusion("Confusion of " + title, outcomes), Ways.capital(title)));
            }
        }
        return part.append("</div>\n").toString();
    }

    private static String scale(Study study, Dimension dimension) {
        StringBuilder part = new StringBuilder(Html.heading(Ways.capital(dimension.key())))
                .append(
                        Html.paragraph(
                                "The mean over the seeds, and in brackets the least and the most. Both ends of the"
                                        + " scale are −1 and 1; the mean difference is above 0 where the network says too much."))
                .append(Tables.scale(study, dimension))
                .append(Html.subheading("Said against people’s mean"))
                .append("<div>");
        for (String method : study.methods()) {
            part.append(Scatter.of(study, study.of(method).get(0), dimension));
        }
        return part.append("</div>\n").toString();
    }

    private static String losses(Study study) {
        return Html.heading("Learning curves")
                + Html.paragraph(
                        "The mean loss of each epoch on the images learned from: thin lines are seeds, thick ones"
                                + " their mean. Where a broken line stands, a crowd layer begins after its warm-up: before it the"
                                + " network learns from vote shares, after it from each rater’s answers. Losses of different ways"
                                + " are of different things: compare how they fall, not how high they are.")
                + Html.legend(Ways.titles(study))
                + Charts.losses(study);
    }

    private static String made(Study study) {
        List<List<String>> rows = new ArrayList<>();
        for (Outcome outcome : study.outcomes()) {
            Settings settings = outcome.settings();
            rows.add(List.of(
                    settings.name(),
                    settings.architecture().title(),
                    String.valueOf(outcome.parameters()),
                    settings.preprocessing().width() + " × "
                            + settings.preprocessing().height() + " px",
                    String.valueOf(settings.steps().epochs()),
                    String.valueOf(settings.steps().batch()),
                    settings.steps().rate()
                            + (settings.source().crowdRate() > 0
                                    ? " / " + settings.source().crowdRate()
                                    : ""),
                    String.valueOf(settings.threads()),
                    Html.decimals("%.0f", outcome.seconds())));
        }
        List<String> head = List.of(
                "Run", "Network", "Parameters", "Pictures", "Epochs", "Batch", "Step / crowd’s", "Threads", "Seconds");
        return Html.heading("How it was made")
                + Html.table(head, rows)
                + Html.paragraph(
                        "The same files, settings, seed and number of threads give the same network on the same"
                                + " machine. Crowd layers: F. Rodrigues and F. C. Pereira, Deep Learning from Crowds, AAAI 2018,"
                                + " written anew; the loss is the mean over the answers that are there. κ: J. Cohen 1960. CCC:"
                                + " L. I.-K. Lin 1989, with variances by n. Calibration error: C. Guo et al. 2017, ten bins."
                                + " Interval of an accuracy: E. B. Wilson 1927.");
    }
}
