package org.c25.agreement;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import org.c25.affect.Dimension;
import org.c25.agreement.WeightedKappa.Weights;
import org.c25.ratings.Ratings;
import org.c25.ratings.Repeat;

/**
 * The figures of how far a person agrees with themselves, by their first and second answers to the images that they saw
 * twice. An undefined figure is NaN. Pages, flags and files all take these figures from here.
 */
public record SelfAgreement(Expressions expression, Steps valence, Steps arousal) {

    /**
     * The figures for the expressions.
     *
     * @param pairs how many images have both expressions
     * @param kappa Cohen's κ of the first and second answers, without weights, at most 1
     * @param same the share of images with the same expression both times, 0 … 1
     */
    public record Expressions(int pairs, double kappa, double same) {}

    /**
     * The figures for valence or for arousal.
     *
     * @param pairs how many images have both steps
     * @param kappa Cohen's κ with quadratic weights, at most 1
     * @param difference the mean absolute difference in steps, 0 … 8
     */
    public record Steps(int pairs, double kappa, double difference) {}

    public static SelfAgreement of(List<Repeat> repeats) {
        Pairs expressions = Pairs.of(repeats, Dimension.EXPRESSION);
        return new SelfAgreement(
                new Expressions(
                        expressions.size(),
                        expressions.kappa(Weights.NOMINAL),
                        expressions.mean((first, second) -> first == second ? 1 : 0)),
                steps(Pairs.of(repeats, Dimension.VALENCE)),
                steps(Pairs.of(repeats, Dimension.AROUSAL)));
    }

    private static Steps steps(Pairs pairs) {
        return new Steps(
                pairs.size(), pairs.kappa(Weights.QUADRATIC), pairs.mean((first, second) -> Math.abs(first - second)));
    }

    /** The first and second answers of one dimension. A repeat that lacks one of its two answers is left out. */
    record Pairs(int categories, byte[] first, byte[] second) {

        static Pairs of(List<Repeat> repeats, Dimension dimension) {
            List<Repeat> both = repeats.stream()
                    .filter(repeat ->
                            repeat.first().of(dimension) >= 0 && repeat.second().of(dimension) >= 0)
                    .toList();
            return new Pairs(
                    Ratings.categories(dimension),
                    column(both, Repeat::first, dimension),
                    column(both, Repeat::second, dimension));
        }

        private static byte[] column(
                List<Repeat> repeats, Function<Repeat, Repeat.Answer> showing, Dimension dimension) {
            byte[] column = new byte[repeats.size()];
            for (int i = 0; i < column.length; i++) {
                column[i] = (byte) showing.apply(repeats.get(i)).of(dimension);
            }
            return column;
        }

        int size() {
            return first.length;
        }

        private double kappa(Weights weights) {
            int[][] table = new int[categories][categories];
            for (int i = 0; i < first.length; i++) {
                table[first[i]][second[i]]++;
            }
            return WeightedKappa.of(table, weights);
        }

        private double mean(IntBinaryOperator figure) {
            long sum = 0;
            for (int i = 0; i < first.length; i++) {
                sum += figure.applyAsInt(first[i], second[i]);
            }
            return first.length == 0 ? Double.NaN : (double) sum / first.length;
        }

        /** Returns the intraclass correlation, with the first and the second showing as two raters. */
        IntraclassCorrelation correlation() {
            return IntraclassCorrelation.of(Answers.of(categories, first.length, new byte[][] {first, second}));
        }
    }
}
