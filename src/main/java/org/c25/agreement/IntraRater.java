package org.c25.agreement;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import org.c25.affect.Dimension;
import org.c25.agreement.WeightedKappa.Weights;

/**
 * How well people agree with themselves: the images that they saw twice, first answer against second. What is undefined is
 * NaN.
 *
 * <p>Of the intraclass correlations, ICC(2, 1) is the one to report: of single answers, by absolute agreement, so that
 * somebody who answers everything a step higher the second time does not agree with themself (Koo and Li name it for
 * repeated measurements of one rater; for two-way random and mixed effects its formula is one and the same). ICC(1, 1) does
 * not tell first from second.
 *
 * <p>T. K. Koo and M. Y. Li, A Guideline of Selecting and Reporting Intraclass Correlation Coefficients for Reliability
 * Research, Journal of Chiropractic Medicine 15(2), 2016, 155–163. P. E. Shrout and J. L. Fleiss, Intraclass Correlations:
 * Uses in Assessing Rater Reliability, Psychological Bulletin 86(2), 1979, 420–428.
 *
 * @param overall all pairs of all participants in one heap, as if they were one person's; nobody weighs more than by their
 *     pairs
 * @param raters who has any pair, in the order of the slots
 */
public record IntraRater(Figures overall, List<Rater> raters) {

    /** @param slot the number of the slot, from 0 */
    public record Rater(int slot, Figures figures) {}

    public record Figures(Expressions expression, Steps valence, Steps arousal) {}

    /**
     * @param pairs images with both expressions
     * @param kappa Cohen's κ of first and second, without weights, at most 1
     * @param same the share of images with the same expression both times, 0 … 1
     */
    public record Expressions(int pairs, double kappa, double same) {}

    /**
     * @param pairs images with both steps
     * @param kappa Cohen's κ with quadratic weights, at most 1
     * @param icc11 ICC(1, 1), with its interval from {@value Basis#FEWEST} pairs on
     * @param icc21 ICC(2, 1), likewise
     * @param difference the mean absolute difference, 0 … 2: a step is 0.25
     */
    public record Steps(int pairs, double kappa, Estimate icc11, Estimate icc21, double difference) {}

    public static IntraRater of(List<Repeat> repeats) {
        return new IntraRater(
                figures(repeats),
                repeats.stream()
                        .map(Repeat::slot)
                        .distinct()
                        .sorted()
                        .map(slot -> new Rater(
                                slot,
                                figures(repeats.stream()
                                        .filter(repeat -> repeat.slot() == slot)
                                        .toList())))
                        .toList());
    }

    private static Figures figures(List<Repeat> repeats) {
        return new Figures(
                expressions(Pairs.of(repeats, Dimension.EXPRESSION)),
                steps(Pairs.of(repeats, Dimension.VALENCE)),
                steps(Pairs.of(repeats, Dimension.AROUSAL)));
    }

    private static Expressions expressions(Pairs pairs) {
        return new Expressions(
                pairs.size(), pairs.kappa(Weights.NOMINAL), pairs.mean((first, second) -> first == second ? 1 : 0));
    }

    private static Steps steps(Pairs pairs) {
        IntraclassCorrelation icc = pairs.correlation();
        return new Steps(
                pairs.size(),
                pairs.kappa(Weights.QUADRATIC),
                icc.icc11().restingOn(pairs.size()),
                icc.icc21().restingOn(pairs.size()),
                pairs.mean((first, second) -> Math.abs(first - second)) / 4);
    }

    /** Both answers of one dimension; a pair that lacks one of its two is left out. */
    private record Pairs(int categories, byte[] first, byte[] second) {

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

        double kappa(Weights weights) {
            int[][] table = new int[categories][categories];
            for (int i = 0; i < first.length; i++) {
                table[first[i]][second[i]]++;
            }
            return WeightedKappa.of(table, weights);
        }

        double mean(IntBinaryOperator figure) {
            long sum = 0;
            for (int i = 0; i < first.length; i++) {
                sum += figure.applyAsInt(first[i], second[i]);
            }
            return first.length == 0 ? Double.NaN : (double) sum / first.length;
        }

        /** First and second showing take the place of two raters. */
        IntraclassCorrelation correlation() {
            return IntraclassCorrelation.of(Answers.of(categories, first.length, new byte[][] {first, second}));
        }
    }
}
