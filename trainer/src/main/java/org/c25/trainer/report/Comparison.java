package org.c25.trainer.report;

import java.util.ArrayList;
import java.util.List;
import org.c25.trainer.answers.Dimension;
import org.c25.trainer.learning.LabelsAs;
import org.c25.trainer.outcome.Study;

/**
 * Says of each way of learning whether it did better than those from which anybody could learn without a crowd layer, seed by
 * seed; and what was measured before under the same conditions, where something was.
 */
final class Comparison {

    /** What was measured (docs/trainer.md) has so many ratings an image, and so many seeds. */
    private static final int FEW = 3;

    private static final int MANY = 25;
    private static final int SEEDS = 3;

    private Comparison() {}

    static void say(Study study, Dimension dimension, List<String> sentences) {
        for (String method : study.methods()) {
            Seeds own = Seeds.main(study, method, dimension);
            List<String> verdicts = new ArrayList<>();
            for (String other : baselines(study, method, dimension)) {
                Seeds more = own.minus(Seeds.main(study, other, dimension));
                if (!more.isEmpty()) {
                    verdicts.add(verdict(more, possessive(other, dimension) + " " + Seeds.main(study, other, dimension))
                            + (other.equals(Ways.BASELINE) ? measured(study, method, dimension, more) : ""));
                }
            }
            if (!verdicts.isEmpty()) {
                sentences.add(Ways.capital(Ways.title(study, method)) + ": " + Ways.figure(dimension) + " " + own + ", "
                        + String.join(" It is ", verdicts));
            }
        }
    }

    /** Returns what a way is held against: the better one of the two for this dimension first. */
    private static List<String> baselines(Study study, String method, Dimension dimension) {
        LabelsAs labelsAs = Ways.settings(study, method).source().labelsAs();
        List<String> both = dimension.isScale()
                ? List.of(LabelsAs.SHARES.key(), Ways.BASELINE)
                : List.of(Ways.BASELINE, LabelsAs.SHARES.key());
        return switch (labelsAs) {
            case TRUTH, MV -> List.of();
            case SHARES ->
                List.of(Ways.BASELINE).stream()
                        .filter(study.methods()::contains)
                        .toList();
            case CROWD, AFFECTNET ->
                both.stream().filter(study.methods()::contains).toList();
        };
    }

    private static String possessive(String baseline, Dimension dimension) {
        if (dimension.isScale()) {
            return baseline.equals(Ways.BASELINE) ? "the most frequent step's" : "the mean's";
        }
        return baseline.equals(Ways.BASELINE) ? "the majority vote's" : "the vote shares'";
    }

    private static String verdict(Seeds more, String majority) {
        long better = better(more);
        String by = Html.number(more.mean());
        if (more.count() == 1) {
            return better == 1
                    ? "better than " + majority + " by " + by + " in the one seed."
                    : "no better than " + majority + " in the one seed: " + by + ".";
        }
        String average = by + " on average (" + Html.number(more.least()) + " to " + Html.number(more.most()) + ").";
        if (better == more.count()) {
            return "better than " + majority + " in each of " + more.count() + " seeds, by " + average;
        }
        if (better == 0) {
            return "no better than " + majority + " in any of " + more.count() + " seeds: " + average;
        }
        return "better than " + majority + " in " + better + " of " + more.count() + " seeds: " + average
                + " This shows neither that it is better nor that it is not.";
    }

    private static long better(Seeds more) {
        return more.values().values().stream().filter(one -> one > 0).count();
    }

    /** Returns what was measured before: of crowd layers of the expression after a warm-up, with as many ratings and seeds. */
    private static String measured(Study study, String method, Dimension dimension, Seeds more) {
        double ratings = Ways.ratings(study, dimension);
        boolean asMeasured = Ways.settings(study, method).source().isCrowd()
                && Ways.settings(study, method).source().warmUp() > 0
                && !dimension.isScale()
                && Ways.isAgainstPeople(study)
                && more.count() >= SEEDS;
        if (asMeasured && Math.round(ratings) == FEW) {
            return better(more) == more.count()
                    ? " On drawn faces with 3 ratings an image it was so in each of three seeds, too (docs/trainer.md)."
                    : " On drawn faces with 3 ratings an image it was better in each of three seeds (docs/trainer.md)."
                            + " Here it was not.";
        }
        return asMeasured && Math.round(ratings) == MANY
                ? " On drawn faces with 25 ratings an image it gained 0.04 at most (docs/trainer.md)."
                : "";
    }
}
