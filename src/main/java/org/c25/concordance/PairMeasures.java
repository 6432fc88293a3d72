package org.c25.concordance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.c25.affect.Dimension;
import org.c25.agreement.Answers;
import org.c25.agreement.Basis;
import org.c25.agreement.Estimate;
import org.c25.agreement.PairCoefficient;

/**
 * The means of coefficients over all pairs of raters who share enough images, weighed by these, with their three
 * intervals. Every pair is gone through once: a pair's table without some images is the whole table less theirs, and a
 * mean without a rater lacks the rater's pairs.
 */
final class PairMeasures {

    /** A mean over pairs, by its names. */
    private record PairMeasure(PairCoefficient coefficient, Measure names) {

        static PairMeasure of(PairCoefficient coefficient, String key, String title) {
            return new PairMeasure(coefficient, Measure.of(key, title, Basis.Kind.PAIRS, -1, answers -> Double.NaN));
        }
    }

    private static final List<PairMeasure> MAIN_EXPRESSION =
            List.of(PairMeasure.of(PairCoefficient.COHEN_KAPPA, "meanCohenKappa", "Mean pairwise Cohen's κ"));
    private static final List<PairMeasure> MAIN_SCALE = List.of(
            PairMeasure.of(PairCoefficient.CONCORDANCE, "meanCcc", "Mean pairwise CCC"),
            PairMeasure.of(PairCoefficient.PEARSON, "meanPearson", "Mean pairwise Pearson"));
    private static final List<PairMeasure> FURTHER_EXPRESSION =
            List.of(PairMeasure.of(PairCoefficient.SCOTT_PI, "meanScottPi", "Mean pairwise Scott's π"));
    private static final List<PairMeasure> FURTHER_SCALE = List.of(
            PairMeasure.of(PairCoefficient.LINEAR_KAPPA, "meanKappaLinear", "Mean pairwise κ, linear"),
            PairMeasure.of(PairCoefficient.QUADRATIC_KAPPA, "meanKappaQuadratic", "Mean pairwise κ, quadratic"));

    /** Sums over pairs, as measure × part that is left out; the first part is none. */
    private static final class Sums {

        private final double[][] weighted;
        private final double[][] weights;

        Sums(int measures, int parts) {
            weighted = new double[measures][parts];
            weights = new double[measures][parts];
        }

        void add(int measure, int part, double value, double weight) {
            if (!Double.isNaN(value)) {
                weighted[measure][part] += value * weight;
                weights[measure][part] += weight;
            }
        }

        double mean(int measure, int part) {
            return weights[measure][part] == 0 ? Double.NaN : weighted[measure][part] / weights[measure][part];
        }

        /** Returns the mean of all without a part. */
        double without(int measure, int part, Sums all) {
            double weight = all.weights[measure][0] - weights[measure][part];
            return weight <= 0 ? Double.NaN : (all.weighted[measure][0] - weighted[measure][part]) / weight;
        }
    }

    private final Answers answers;
    private final ImageGroups groups;
    private final List<PairMeasure> measures;
    private final Sums all;
    private final Sums withoutGroup;
    private final Sums ofRater;
    private final int[] pairs;
    private final boolean[] shared;
    /** Whether each image is left out by itself. */
    private final boolean single;

    private PairMeasures(Answers answers, ImageGroups groups, List<PairMeasure> measures) {
        this.answers = answers;
        this.groups = groups;
        this.measures = measures;
        this.all = new Sums(measures.size(), 1);
        this.withoutGroup = new Sums(measures.size(), groups.count());
        this.ofRater = new Sums(measures.size(), answers.raters());
        this.pairs = new int[measures.size()];
        this.shared = new boolean[answers.images()];
        this.single = groups.count() == answers.images();
    }

    static List<DetailedCoefficient> main(Dimension dimension, Answers answers, ImageGroups groups) {
        return of(dimension, answers, groups, dimension == Dimension.EXPRESSION ? MAIN_EXPRESSION : MAIN_SCALE);
    }

    static List<DetailedCoefficient> further(Dimension dimension, Answers answers, ImageGroups groups) {
        return of(dimension, answers, groups, dimension == Dimension.EXPRESSION ? FURTHER_EXPRESSION : FURTHER_SCALE);
    }

    private static List<DetailedCoefficient> of(
            Dimension dimension, Answers answers, ImageGroups groups, List<PairMeasure> measures) {
        PairMeasures sums = new PairMeasures(answers, groups, measures);
        int categories = answers.categories();
        int[][][] parts = new int[sums.single ? 0 : groups.count()][categories][categories];
        for (int one = 0; one < answers.raters(); one++) {
            for (int other = one + 1; other < answers.raters(); other++) {
                sums.add(one, other, parts);
            }
        }
        return sums.coefficients(dimension);
    }

    private void add(int one, int other, int[][][] parts) {
        int[][] table = answers.table(one, other);
        int both = sum(table);
        if (!Basis.isEnough(both, answers.images())) {
            return;
        }
        for (int i = 0; i < measures.size(); i++) {
            double value = measures.get(i).coefficient().of(table);
            pairs[i] += Double.isNaN(value) ? 0 : 1;
            all.add(i, 0, value, both);
            ofRater.add(i, one, value, both);
            ofRater.add(i, other, value, both);
        }
        if (single) {
            leaveOutImages(answers.of(one), answers.of(other), table, both);
        } else {
            leaveOutGroups(answers.of(one), answers.of(other), table, both, parts);
        }
    }

    /**
     * Leaves out one image after the other. The table without an image is the same for all images to which the two gave
     * these two categories, so it is looked at once for each two categories and not for each image.
     */
    private void leaveOutImages(byte[] first, byte[] second, int[][] table, int both) {
        for (int i = 0; i < measures.size(); i++) {
            double whole = measures.get(i).coefficient().of(table);
            double[][] without = new double[table.length][table.length];
            for (int k = 0; k < table.length; k++) {
                for (int l = 0; l < table.length; l++) {
                    if (table[k][l] > 0) {
                        table[k][l]--;
                        without[k][l] = measures.get(i).coefficient().of(table);
                        table[k][l]++;
                    }
                }
            }
            for (int image = 0; image < first.length; image++) {
                boolean counts = first[image] >= 0 && second[image] >= 0;
                withoutGroup.add(
                        i,
                        groups.of()[image],
                        counts ? without[first[image]][second[image]] : whole,
                        counts ? both - 1 : both);
                shared[image] |= counts;
            }
        }
    }

    private void leaveOutGroups(byte[] first, byte[] second, int[][] table, int both, int[][][] parts) {
        for (int[][] part : parts) {
            for (int[] row : part) {
                Arrays.fill(row, 0);
            }
        }
        for (int image = 0; image < first.length; image++) {
            if (first[image] >= 0 && second[image] >= 0) {
                parts[groups.of()[image]][first[image]][second[image]]++;
                shared[image] = true;
            }
        }
        for (int group = 0; group < parts.length; group++) {
            subtract(table, parts[group], 1);
            for (int i = 0; i < measures.size(); i++) {
                withoutGroup.add(i, group, measures.get(i).coefficient().of(table), both - sum(parts[group]));
            }
            subtract(table, parts[group], -1);
        }
    }

    private static int sum(int[][] table) {
        int sum = 0;
        for (int[] row : table) {
            for (int count : row) {
                sum += count;
            }
        }
        return sum;
    }

    private static void subtract(int[][] table, int[][] part, int times) {
        for (int k = 0; k < table.length; k++) {
            for (int l = 0; l < table.length; l++) {
                table[k][l] -= times * part[k][l];
            }
        }
    }

    private List<DetailedCoefficient> coefficients(Dimension dimension) {
        List<DetailedCoefficient> coefficients = new ArrayList<>();
        int images = 0;
        for (boolean one : shared) {
            images += one ? 1 : 0;
        }
        for (int i = 0; i < measures.size(); i++) {
            int measure = i;
            double[] ofImages = new double[groups.count()];
            double[] ofRaters = new double[answers.raters()];
            Arrays.setAll(ofImages, group -> withoutGroup.mean(measure, group));
            Arrays.setAll(ofRaters, rater -> ofRater.without(measure, rater, all));
            double value = all.mean(i, 0);
            coefficients.add(DetailedCoefficient.of(
                    dimension,
                    measures.get(i).names(),
                    new Basis(Basis.Kind.PAIRS, images, answers.raters(), pairs[i]),
                    new Replicates(value, ofImages, List.of(ofRaters)),
                    Estimate.of(value)));
        }
        return coefficients;
    }
}
