package org.c25.trainer.report;

import java.util.ArrayList;
import java.util.List;
import org.c25.trainer.answers.Dimension;
import org.c25.trainer.learning.Settings;
import org.c25.trainer.outcome.Outcome;
import org.c25.trainer.outcome.Study;

/**
 * The report of a study: one HTML file that needs no other, with its pictures as SVG. The same study gives the same bytes,
 * but for the seconds.
 */
public final class Report {

    private static final String STYLE = """
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; color: #1b2733; }
            table { border-collapse: collapse; margin: 1rem 0; } th, td { padding: .25rem .75rem; text-align: right; }
            th:first-child { text-align: left; font-weight: normal; } thead th { border-bottom: 1px solid #99a; }
            .loud { color: #a00; font-weight: bold; } figure { display: inline-block; margin: .5rem 1rem .5rem 0; }
            figcaption { font-size: .85rem; max-width: 22rem; } .maps figure { margin-right: 1.5rem; } .cell { fill: #14487a; }
            .curve { fill: none; stroke-width: 2; stroke: #14487a; } .c1 { stroke: #c26a00; } .c2 { stroke: #2a7f3f; }
            .c3 { stroke: #8a2a7f; } .c4 { stroke: #777; } .axis { stroke: #667; } .end { stroke: #99a; stroke-dasharray: 3 3; }
            .tick, .light { font: 11px sans-serif; } .light { fill: #fff; } .point { fill: #14487a; fill-opacity: .7; }
            """;

    private Report() {}

    /** Returns the page. */
    public static String html(Study study) {
        StringBuilder page = new StringBuilder(
                        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
                .append(Html.escaped(study.title()))
                .append(": what networks learned</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>")
                .append(Html.escaped(study.title()))
                .append(": what networks learned</h1>\n");
        page.append(Html.paragraph(opening(study)));
        page.append(Html.heading("What came out")).append(Html.list(Sentences.of(study)));
        for (Dimension dimension : Sentences.dimensions(study)) {
            page.append(dimension.isScale() ? Tables.scale(study, dimension) : Tables.expression(study));
        }
        page.append(Html.heading("How the losses fell"))
                .append(Html.paragraph("The mean loss of an epoch on the images learned"
                        + " from, a curve each seed. Before the broken line a crowd layer's network learns from vote shares, after it"
                        + " from each answer: the two losses are not of one kind."));
        for (String method : study.methods()) {
            String title = Sentences.title(study, method);
            page.append(Html.figure(Charts.losses(title, study.of(method)), title));
        }
        page.append(raters(study)).append(Html.heading("How it was made")).append(made(study));
        return page.append("</body>\n</html>\n").toString();
    }

    private static String opening(Study study) {
        StringBuilder opening = new StringBuilder()
                .append(study.train().size())
                .append(" images to learn from, ")
                .append(study.test().size())
                .append(" to be tested on, chosen by ")
                .append(study.splitBy())
                .append(". ");
        for (Dimension dimension : Sentences.dimensions(study)) {
            opening.append("An image to learn from has ")
                    .append(String.format(java.util.Locale.ROOT, "%.1f", study.ratingsAnImage(dimension)))
                    .append(" answers on ")
                    .append(dimension.key())
                    .append(", by ")
                    .append(study.answers().answering(dimension))
                    .append(" raters in all. ");
        }
        return opening.append("All figures are of the test images, against ")
                .append(study.reference())
                .append('.')
                .toString();
    }

    private static String raters(Study study) {
        StringBuilder part = new StringBuilder();
        for (String method : study.methods()) {
            part.append(Raters.of(study.of(method).get(0)));
        }
        return part.isEmpty() ? "" : Html.heading("The raters") + part;
    }

    private static String made(Study study) {
        List<List<String>> rows = new ArrayList<>();
        for (Outcome outcome : study.outcomes()) {
            Settings settings = outcome.settings();
            rows.add(List.of(
                    settings.name(),
                    settings.architecture().title() + ", " + outcome.parameters() + " parameters",
                    settings.size() + " px",
                    settings.epochs() + " (" + settings.warmUp() + " warm)",
                    String.valueOf(settings.batch()),
                    settings.rate() + " / " + settings.crowdRate(),
                    String.valueOf(settings.threads()),
                    Math.round(outcome.seconds()) + " s"));
        }
        return Html.table(
                        List.of(
                                "Run",
                                "Network",
                                "Pictures",
                                "Epochs",
                                "Batch",
                                "Step / of the crowd layer",
                                "Threads",
                                "Time"),
                        rows)
                + Html.paragraph(
                        "The same files, settings, seed and number of threads give the same network on the same machine."
                                + " Crowd layers: F. Rodrigues and F. C. Pereira, Deep Learning from Crowds, AAAI 2018, written anew; here"
                                + " the loss is the mean over the answers that are there. CCC: L. I.-K. Lin 1989. Calibration error: C. Guo"
                                + " et al. 2017, ten bins. What a crowd layer has learned of raters says something of this study, not of"
                                + " a person's worth.");
    }
}
