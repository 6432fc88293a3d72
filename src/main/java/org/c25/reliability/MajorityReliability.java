package org.c25.reliability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.c25.agreement.Answers;
import org.c25.agreement.Basis;
import org.c25.agreement.Estimate;
import org.c25.agreement.WeightedKappa;
import org.c25.agreement.WeightedKappa.Weights;

/**
 * How reliable the majority vote of k raters is: Cohen's κ between the majorities of two groups of k raters that have
 * nobody in common, the mean over groups drawn from all raters again and again. With one rater each it is the mean of
 * Cohen's κ over pairs. A majority is the most frequent category, the smallest on a tie; an image counts that both groups
 * answered. Draws of which the groups share too few images ({@link Basis#isEnough}) are left out, and the others weigh as
 * much as the images that they share, as pairs of raters do everywhere. Where no two raters share enough images, nothing
 * is said of larger groups either.
 *
 * <p>Two groups need twice as many raters. Beyond half of the raters the curve goes on by {@link SpearmanBrown}, which
 * does not hold of κ exactly.
 *
 * <p>Intervals are for other images and other raters, by t. The variance over images is that of the draws' mean, linearised
 * image by image; the variance over raters is that of κ of one rater, {@link KappaOfOthers}, carried to κ of k along Spearman
 * and Brown's curve through both; Satterthwaite's degrees of freedom are those of their sum.
 *
 * @param draws how many draws there were
 * @param raters how many raters there are
 * @param points κ for k = 1 … raters/2, in this order
 */
public record MajorityReliability(int draws, int raters, List<Estimate> points) {

    /** The most raters of a group that are looked at. */
    private static final int MOST = 50;

    static MajorityReliability of(Answers answers, long seed) {
        int most = Math.min(MOST, answers.raters() / 2);
        int number = most == 0 ? 0 : Draws.number(answers);
        double[] kappas = new double[most];
        double[] weights = new double[most];
        double[][] influences = new double[most][answers.images()];
        KappaOfOthers others = KappaOfOthers.of(answers);
        Draws draws = new Draws(answers, seed);
        for (int draw = 0; draw < number; draw++) {
            draws.shuffle();
            Group one = new Group(answers);
            Group other = new Group(answers);
            for (int joined = 0; joined < most; joined++) {
                one.join(answers.of(draws.rater(2 * joined)));
                other.join(answers.of(draws.rater(2 * joined + 1)));
                int[][] pairs = pairs(answers.categories(), one, other);
                int shared = images(pairs);
                double kappa = WeightedKappa.of(pairs, Weights.NOMINAL);
                if (Basis.isEnough(shared, answers.images()) && !Double.isNaN(kappa)) {
                    // An image moves κ of a draw by its influence over the number of the draw's images, by which the
                    // draw is
                    // weighed.
                    kappas[joined] += shared * kappa;
                    weights[joined] += shared;
                    one.addInfluences(other, new KappaInfluence(pairs), influences[joined]);
                }
            }
        }
        List<Estimate> points = new ArrayList<>();
        for (int joined = 0; joined < most; joined++) {
            double weight = weights[joined];
            double[] mean = Arrays.stream(influences[joined])
                    .map(sum -> sum * others.images() / weight)
                    .toArray();
            points.add(
                    weight == 0 || weights[0] == 0
                            ? Estimate.UNDEFINED
                            : others.estimate(kappas[0] / weights[0], kappas[joined] / weight, mean));
        }
        return new MajorityReliability(number, answers.raters(), points);
    }

    private static int images(int[][] pairs) {
        return Arrays.stream(pairs).flatMapToInt(Arrays::stream).sum();
    }

    private static int[][] pairs(int categories, Group one, Group other) {
        int[][] pairs = new int[categories][categories];
        for (int image = 0; image < one.majority.length; image++) {
            if (one.votes[image] > 0 && other.votes[image] > 0) {
                pairs[one.majority[image]][other.majority[image]]++;
            }
        }
        return pairs;
    }

    /** Raters who join one by one, with the majority so far of each image. */
    private static final class Group {

        private final int[][] counts;
        private final int[] votes;
        private final int[] majority;

        Group(Answers answers) {
            counts = new int[answers.images()][answers.categories()];
            votes = new int[answers.images()];
            majority = new int[answers.images()];
        }

        void join(byte[] rater) {
            for (int image = 0; image < rater.length; image++) {
                int category = rater[image];
                if (category >= 0) {
                    int count = ++counts[image][category];
                    if (count > votes[image] || count == votes[image] && category < majority[image]) {
                        votes[image] = count;
                        majority[image] = category;
                    }
                }
            }
        }

        void addInfluences(Group other, KappaInfluence influence, double[] sums) {
            for (int image = 0; image < majority.length; image++) {
                if (votes[image] > 0 && other.votes[image] > 0) {
                    sums[image] += influence.of(majority[image], other.majority[image]);
                }
            }
        }
    }

    /** Whether κ for so many raters was drawn, and not reckoned by Spearman and Brown. */
    public boolean isDrawn(int raters) {
        return raters <= points.size();
    }

    /** Returns κ for so many raters; undefined where there are fewer than two raters. */
    public Estimate at(int raters) {
        if (points.isEmpty()) {
            return Estimate.UNDEFINED;
        }
        return isDrawn(raters)
                ? points.get(raters - 1)
                : SpearmanBrown.stepped(points.get(points.size() - 1), raters / (double) points.size());
    }

    /** Returns how many raters are needed for κ to be as wanted, and by the ends of its intervals how many may be. */
    public RatersNeeded needed(double wanted) {
        return new RatersNeeded(
                wanted,
                first(wanted, Estimate::value),
                at(1).hasInterval() ? first(wanted, Estimate::high) : Double.NaN,
                at(1).hasInterval() ? first(wanted, Estimate::low) : Double.NaN);
    }

    private double first(double wanted, ToDoubleFunction<Estimate> end) {
        if (points.isEmpty() || !points.get(points.size() - 1).isDefined()) {
            return Double.NaN;
        }
        for (int k = 1; k <= points.size(); k++) {
            if (end.applyAsDouble(at(k)) >= wanted) {
                return k;
            }
        }
        double last = end.applyAsDouble(points.get(points.size() - 1));
        return Math.ceil(points.size() * SpearmanBrown.factor(last, wanted) - 1e-9);
    }
}
