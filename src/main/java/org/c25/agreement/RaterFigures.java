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
 * The figures of what each participant answered, and of how far they agree with the others. An undefined figure is NaN.
 * Definitions are in docs/statistics.md.
 *
 * <p>The matrices are slot × slot, and symmetric. The diagonal is NaN, and so are the rows and columns of slots without
 * answers, and the cells of two people who share too few images, or who both always give one and the same answer. Means
 * are over the other people with whom there is a value, each weighted by the number of shared images.
 *
 * @param raters the people who gave at least one answer, in the order of the slots
 * @param agreement the share of images to which two people gave the same expression, 0 … 1
 * @param cohenKappa Cohen's kappa of two people's expressions, at most 1
 * @param valenceCcc Lin's concordance of two people's valence, −1 … 1
 * @param arousalCcc Lin's concordance of two people's arousal, −1 … 1
 * @param sharedExpression how many images have both people's expression, whether enough or not
 * @param sharedValence how many images have both people's valence, whether enough or not
 * @param sharedArousal how many images have both people's arousal, whether enough or not
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

    /**
     * The figures of one participant.
     *
     * @param slot the number of the slot, from 0, as in the column {@code participant{slot}}
     */
    public record Rater(int slot, Expressions expression, Steps valence, Steps arousal) {}

    /**
     * The figures of one participant's expressions.
     *
     * @param answers how many expressions this person gave
     * @param counts how often they gave each of the 8, by code
     * @param withMajority the share of their answers that are the majority of all who answered, 0 … 1; their own answer
     *     counts, too
     * @param withMajorityOfOthers the share of their answers that are the majority of everybody else, 0 … 1, of the
     *     images that anybody else answered
     * @param compared how many answers {@code withMajorityOfOthers} is a share of
     * @param agreement the mean of {@link RaterFigures#agreement} over the others
     * @param cohenKappa the mean of {@link RaterFigures#cohenKappa} over the others
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
     * The figures of one participant's valence or arousal.
     *
     * @param answers how many steps this person gave
     * @param counts how often they gave each of the 9, from −1 to 1
     * @param mean the mean of their answers, −1 … 1
     * @param sd the standard deviation of a sample, by n − 1; NaN below two answers
     * @param ccc the mean of Lin's concordance with the others
     * @param pearson the mean of Pearson's correlation with the others
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

    /** The figures of one dimension. A person without an answer in it is no rater in it, but may be one in another. */
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

        /**
         * Counts the rater's answers for which a statement holds. Each answer for which that can be told counts as 1 or
         * 0; the others are left out.
         */
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
