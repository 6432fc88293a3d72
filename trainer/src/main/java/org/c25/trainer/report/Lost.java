package org.c25.trainer.report;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.c25.trainer.answers.Expressions;
import org.c25.trainer.outcome.Outcome;
import org.c25.trainer.outcome.Study;

/** Expressions that are there and that a network never recognises: whatever its accuracy, that is said first and loudly. */
final class Lost {

    private static final String NEVER = "NEVER RECOGNISED";

    private Lost() {}

    static boolean isShouted(String text) {
        return text.startsWith(NEVER);
    }

    /** Returns the classes that some of these runs never recognise, shouted, with in how many; or {@code none}. */
    static String names(List<Outcome> outcomes) {
        List<String> names = counts(outcomes).entrySet().stream()
                .map(lost -> Expressions.NAMES.get(lost.getKey())
                        + (lost.getValue() < outcomes.size()
                                ? " (" + lost.getValue() + " of " + outcomes.size() + " seeds)"
                                : ""))
                .toList();
        return names.isEmpty() ? "none" : NEVER + ": " + String.join(", ", names);
    }

    /** Returns in how many runs each class is lost, by code; nothing of those that are recognised. */
    private static SortedMap<Integer, Integer> counts(List<Outcome> outcomes) {
        SortedMap<Integer, Integer> counts = new TreeMap<>();
        for (Outcome outcome : outcomes) {
            if (outcome.expression() != null) {
                outcome.expression().lost().forEach(code -> counts.merge(code, 1, Integer::sum));
            }
        }
        return counts;
    }

    /** Says of each way which classes it lost, and in how many of its seeds. */
    static void say(Study study, List<String> sentences) {
        for (String method : study.methods()) {
            List<Outcome> outcomes = Tables.expressions(study, method);
            SortedMap<Integer, Integer> counts = counts(outcomes);
            if (!counts.isEmpty()) {
                sentences.add(NEVER + " by " + Ways.title(study, method) + ": "
                        + counts.entrySet().stream()
                                .map(lost -> Expressions.NAMES.get(lost.getKey()) + " (none of "
                                        + images(outcomes.get(0), lost.getKey()) + ", in " + lost.getValue() + " of "
                                        + Ways.seeds(outcomes.size()) + ")")
                                .collect(Collectors.joining(", "))
                        + ". Whatever its accuracy, don't use it where that matters."
                        + (isCold(outcomes.get(0))
                                ? " It had no warm-up: a crowd layer that starts cold can merge classes. Use --warm-up 5."
                                : ""));
            }
        }
    }

    private static boolean isCold(Outcome outcome) {
        return outcome.settings().source().isCrowd()
                && outcome.settings().source().warmUp() == 0;
    }

    /** Returns such as {@code 1 image}: all seeds have the same test images. */
    private static String images(Outcome outcome, int code) {
        int count = outcome.expression() == null
                ? 0
                : Arrays.stream(outcome.expression().confusion()[code]).sum();
        return count + (count == 1 ? " image" : " images");
    }
}
