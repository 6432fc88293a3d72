package org.c25.trainer.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.c25.trainer.answers.Dimension;
import org.c25.trainer.answers.Expressions;
import org.c25.trainer.learning.LabelsAs;
import org.c25.trainer.measures.NoiseCeiling;
import org.c25.trainer.outcome.Outcome;
import org.c25.trainer.outcome.Study;

/** What came out of a study, in sentences: also what nobody likes to hear. */
public final class Sentences {

    private static final String NEVER = "NEVER RECOGNISED: ";
    private static final String BASELINE = LabelsAs.MV.key();
    private static final int FEWEST_SEEDS = 3;

    private Sentences() {}

    public static List<String> of(Study study) {
        List<String> sentences = new ArrayList<>();
        for (String method : study.methods()) {
            lost(study, method, sentences);
        }
        for (Dimension dimension : dimensions(study)) {
            for (String method : study.methods()) {
                if (isCrowd(study, method) && study.methods().contains(BASELINE)) {
                    sentences.add(against(study, method, dimension));
                }
            }
            ceiling(study, dimension, sentences);
        }
        doubts(study, sentences);
        return sentences;
    }

    static boolean isShouted(String text) {
        return text.startsWith(NEVER);
    }

    /** Returns the names of the classes that a run never recognises, shouted; a dash if there is none. */
    static String lost(List<Outcome> outcomes) {
        TreeSet<Integer> lost = new TreeSet<>();
        outcomes.stream()
                .filter(one -> one.expression() != null)
                .forEach(one -> lost.addAll(one.expression().lost()));
        return lost.isEmpty()
                ? "none"
                : NEVER
                        + String.join(
                                ", ", lost.stream().map(Expressions.NAMES::get).toList());
    }

    private static void lost(Study study, String method, List<String> sentences) {
        for (Outcome outcome : study.of(method)) {
            String lost = lost(List.of(outcome));
            if (isShouted(lost)) {
                sentences.add(lost + " (" + outcome.settings().title() + ", seed "
                        + outcome.settings().seed()
                        + "). Whatever its accuracy, don't use this network where these expressions matter."
                        + (outcome.settings().labelsAs() == LabelsAs.CROWD
                                        && outcome.settings().warmUp() == 0
                                ? " A crowd layer without warm-up often merges classes: use --warm-up 5."
                                : ""));
            }
        }
    }

    private static String against(Study study, String method, Dimension dimension) {
        Seeds crowd = Seeds.main(study, method, dimension);
        Seeds majority = Seeds.main(study, BASELINE, dimension);
        Seeds more = crowd.minus(majority);
        String both = title(study, method) + " reaches " + crowd + ", " + title(study, BASELINE) + " " + majority + ".";
        String figure = (dimension.isScale() ? "CCC of " : "Accuracy of ") + dimension.key() + ": ";
        long better = more.values().stream().filter(one -> one > 0).count();
        String ratings = String.format(Locale.ROOT, "%.1f", study.ratingsAnImage(dimension));
        if (better == more.values().size()) {
            return figure + both + " The crowd layer gains " + Html.number(more.mean())
                    + (better == 1
                            ? " in the one seed."
                            : ", in each seed (" + Html.number(more.least()) + " to " + Html.number(more.most())
                                    + "), with " + ratings + " ratings an image.");
        }
        if (better == 0) {
            return figure + both + " The crowd layer does not beat the majority vote here, with " + ratings
                    + " ratings an image. With many ratings that is usual: the majority is hardly wrong by itself.";
        }
        return figure + both + " The crowd layer is better in " + better + " of "
                + more.values().size() + " seeds: this study doesn't show that it is better, nor that it is not.";
    }

    private static void ceiling(Study study, Dimension dimension, List<String> sentences) {
        NoiseCeiling ceiling = study.ceilings().get(dimension);
        if (ceiling == null || Double.isNaN(ceiling.person())) {
            return;
        }
        String what = dimension.isScale() ? "a CCC of " : "a share of ";
        sentences.add("Noise ceiling of " + dimension.key() + ": one person agrees with the others' "
                + (dimension.isScale() ? "mean" : "majority") + " with " + what + Html.number(ceiling.person())
                + (Double.isNaN(ceiling.half())
                        ? "."
                        : ", half of the people with the other half with " + Html.number(ceiling.half()) + "."));
        String best = study.methods().stream()
                .filter(method ->
                        !Double.isNaN(Seeds.main(study, method, dimension).mean()))
                .max((one, other) -> Double.compare(
                        Seeds.main(study, one, dimension).mean(),
                        Seeds.main(study, other, dimension).mean()))
                .orElse("");
        if (!best.isEmpty() && Seeds.main(study, best, dimension).mean() < ceiling.person()) {
            sentences.add("No network here reaches what one person reaches in " + dimension.key() + ".");
        }
    }

    private static void doubts(Study study, List<String> sentences) {
        long seeds = study.methods().stream()
                .mapToLong(one -> study.of(one).size())
                .min()
                .orElse(0);
        if (seeds < FEWEST_SEEDS) {
            sentences.add("Each way has learned with " + (seeds == 1 ? "one seed" : seeds + " seeds")
                    + ". Seeds alone move an accuracy by about 0.05: take three or more before you compare.");
        }
        int n = study.test().size();
        sentences.add(String.format(
                Locale.ROOT,
                "%d test images: an accuracy of 0.80 is uncertain by ±%.2f (95 %%) by their number alone.",
                n,
                1.96 * Math.sqrt(0.8 * 0.2 / Math.max(1, n))));
        if (!study.splitBy().equals("person")) {
            sentences.add(
                    "The test images were chosen by image: one person's face may be both among those learned from and"
                            + " among those tested. For faces of new people expect less.");
        }
        if (!study.reference().equals("the truth")) {
            sentences.add("All are held against " + study.reference()
                    + ", which is wrong at times: a network that sees better than the people can't show it here.");
        }
    }

    static List<Dimension> dimensions(Study study) {
        return study.outcomes().stream()
                .flatMap(one -> one.settings().target().dimensions().stream())
                .distinct()
                .toList();
    }

    static boolean isCrowd(Study study, String method) {
        return study.of(method).get(0).settings().labelsAs() == LabelsAs.CROWD;
    }

    static String title(Study study, String method) {
        return study.of(method).get(0).settings().title();
    }
}
