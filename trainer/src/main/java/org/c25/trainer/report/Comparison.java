package org.c25.trainer.report;

import java.util.List;
import org.c25.trainer.answers.Dimension;
import org.c25.trainer.learning.LabelsAs;
import org.c25.trainer.outcome.Study;

/** Says of each way of learning whether it did better than the majority vote, seed by seed, and whether that was to be expected. */
final class Comparison {

    /** With up to so many ratings an image a crowd layer is known to pay, from so many on it is not. */
    private static final double FEW = 5;

    private static final double MANY = 20;

    private Comparison() {}

    static void say(Study study, Dimension dimension, List<String> sentences) {
        if (!study.methods().contains(Ways.BASELINE)) {
            return;
        }
        Seeds majority = Seeds.main(study, Ways.BASELINE, dimension);
        for (String method : study.methods()) {
            Seeds own = Seeds.main(study, method, dimension);
            Seeds more = own.minus(majority);
            boolean known = Ways.settings(study, method).labelsAs() == LabelsAs.TRUTH;
            if (!method.equals(Ways.BASELINE) && !known && !more.isEmpty()) {
                sentences.add(Ways.capital(Ways.title(study, method)) + ": " + Ways.figure(dimension) + " " + own + ", "
                        + verdict(more, "the majority vote's " + majority)
                        + expectation(study, method, dimension, more));
            }
        }
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

    /** Returns what was measured before, where it was: of crowd layers of the expression after a warm-up. */
    private static String expectation(Study study, String method, Dimension dimension, Seeds more) {
        double ratings = Ways.ratings(study, dimension);
        if (Ways.settings(study, method).labelsAs() != LabelsAs.CROWD
                || Ways.settings(study, method).warmUp() == 0
                || dimension.isScale()
                || Double.isNaN(ratings)) {
            return "";
        }
        String with = " With " + Html.decimals("%.1f", ratings) + " ratings an image ";
        boolean always = better(more) == more.count();
        boolean never = better(more) == 0;
        if (ratings > FEW && ratings < MANY) {
            return with + "nobody could know beforehand: what was measured has 3 and 25.";
        }
        if (ratings <= FEW) {
            return always
                    ? with + "that was to be expected: a crowd layer pays with few ratings."
                    : with + "more was to be expected: in what was measured, a crowd layer paid with 3.";
        }
        return never
                ? with + "that was to be expected: a crowd layer pays with few ratings; with 25 it did not in what was"
                        + " measured."
                : always
                        ? with + "that is more than was to be expected: with 25 it did not pay in what was measured."
                        : "";
    }
}
