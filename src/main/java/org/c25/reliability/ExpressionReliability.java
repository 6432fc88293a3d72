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
 * @param whyUndefined why there is no κ, if there is none
 * @param needed how many raters it takes for κ of 0.80 and 0.90
 */
public record ExpressionReliability(
        Basis basis,
        double answered,
        MajorityReliability majority,
        UndefinedReason whyUndefined,
        List<RatersNeeded> needed) {

    /** The share of answers above which those that lack change little. */
    private static final double MUCH = 0.9;

    static ExpressionReliability of(Answers answers, long seed) {
        MajorityReliability majority = MajorityReliability.of(answers, seed);
        return new ExpressionReliability(
                Basis.shared(answers),
                answered(answers),
                majority,
                whyUndefined(answers),
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

    /** Returns what to mind where answers lack; empty where hardly any do, or where there is no κ. */
    public Optional<String> warning() {
        return answered < MUCH && majority.at(1).isDefined()
                ? Optional.of(
                        "Only " + Numbers.percent(answered)
                                + " of the answers are there: a group of so many raters is a"
                                + " group of fewer on each image, so κ of complete groups is greater. Do not plan by these numbers.")
                : Optional.empty();
    }

    private static UndefinedReason whyUndefined(Answers answers) {
        UndefinedReason reason = Basis.shared(answers).whyUndefined();
        if (reason != UndefinedReason.ONE_CATEGORY || answered(answers) == 1) {
            return reason;
        }
        return IntStream.range(0, answers.raters()).anyMatch(rater -> sharesEnough(answers, rater))
                ? UndefinedReason.NO_PAIR_VARIES
                : UndefinedReason.NO_PAIR;
    }

    /** Whether a rater shares enough images with one of those before them. */
    private static boolean sharesEnough(Answers answers, int rater) {
        byte[] own = answers.of(rater);
        return IntStream.range(0, rater)
                .mapToObj(answers::of)
                .mapToInt(other -> (int) IntStream.range(0, own.length)
                        .filter(image -> own[image] >= 0 && other[image] >= 0)
                        .count())
                .anyMatch(shared -> Basis.isEnough(shared, own.length));
    }
}
