package org.c25.trainer.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.c25.trainer.answers.Dimension;
import org.c25.trainer.answers.Expressions;
import org.c25.trainer.measures.ExpressionMeasures;
import org.c25.trainer.outcome.Study;

/** What a study can't say. */
final class Doubts {

    private static final int FEWEST_SEEDS = 3;
    private static final double Z = 1.96;

    private Doubts() {}

    static void say(Study study, List<String> sentences) {
        seeds(study, sentences);
        for (Dimension dimension : Ways.dimensions(study)) {
            answers(study, dimension, sentences);
        }
        Ways.best(study, Dimension.EXPRESSION).ifPresent(best -> images(study, best, sentences));
        if (!study.splitBy().equals("person")) {
            sentences.add("The images were split by " + study.splitBy()
                    + ": one person's face may be both among those learned from and among those tested. For faces of new"
                    + " people expect less.");
        }
        if (Ways.isAgainstPeople(study)) {
            sentences.add("All are held against " + study.reference()
                    + ", which can be wrong: a network that sees better than the people can't show it here.");
        }
    }

    private static void seeds(Study study, List<String> sentences) {
        int fewest = study.methods().stream()
                .mapToInt(method -> study.of(method).size())
                .min()
                .orElse(0);
        if (fewest < FEWEST_SEEDS) {
            sentences.add(Ways.seeds(fewest) + " a way " + (fewest == 1 ? "is" : "are")
                    + " too few to say which way is better: take three or more.");
        }
    }

    private static void answers(Study study, Dimension dimension, List<String> sentences) {
        if (!study.answers().has(dimension)) {
            return;
        }
        long without = study.train().stream()
                .filter(image -> study.answers().count(dimension, image) == 0)
                .count();
        if (without > 0) {
            sentences.add(without + " of " + study.train().size() + " images to learn from have no answer on "
                    + Ways.name(dimension) + ".");
        }
        boolean crowd = study.outcomes().stream()
                .anyMatch(one -> one.settings().source().isCrowd());
        if (study.answers().answering(dimension) < 2 && crowd) {
            sentences.add("Fewer than two raters answered on " + Ways.name(dimension)
                    + ": a crowd layer has nobody to tell apart, and there is no noise ceiling.");
        }
    }

    private static void images(Study study, String best, List<String> sentences) {
        ExpressionMeasures measures = study.of(best).get(0).expression();
        if (measures == null || measures.images() == 0) {
            return;
        }
        double accuracy = Seeds.main(study, best, Dimension.EXPRESSION).mean();
        sentences.add("An accuracy of " + Html.number(accuracy) + " on " + measures.images()
                + (measures.images() == 1 ? " test image" : " test images") + " is anything from "
                + Html.decimals("%.2f", wilson(accuracy, measures.images(), -1)) + " to "
                + Html.decimals("%.2f", wilson(accuracy, measures.images(), 1))
                + " (95 %) by the number of images alone.");
        String absent = IntStream.range(0, Expressions.COUNT)
                .filter(code -> Arrays.stream(measures.confusion()[code]).sum() == 0)
                .mapToObj(Expressions.NAMES::get)
                .collect(Collectors.joining(", "));
        if (!absent.isEmpty()) {
            sentences.add("No test image shows " + absent + ": nothing can be said of that.");
        }
    }

    /**
     * Returns an end of the interval of a share (E. B. Wilson 1927).
     *
     * @param side −1 for the lower end, 1 for the upper
     */
    static double wilson(double share, int of, int side) {
        double zz = Z * Z / of;
        double half = Z * Math.sqrt(share * (1 - share) / of + zz / (4.0 * of));
        return (share + zz / 2 + side * half) / (1 + zz);
    }
}
