package org.c25.trainer.train;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.c25.trainer.answers.Expressions;
import org.c25.trainer.outcome.Outcome;
import org.c25.trainer.outcome.Study;

/** The ways of learning beside each other, for few and for many answers an image, as a Markdown table. */
final class DrawnTable {

    private DrawnTable() {}

    static String of(List<Study> studies) {
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
        return table.toString();
    }

    private static String cell(List<Outcome> seeds) {
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
}
