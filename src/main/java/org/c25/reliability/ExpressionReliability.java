package org.c25.reliability;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.c25.agreement.Answers;
import org.c25.agreement.Basis;
import org.c25.agreement.UndefinedReason;
import org.c25.common.Numbers;

/**
 * How reliable the majority votes for the expressions are.
 *
 * @param basis the images with two or more answers
 * @param answered the share of all answers that are there, of the images with an answer and of all raters: 0 … 1
 * @param needed how many raters it takes for κ of 0.80 and 0.90
 */
public record ExpressionReliability(
        Basis basis, double answered, MajorityReliability majority, List<RatersNeeded> needed) {

    /** The share of answers above which those that lack change little. */
    private static final double MUCH = 0.9;

    static ExpressionReliability of(Answers answers, long seed) {
        MajorityReliability majority = MajorityReliability.of(answers, seed);
        return new ExpressionReliability(
                Basis.shared(answers),
                answered(answers),
                majority,
                Reliability.WANTED.stream().map(majority::needed).toList());
    }

    private static double answered(Answers answers) {
        double given = 0;
        double images = 0;
        for (int[] counts : answers.counts()) {
            int here = IntStream.of(counts).sum();
            given += here;
            images += here > 0 ? 1 : 0;
        }
        return given / images / answers.raters();
    }

    /** Returns what to mind where answers lack; empty where hardly any do. */
    public Optional<String> warning() {
        return answered < MUCH
                ? Optional.of(
                        "Only " + Numbers.percent(answered)
                                + " of the answers are there: a group of so many raters is a"
                                + " group of fewer on each image, so κ of complete groups is greater. Do not plan by these numbers.")
                : Optional.empty();
    }

    /** Returns why there is no κ, in words. */
    public String whyUndefined() {
        return (answered < 1 && basis.images() > 0 && basis.participants() > 1
                        ? UndefinedReason.NO_PAIR
                        : basis.whyUndefined())
                .words();
    }
}
