package org.c25.trainer.measures;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.c25.trainer.answers.Answers;
import org.c25.trainer.answers.Dimension;

/**
 * What people themselves reach, in accuracy for the expression and in CCC for a scale. A network that does better than a
 * person against the rest has learned what they have in common. It may do better than half of the people against the other
 * half, too: it is held against the mean of all, which is smoother than either half.
 *
 * @param person the mean over the raters of each against the majority, or mean, of all others
 * @param half the majority, or mean, of one half of the raters against that of the other, as a mean of 50 drawn halves
 */
public record NoiseCeiling(double person, double half) {

    private static final int DRAWS = 50;
    private static final int FEWEST = 10;

    /** @param images those on which the networks are held against people, too */
    public static NoiseCeiling of(Answers answers, Dimension dimension, List<Integer> images, long seed) {
        int raters = answers.raters().size();
        List<Double> persons = new ArrayList<>();
        for (int rater = 0; rater < raters; rater++) {
            int one = rater;
            add(
                    persons,
                    between(answers.of(other -> other == one), answers.of(other -> other != one), dimension, images));
        }
        List<Double> halves = new ArrayList<>();
        List<Integer> order = new ArrayList<>(IntStream.range(0, raters).boxed().toList());
        Random random = new Random(seed);
        for (int draw = 0; draw < DRAWS; draw++) {
            Collections.shuffle(order, random);
            List<Integer> first = List.copyOf(order.subList(0, raters / 2));
            add(
                    halves,
                    between(answers.of(first::contains), answers.of(one -> !first.contains(one)), dimension, images));
        }
        return new NoiseCeiling(mean(persons), mean(halves));
    }

    private static void add(List<Double> values, double value) {
        if (!Double.isNaN(value)) {
            values.add(value);
        }
    }

    /** Returns NaN where both have answered fewer than ten of the images. */
    private static double between(Answers one, Answers other, Dimension dimension, List<Integer> images) {
        List<float[]> pairs = images.stream()
                .map(image -> new float[] {one.reference(dimension, image), other.reference(dimension, image)})
                .filter(pair -> !Float.isNaN(pair[0]) && !Float.isNaN(pair[1]))
                .toList();
        if (pairs.size() < FEWEST) {
            return Double.NaN;
        }
        return dimension.isScale()
                ? ScaleMeasures.of(column(pairs, 0), column(pairs, 1)).ccc()
                : pairs.stream().filter(pair -> pair[0] == pair[1]).count() / (double) pairs.size();
    }

    private static double[] column(List<float[]> pairs, int at) {
        return pairs.stream().mapToDouble(pair -> pair[at]).toArray();
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }
}
