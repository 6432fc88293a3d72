package org.c25.trainer.train;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.c25.trainer.answers.Expressions;
import org.c25.trainer.drawn.SimulatedRater;
import org.c25.trainer.measures.Likeness;
import org.c25.trainer.outcome.LearnedRater;
import org.c25.trainer.outcome.Outcome;
import org.c25.trainer.outcome.Study;

/** The ways of learning beside each other, for few and for many answers an image, as a Markdown table. */
final class DrawnTable {

    private DrawnTable() {}

    /** @param raters those whose answers were learned from, in their order */
    static String of(List<Study> studies, List<SimulatedRater> raters) {
        StringBuilder table = new StringBuilder("\n| learned from |");
        studies.forEach(study -> table.append(' ').append(study.title()).append(" |"));
        table.append("\n| --- |").append(" --- |".repeat(studies.size())).append('\n');
        for (String method : studies.get(0).methods()) {
            table.append("| ")
                    .append(studies.get(0).of(method).get(0).settings().title())
                    .append(" |");
            studies.forEach(
                    study -> table.append(' ').append(cell(study.of(method))).append(" |"));
            table.append('\n');
        }
        table.append("| learned and true confusion of a rater, mean r: matrix layer after a warm-up |");
        studies.forEach(
                study -> table.append(' ').append(likenesses(study, raters)).append(" |"));
        return table.append('\n').toString();
    }

    private static String cell(List<Outcome> seeds) {
        if (seeds.isEmpty()) {
            return "the same";
        }
        String accuracies = seeds.stream()
                .map(one -> String.format(
                        Locale.ROOT,
                        "%.3f",
                        Objects.requireNonNull(one.expression()).accuracy()))
                .collect(Collectors.joining(" / "));
        String lost = seeds.stream()
                .flatMap(one -> Objects.requireNonNull(one.expression()).lost().stream())
                .distinct()
                .map(Expressions.NAMES::get)
                .collect(Collectors.joining(", "));
        return accuracies + (lost.isEmpty() ? "" : " – never right: " + lost);
    }

    /** Returns for each seed the mean over the raters. */
    private static String likenesses(Study study, List<SimulatedRater> raters) {
        return study.outcomes().stream()
                .filter(one -> one.settings().warmUp() > 0)
                .filter(one -> one.raters().stream().anyMatch(rater -> rater.learned() != null))
                .map(one -> String.format(Locale.ROOT, "%.3f", likeness(one.raters(), raters)))
                .collect(Collectors.joining(" / "));
    }

    private static double likeness(List<LearnedRater> learned, List<SimulatedRater> raters) {
        return IntStream.range(0, raters.size())
                .mapToDouble(at -> Likeness.of(
                        Objects.requireNonNull(learned.get(at).learned()),
                        raters.get(at).confusion()))
                .average()
                .orElse(Double.NaN);
    }
}
