package org.c25.trainer.report;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
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
        return names(outcomes, false);
    }

    private static String names(List<Outcome> outcomes, boolean counted) {
        SortedMap<Integer, String> lost = new TreeMap<>();
        for (Outcome outcome : outcomes) {
            ExpressionMeasures measures = outcome.expression();
            if (measures != null) {
                measures.lost()
                        .forEach(code -> lost.put(
                                code,
                                Expressions.NAMES.get(code)
                                        + (counted ? " (none of " + images(measures, code) + ")" : "")));
            }
        }
        return lost.isEmpty() ? "none" : NEVER + String.join(", ", lost.values());
    }

    /** Says of each way which classes it lost, in how many of its seeds. */
    static void say(Study study, List<String> sentences) {
        for (String method : study.methods()) {
            List<Outcome> losing = study.of(method).stream()
                    .filter(one ->
                            one.expression() != null && !one.expression().lost().isEmpty())
                    .toList();
            if (!losing.isEmpty()) {
                sentences.add(
                        names(losing, true) + ", by " + Ways.title(study, method) + " in " + losing.size() + " of "
                                + Ways.seeds(study.of(method).size())
                                + ". Whatever its accuracy, don't use this network where that matters."
                                + (isCold(losing.get(0))
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
