package org.c25.quality;

import java.util.List;
import java.util.function.ToIntFunction;
import org.c25.affect.Dimension;
import org.c25.affect.Expression;
import org.c25.affect.Step;
import org.c25.agreement.WeightedKappa;
import org.c25.agreement.WeightedKappa.Weights;
import org.jspecify.annotations.Nullable;

/**
 * How well somebody agrees with themselves on the images shown twice.
 *
 * @param pairs the images answered twice
 * @param expressionKappa Cohen's kappa of the expressions; null where it is not defined, such as when both times
 *     everything was the same expression
 * @param valenceKappa with quadratic weights; null as above
 * @param arousalKappa with quadratic weights; null as above
 * @param valenceDifference the mean absolute difference of the two answers in steps, 0 … 8; null without pairs
 * @param arousalDifference as of valence
 */
record SelfAgreement(
        List<Answers.Pair> pairs,
        @Nullable Double expressionKappa,
        @Nullable Double valenceKappa,
        @Nullable Double arousalKappa,
        @Nullable Double valenceDifference,
        @Nullable Double arousalDifference) {

    static SelfAgreement of(List<Answers.Pair> pairs) {
        return new SelfAgreement(
                pairs,
                kappa(pairs, Answer::expression, Expression.all().size(), Weights.NOMINAL),
                kappa(pairs, answer -> answer.valence() - 1, Step.GREATEST, Weights.QUADRATIC),
                kappa(pairs, answer -> answer.arousal() - 1, Step.GREATEST, Weights.QUADRATIC),
                difference(pairs, Dimension.VALENCE),
                difference(pairs, Dimension.AROUSAL));
    }

    private static @Nullable Double kappa(
            List<Answers.Pair> pairs, ToIntFunction<Answer> category, int categories, Weights weights) {
        int[] first = pairs.stream().map(Answers.Pair::first).mapToInt(category).toArray();
        int[] second =
                pairs.stream().map(Answers.Pair::second).mapToInt(category).toArray();
        double kappa = first.length == 0 ? Double.NaN : WeightedKappa.of(first, second, categories, weights);
        return Double.isNaN(kappa) ? null : Double.valueOf(kappa);
    }

    private static @Nullable Double difference(List<Answers.Pair> pairs, Dimension scale) {
        double mean = pairs.stream()
                .filter(pair -> pair.first().step(scale) != 0 && pair.second().step(scale) != 0)
                .mapToInt(pair ->
                        Math.abs(pair.first().step(scale) - pair.second().step(scale)))
                .average()
                .orElse(Double.NaN);
        return Double.isNaN(mean) ? null : Double.valueOf(mean);
    }
}
