package org.c25.agreement;

import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.c25.affect.Dimension;
import org.c25.affect.Step;
import org.c25.ratings.Ratings;

/**
 * What each participant answered, and how far they agree with the others. What is undefined is NaN. Definitions are in
 * docs/statistics.md.
 *
 * <p>The matrices are slot × slot, each the same on both sides of its diagonal. NaN stands on the diagonal, in the lines of
 * slots without answers, and where two share too few images or always give the same answer. Means are over the others with whom there
 * is a value, each weighed by the images shared.
 *
 * @param raters who gave at least one answer, in the order of the slots
 * @param agreement the share of images to which two gave the same expression, 0 … 1
 * @param cohenKappa Cohen's kappa of two people's expressions, at most 1
 * @param valenceCcc Lin's concordance of two people's valence, −1 … 1
 * @param arousalCcc as of valence
 * @param sharedExpression how many images have both people's expression, whether enough or not
 * @param sharedValence as of the expression
 * @param sharedArousal as of the expression
 */
public record RaterFigures(
        List<Rater> raters,
        double[][] agreement,
        double[][] cohenKappa,
        double[][] valenceCcc,
        double[][] arousalCcc,
        int[][] sharedExpression,
        int[][] sharedValence,
        int[][] sharedArousal) {

    /** @param slot the number of the slot, from 0, as in the column {@code participant{slot}} */
    public record Rater(int slot, Expressions expression, Steps valence, Steps arousal) {}

    /**
     * @param answers how many expressions there are of this person
     * @param counts how often they gave each of the 8, by code
     * @param withMajority the share of their answers that are the majority of all who answered, 0 … 1; theirs counts, too
     * @param withMajorityOfOthers as before, but of the majority of everybody else, where anybody else answered
     * @param compared how many answers that is the share of
     * @param agreement {@link RaterFigures#agreement} over the others
     * @param cohenKappa {@link RaterFigures#cohenKappa} over the others
     */
    public record Expressions(
            int answers,
            List<Integer> counts,
            double withMajority,
            double withMajorityOfOthers,
            int compared,
            Spread agreement,
            Spread cohenKappa) {}

    /**
     * @param answers how many steps there are of this person
     * @param counts how often they gave each of the 9, from −1 to 1
     * @param mean −1 … 1
     * @param sd of a sample, by n − 1; NaN below two answers
     * @param ccc Lin's concordance with the others
     * @param pearson Pearson's correlation with the others
     */
    public record Steps(int answers, List<Integer> counts, double mean, double sd, Spread ccc, Spread pearson) {}

    public static RaterFigures of(Ratings ratings) {
        Part expression = new Part(ratings, Dimension.EXPRESSION);
        Part valence = new Part(ratings, Dimension.VALENCE);
        Part arousal = new Part(ratings, Dimension.AROUSAL);
        IntFunction<Expressions> expressions = expression.expressions();
        IntFunction<Steps> valences = valence.steps();
        IntFunction<Steps> arousals = arousal.steps();
        return new RaterFigures(
                IntStream.range(0, ratings.slots())
                        .filter(ratings::hasAnswers)
                        .mapToObj(slot ->
                                new Rater(slot, expressions.apply(slot), valences.apply(slot), arousals.apply(slot)))
                        .toList(),
                expression.matrix(PairCoefficient.RAW_AGREEMENT),
                expression.matrix(PairCoefficient.COHEN_KAPPA),
                valence.matrix(PairCoefficient.CONCORDANCE),
                arousal.matrix(PairCoefficient.CONCORDANCE),
                expression.shared(),
                valence.shared(),
                arousal.shared());
    }

    /** One dimension. Whoever answered nothing in it is no rater in it, but may be one in another. */
    private static final class Part {

        private static final Spread NOBODY = new Spread(Double.NaN, Double.NaN, 0);

        private final int capacity;
        private final Answers answers;
        private final RaterPairs pairs;

        Part(Ratings ratings, Dimension dimension) {
            this.capacity = ratings.slots();
            this.answers = Answers.of(ratings, dimension);
            this.pairs = new RaterPairs(answers);
        }

        IntFunction<Expressions> expressions() {
            List<Spread> agreement = pairs.spreads(PairCoefficient.RAW_AGREEMENT);
            List<Spread> kappa = pairs.spreads(PairCoefficient.COHEN_KAPPA);
            return bySlot(new Expressions(0, none(), Double.NaN, Double.NaN, 0, NOBODY, NOBODY), rater -> {
                int[] counts = counts(rater);
                IntSummaryStatistics withOthers = share(rater, ImageVotes::isMajorityOfOthers);
                return new Expressions(
                        Arrays.stream(counts).sum(),
                        list(counts),
                        mean(share(
                                rater,
                                (votes, given) -> Optional.of(votes.majority().getAsInt() == given))),
                        mean(withOthers),
                        (int) withOthers.getCount(),
                        agreement.get(rater),
                        kappa.get(rater));
            });
        }

        IntFunction<Steps> steps() {
            List<Spread> ccc = pairs.spreads(PairCoefficient.CONCORDANCE);
            List<Spread> pearson = pairs.spreads(PairCoefficient.PEARSON);
            return bySlot(
                    new Steps(0, none(), Double.NaN, Double.NaN, NOBODY, NOBODY),
                    rater -> steps(counts(rater), ccc.get(rater), pearson.get(rater)));
        }

        private static Steps steps(int[] counts, Spread ccc, Spread pearson) {
            long n = 0;
            long sum = 0;
            long squares = 0;
            for (int category = 0; category < counts.length; category++) {
                long quarters = category + Step.LEAST - Step.MIDDLE;
                n += counts[category];
                sum += counts[category] * quarters;
                squares += counts[category] * quarters * quarters;
            }
            double sd = n < 2 ? Double.NaN : Math.sqrt((double) (n * squares - sum * sum) / n / (n - 1)) / 4;
            return new Steps((int) n, list(counts), sum / 4.0 / n, sd, ccc, pearson);
        }

        private int[] counts(int rater) {
            int[] counts = new int[answers.categories()];
            for (byte category : answers.of(rater)) {
                if (category >= 0) {
                    counts[category]++;
                }
            }
            return counts;
        }

        private static double mean(IntSummaryStatistics some) {
            return some.getCount() == 0 ? Double.NaN : some.getAverage();
        }

        /** 1 for each of the rater's answers of which something holds, of those of which it can be told, else 0. */
        private IntSummaryStatistics share(int rater, BiFunction<ImageVotes, Integer, Optional<Boolean>> holds) {
            byte[] given = answers.of(rater);
            return IntStream.range(0, given.length)
                    .filter(image -> given[image] >= 0)
                    .mapToObj(image -> holds.apply(new ImageVotes(answers.counts()[image]), (int) given[image]))
                    .flatMap(Optional::stream)
                    .mapToInt(held -> held ? 1 : 0)
                    .summaryStatistics();
        }

        double[][] matrix(PairCoefficient coefficient) {
            double[][] matrix = new double[capacity][capacity];
            for (double[] row : matrix) {
                Arrays.fill(row, Double.NaN);
            }
            double[][] known = pairs.matrix(coefficient);
            int[] slots = answers.slots();
            for (int one = 0; one < slots.length; one++) {
                for (int other = 0; other < slots.length; other++) {
                    matrix[slots[one]][slots[other]] = known[one][other];
                }
            }
            return matrix;
        }

        int[][] shared() {
            int[][] shared = new int[capacity][capacity];
            int[] slots = answers.slots();
            for (int one = 0; one < slots.length; one++) {
                for (int other = 0; other < slots.length; other++) {
                    shared[slots[one]][slots[other]] = pairs.shared()[one][other];
                }
            }
            return shared;
        }

        private <T> IntFunction<T> bySlot(T nothing, IntFunction<T> ofRater) {
            int[] slots = answers.slots();
            return slot -> {
                int rater = Arrays.binarySearch(slots, slot);
                return rater < 0 ? nothing : ofRater.apply(rater);
            };
        }

        private List<Integer> none() {
            return list(new int[answers.categories()]);
        }

        private static List<Integer> list(int[] counts) {
            return Arrays.stream(counts).boxed().toList();
        }
    }
}
