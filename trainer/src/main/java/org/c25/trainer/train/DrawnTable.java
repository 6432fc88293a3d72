package org.c25.trainer.train;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.c25.trainer.answers.Dimension;
import org.c25.trainer.answers.Expressions;
import org.c25.trainer.crowd.CrowdKind;
import org.c25.trainer.drawn.SimulatedRater;
import org.c25.trainer.learning.LabelsAs;
import org.c25.trainer.measures.ExpressionMeasures;
import org.c25.trainer.measures.Likeness;
import org.c25.trainer.outcome.LearnedRater;
import org.c25.trainer.outcome.Outcome;
import org.c25.trainer.outcome.Study;

/**
 * The ways of learning beside each other, for few and for many answers an image, and what the warm crowd layer gains: two
 * tables in Markdown, as docs/trainer.md has them.
 */
final class DrawnTable {

    private final List<Study> studies;
    private final List<SimulatedRater> raters;
    private final float[] truth;

    /**
     * @param raters those whose answers were learned from, in their order
     * @param truth the true expression of each image
     */
    DrawnTable(List<Study> studies, List<SimulatedRater> raters, float[] truth) {
        this.studies = studies;
        this.raters = raters;
        this.truth = truth;
    }

    /** Returns both tables, and how long the networks learned. */
    String text() {
        return "\n" + ways() + "\n" + warm() + "\n" + time();
    }

    private String ways() {
        StringBuilder table = head("learned from");
        for (String method : studies.get(0).methods()) {
            String title = studies.get(0).of(method).get(0).settings().title();
            table.append(row(title, study -> accuracies(study.of(method))));
        }
        return table.append(row(
                        "learned and true confusion of a rater, mean r, mw with warm-up",
                        study -> seeds(warm(study), outcome -> decimals(likeness(outcome.raters())))))
                .toString();
    }

    private String warm() {
        return head("the warm crowd layer mw")
                .append(row("gain over the majority vote", DrawnTable::gains))
                .append(row("its least recognised expression, recall", study -> seeds(warm(study), DrawnTable::least)))
                .append(row(
                        "beside it: the majority vote of the raters is right on",
                        study -> String.format(Locale.ROOT, "%.0f %%", 100 * rightMajorities(study))))
                .toString();
    }

    private String time() {
        List<Outcome> all =
                studies.stream().flatMap(one -> one.outcomes().stream()).toList();
        double seconds = all.stream().mapToDouble(Outcome::seconds).sum();
        var settings = all.get(0).settings();
        return String.format(
                Locale.ROOT,
                "These %d networks learned for %.1f minutes by the clock, %.0f s each: %d × %d pixels, %d epochs, threads: %d.%n",
                all.size(),
                seconds / 60,
                seconds / all.size(),
                settings.preprocessing().width(),
                settings.preprocessing().height(),
                settings.steps().epochs(),
                settings.threads());
    }

    private StringBuilder head(String first) {
        return new StringBuilder(row(first, study -> study.title().replaceFirst("^Drawn faces, ", "")))
                .append("| --- |")
                .append(" --- |".repeat(studies.size()))
                .append('\n');
    }

    private String row(String first, Function<Study, String> cell) {
        return "| " + first + " | " + studies.stream().map(cell).collect(Collectors.joining(" | ")) + " |\n";
    }

    private static String accuracies(List<Outcome> seeds) {
        String lost = seeds.stream()
                .flatMap(one -> expression(one).lost().stream())
                .distinct()
                .map(Expressions.NAMES::get)
                .collect(Collectors.joining(", "));
        return seeds.isEmpty()
                ? "the same"
                : seeds(seeds, one -> decimals(expression(one).accuracy()))
                        + (lost.isEmpty() ? "" : ", never right: " + lost);
    }

    private static ExpressionMeasures expression(Outcome outcome) {
        return Objects.requireNonNull(outcome.expression());
    }

    private static String seeds(List<Outcome> seeds, Function<Outcome, String> figure) {
        return seeds.stream().map(figure).collect(Collectors.joining(" / "));
    }

    private static String decimals(double figure) {
        return String.format(Locale.ROOT, "%.3f", figure);
    }

    /** Returns the runs of the matrix layer after a warm-up. */
    private static List<Outcome> warm(Study study) {
        return study.outcomes().stream()
                .filter(one -> one.settings().source().warmUp() > 0
                        && one.settings().source().layer(Dimension.EXPRESSION) == CrowdKind.MW)
                .toList();
    }

    private static String gains(Study study) {
        List<Outcome> majority = study.of(LabelsAs.MV.key());
        List<Outcome> warm = warm(study);
        return IntStream.range(0, warm.size())
                .mapToObj(seed -> decimals(expression(warm.get(seed)).accuracy()
                        - expression(majority.get(seed)).accuracy()))
                .collect(Collectors.joining(" / "));
    }

    private static String least(Outcome outcome) {
        double[] recall = expression(outcome).recall();
        int least = 0;
        for (int code = 1; code < recall.length; code++) {
            // What occurs in no image has no recall.
            least = Double.isNaN(recall[least]) || recall[code] < recall[least] ? code : least;
        }
        return Expressions.NAMES.get(least) + " " + decimals(recall[least]);
    }

    /** Returns the mean over the raters. */
    private double likeness(List<LearnedRater> learned) {
        return IntStream.range(0, raters.size())
                .mapToDouble(at -> Likeness.of(
                        Objects.requireNonNull(learned.get(at).learned()),
                        raters.get(at).confusion()))
                .average()
                .orElse(Double.NaN);
    }

    private double rightMajorities(Study study) {
        return IntStream.range(0, truth.length)
                        .filter(image -> study.answers().mode(Dimension.EXPRESSION, image) == truth[image])
                        .count()
                / (double) truth.length;
    }
}
