package org.c25.trainer.report;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.c25.trainer.answers.Expressions;
import org.c25.trainer.learning.LabelsAs;
import org.c25.trainer.measures.ExpressionMeasures;
import org.c25.trainer.outcome.Outcome;
import org.c25.trainer.outcome.Study;

/** Expressions that are there and that a network never recognises: whatever its accuracy, that is said first and loudly. */
final class Lost {

    private static final String NEVER = "NEVER RECOGNISED: ";

    private Lost() {}

    static boolean isShouted(String text) {
        return text.startsWith(NEVER);
    }

    /** Returns the names of the classes that some of these runs never recognise, shouted; or {@code none}. */
    static String names(List<Outcome> outcomes) {
        TreeSet<Integer> lost = new TreeSet<>();
        for (Outcome outcome : outcomes) {
            if (outcome.expression() != null) {
                lost.addAll(outcome.expression().lost());
            }
        }
        return lost.isEmpty()
                ? "none"
                : NEVER + lost.stream().map(Expressions.NAMES::get).collect(Collectors.joining(", "));
    }

    static void say(Study study, List<String> sentences) {
        for (Outcome outcome : study.outcomes()) {
            ExpressionMeasures measures = outcome.expression();
            if (measures != null && !measures.lost().isEmpty()) {
                sentences.add(NEVER
                        + measures.lost().stream()
                                .map(code -> Expressions.NAMES.get(code) + " (0 of " + images(measures, code) + ")")
                                .collect(Collectors.joining(", "))
                        + " by " + outcome.settings().title() + ", seed "
                        + outcome.settings().seed()
                        + ". Whatever its accuracy, don't use this network where that matters."
                        + (isCold(outcome)
                                ? " It had no warm-up: a crowd layer that starts cold can merge classes. Use --warm-up 5."
                                : ""));
            }
        }
    }

    private static boolean isCold(Outcome outcome) {
        return outcome.settings().labelsAs() == LabelsAs.CROWD
                && outcome.settings().warmUp() == 0;
    }

    /** Returns such as {@code 1 image}. */
    static String images(ExpressionMeasures measures, int code) {
        int count = Arrays.stream(measures.confusion()[code]).sum();
        return count + (count == 1 ? " image" : " images");
    }
}
