package org.c25.reliability;

import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.c25.affect.Expression;
import org.c25.agreement.Answers;
import org.c25.agreement.ChanceCorrected;
import org.c25.agreement.ChanceCorrected.Weights;

/**
 * What is to be expected of expressions by raters like those of a set.
 *
 * @param errors by the number of raters, the standard error of Fleiss' κ of a single image: the mean over draws of so
 *     many of the raters. It shrinks with the root of the number of images
 */
public record ExpressionOutlook(MajorityReliability majority, NavigableMap<Integer, Double> errors) implements Outlook {

    private static final double Z = 1.959963984540054;
    private static final int[] SIZES = {2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50};
    private static final int DRAWS = 5;
    private static final int ASSUMED_RATERS = 60;
    private static final int ASSUMED_IMAGES = 600;

    public static ExpressionOutlook of(Answers answers, MajorityReliability majority, long seed) {
        NavigableMap<Integer, Double> errors = new TreeMap<>();
        Draws draws = new Draws(answers, seed);
        for (int size : SIZES) {
            if (size <= answers.raters()) {
                double sum = 0;
                for (int draw = 0; draw < DRAWS; draw++) {
                    draws.shuffle();
                    sum += error(answers, draws, size);
                }
                errors.put(size, sum / DRAWS);
            }
        }
        return new ExpressionOutlook(majority, errors);
    }

    private static double error(Answers answers, Draws draws, int size) {
        byte[][] some = IntStream.range(0, size)
                .mapToObj(place -> answers.of(draws.rater(place)))
                .toArray(byte[][]::new);
        Answers drawn = Answers.of(answers.categories(), answers.images(), some);
        return ChanceCorrected.of(drawn, Weights.IDENTITY).fleissKappa().standardError()
                * Math.sqrt(drawn.sharedImages());
    }

    /**
     * Returns what is to be expected of made-up raters whose agreement is as assumed. Images are ambiguous: each has
     * probabilities of its own for the eight expressions, drawn from a symmetric Dirichlet distribution, by which every
     * rater answers. Its concentration is 1/κ − 1. The answers are drawn as Pólya's urn does.
     *
     * @param kappa Cohen's κ of two raters, above 0, at most 1
     */
    public static ExpressionOutlook assumed(double kappa, long seed) {
        Random random = new Random(seed);
        int categories = Expression.all().size();
        double concentration = 1 / kappa - 1;
        byte[][] raters = new byte[ASSUMED_RATERS][ASSUMED_IMAGES];
        for (int image = 0; image < ASSUMED_IMAGES; image++) {
            for (int rater = 0; rater < ASSUMED_RATERS; rater++) {
                boolean anew = rater == 0 || random.nextDouble() * (concentration + rater) < concentration;
                raters[rater][image] = anew ? (byte) random.nextInt(categories) : raters[random.nextInt(rater)][image];
            }
        }
        Answers answers = Answers.of(categories, ASSUMED_IMAGES, raters);
        return of(answers, MajorityReliability.of(answers, seed), seed);
    }

    @Override
    public double reliability(int raters) {
        return majority.at(raters).value();
    }

    /** Of an expression shown twice there is no mean. */
    @Override
    public double reliabilityTwice(int raters) {
        return Double.NaN;
    }

    @Override
    public double order(int raters) {
        return Double.NaN;
    }

    @Override
    public double precision(int raters) {
        return Double.NaN;
    }

    /** By the greatest number of raters that was drawn and is not above this one: cautious in between, and beyond. */
    @Override
    public double margin(int images, int raters) {
        var error = errors.floorEntry(raters);
        return error == null || images < 2 ? Double.NaN : Z * error.getValue() / Math.sqrt(images);
    }
}
