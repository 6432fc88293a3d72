package org.c25.trainer.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.c25.trainer.answers.Dimension;
import org.c25.trainer.learning.LabelsAs;
import org.c25.trainer.measures.NoiseCeiling;
import org.c25.trainer.outcome.Study;

/** What came out of a study, in sentences that are said only where its numbers say so: also what nobody likes to hear. */
public final class Sentences {

    /** With so few ratings an image, people's own majority is not much to go by. */
    private static final double FEW = 5;

    private Sentences() {}

    public static List<String> of(Study study) {
        return groups(study).values().stream().flatMap(List::stream).toList();
    }

    /** Returns them by what they are about, in the order in which they are to be read. */
    static Map<String, List<String>> groups(Study study) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        if (study.outcomes().isEmpty()) {
            groups.put("", List.of("No network has learned yet: there is nothing to report."));
            return groups;
        }
        add(groups, "", sentences -> Lost.say(study, sentences));
        for (Dimension dimension : Ways.dimensions(study)) {
            add(groups, Ways.capital(dimension.key()), sentences -> {
                Comparison.say(study, dimension, sentences);
                truth(study, dimension, sentences);
                ceiling(study, dimension, sentences);
                seeds(study, dimension, sentences);
                if (!dimension.isScale()) {
                    Calibration.say(study, sentences);
                }
            });
        }
        add(groups, "What this can't say", sentences -> Doubts.say(study, sentences));
        return groups;
    }

    private static void add(Map<String, List<String>> groups, String name, Consumer<List<String>> say) {
        List<String> sentences = new ArrayList<>();
        say.accept(sentences);
        if (!sentences.isEmpty()) {
            groups.put(name, sentences);
        }
    }

    private static void truth(Study study, Dimension dimension, List<String> sentences) {
        if (study.methods().contains(LabelsAs.TRUTH.key())) {
            Seeds truth = Seeds.main(study, LabelsAs.TRUTH.key(), dimension);
            if (!truth.isEmpty()) {
                sentences.add("Had all labels been right, the network would have reached " + truth + " ("
                        + Ways.figure(dimension) + ").");
            }
        }
    }

    private static void ceiling(Study study, Dimension dimension, List<String> sentences) {
        NoiseCeiling ceiling = study.ceilings().get(dimension);
        if (ceiling == null || Double.isNaN(ceiling.person())) {
            return;
        }
        String middle = dimension.isScale() ? "mean" : "majority";
        String what =
                "Noise ceiling of " + Ways.name(dimension) + ": one person reaches " + Html.number(ceiling.person())
                        + " against the " + middle + " of the others"
                        + (Double.isNaN(ceiling.half())
                                ? "."
                                : ", half of the people " + Html.number(ceiling.half()) + " against the other half.");
        if (!Ways.isAgainstPeople(study)) {
            sentences.add(what + " The networks are held against " + study.reference()
                    + " instead: the two kinds of figures can't be compared.");
            return;
        }
        double ratings = Ways.ratings(study, dimension);
        sentences.add(what
                + (ratings <= FEW
                        ? " With " + Html.decimals("%.1f", ratings) + " ratings an image both are low: a " + middle
                                + " of so few is often wrong itself."
                        : "")
                + Ways.best(study, dimension)
                        .map(best -> held(study, dimension, best, ceiling))
                        .orElse(""));
    }

    private static String held(Study study, Dimension dimension, String method, NoiseCeiling ceiling) {
        double mean = Seeds.main(study, method, dimension).mean();
        String best = Ways.title(study, method) + " (" + Html.number(mean) + ")";
        if (mean < ceiling.person()) {
            return " No way of learning reaches what one person reaches; the nearest is " + best + ".";
        }
        return mean < ceiling.half() || Double.isNaN(ceiling.half())
                ? " The best way, " + best + ", fits the people better than one of them does alone."
                : " The best way, " + best
                        + ", fits the people better than one of them does alone, and at least as well as"
                        + " half of them fit the others.";
    }

    private static void seeds(Study study, Dimension dimension, List<String> sentences) {
        study.methods().stream()
                .filter(method -> Seeds.main(study, method, dimension).count() > 1)
                .max(Comparator.comparingDouble(method -> apart(study, method, dimension)))
                .ifPresent(method -> sentences.add("Seeds alone move the " + Ways.figure(dimension) + " by up to "
                        + Html.number(apart(study, method, dimension)) + " (" + Ways.title(study, method)
                        + "). A smaller difference between two ways says little."));
    }

    private static double apart(Study study, String method, Dimension dimension) {
        Seeds seeds = Seeds.main(study, method, dimension);
        return seeds.most() - seeds.least();
    }
}
