package org.c25.crowd;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Intervals for the reliabilities of raters, from estimates that lack a part of the images: the delete-a-group
 * jackknife. The images are dealt into {@value #GROUPS} groups at random, or each is one where they are fewer. The model
 * is estimated anew without each group. So the interval knows that the labels are estimates, too, which the textbook
 * formula for a share does not. It is never narrower than Wilson's interval for a share of as many answers, which it is
 * of somebody who is right each time.
 *
 * <p>P. S. Kott, The Delete-a-Group Jackknife, Journal of Official Statistics 17(4), 2001, 521–526.
 */
public final class LeavingImagesOut {

    /** How many groups there are at most. */
    public static final int GROUPS = 20;

    private static final double Z = 1.959963984540054;

    private LeavingImagesOut() {}

    /**
     * The interval of one rater's reliability, with t of one degree of freedom less than there are groups.
     *
     * @param low the lower bound, cut at 0; NaN if it cannot be told
     * @param high the upper bound, cut at 1
     */
    public record Interval(double standardError, double low, double high) {}

    /** Returns the interval of each rater, in the order of the estimate. */
    public static List<Interval> intervals(LabelModel model, LabelEstimate whole, CrowdAnswers answers, long seed) {
        int[] answered = IntStream.range(0, answers.images())
                .filter(whole.labels()::isAnswered)
                .toArray();
        int groups = Math.min(GROUPS, answered.length);
        int[] group = deal(answered, answers.images(), groups, seed);
        double[][] replicates = IntStream.range(0, groups)
                .mapToObj(left -> answers.only(answer -> group[answers.image(answer)] != left))
                .map(rest -> model.near(whole, rest).raters().stream()
                        .mapToDouble(LabelEstimate.Rater::reliability)
                        .toArray())
                .toArray(double[][]::new);
        return IntStream.range(0, whole.raters().size())
                .mapToObj(rater -> interval(
                        whole.raters().get(rater),
                        Arrays.stream(replicates).mapToDouble(one -> one[rater]).toArray()))
                .toList();
    }

    private static int[] deal(int[] answered, int images, int groups, long seed) {
        int[] order = answered.clone();
        Random random = new Random(seed);
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int moved = order[i];
            order[i] = order[other];
            order[other] = moved;
        }
        int[] group = new int[images];
        for (int i = 0; i < order.length; i++) {
            group[order[i]] = i % groups;
        }
        return group;
    }

    /** Replicates in which a rater has no answers left are NaN, and make the interval so. */
    private static Interval interval(LabelEstimate.Rater rater, double[] replicates) {
        if (replicates.length < 2 || Double.isNaN(rater.reliability())) {
            return new Interval(Double.NaN, Double.NaN, Double.NaN);
        }
        double mean = Arrays.stream(replicates).sum() / replicates.length;
        double squares = 0;
        for (double one : replicates) {
            squares += (one - mean) * (one - mean);
        }
        double freedom = replicates.length - 1;
        double error = Math.sqrt(squares * freedom / replicates.length);
        double half = error * TDistribution.of(freedom).inverseCumulativeProbability(0.975);
        double share = rater.reliability();
        double all = rater.answers() + Z * Z;
        double middle = (rater.answers() * share + Z * Z / 2) / all;
        double wilson = Z * Math.sqrt(rater.answers() * share * (1 - share) + Z * Z / 4) / all;
        return new Interval(
                error,
                Math.max(0, Math.min(share - half, middle - wilson)),
                Math.min(1, Math.max(share + half, middle + wilson)));
    }
}
