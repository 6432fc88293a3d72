package org.c25.crowd;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** Made-up answers of raters whose confusion is known, to images whose category is known, in eight categories. */
final class MadeUpCrowd {

    static final int CATEGORIES = 8;

    final int[] truth;
    /** Rater × true category × answer. */
    final double[][][] confusions;

    final CrowdAnswers answers;

    private MadeUpCrowd(double[][][] confusions, int images, int each, long seed) {
        Random random = new Random(seed);
        this.confusions = confusions;
        this.truth = random.ints(images, 0, CATEGORIES).toArray();
        int[][] given = new int[images][confusions.length];
        for (int image = 0; image < images; image++) {
            Arrays.fill(given[image], -1);
            int[] order = IntStream.range(0, confusions.length).toArray();
            for (int one = 0; one < each; one++) {
                int other = one + random.nextInt(order.length - one);
                int rater = order[other];
                order[other] = order[one];
                given[image][rater] = draw(confusions[rater][truth[image]], random.nextDouble());
            }
        }
        this.answers = CrowdAnswers.of(given, CATEGORIES);
    }

    private static int draw(double[] shares, double at) {
        double below = 0;
        for (int category = 0; category < shares.length - 1; category++) {
            below += shares[category];
            if (at < below) {
                return category;
            }
        }
        return shares.length - 1;
    }

    /**
     * Raters who err evenly: about half good, half careless.
     *
     * @param each how many of the 25 answer each image
     */
    static MadeUpCrowd evenlyErring(int images, int each, long seed) {
        return new MadeUpCrowd(
                IntStream.range(0, 25)
                        .mapToObj(rater -> even(rater < 13 ? 0.85 - 0.02 * (rater % 8) : 0.2 + 0.02 * (rater % 4)))
                        .toArray(double[][][]::new),
                images,
                each,
                seed);
    }

    /** 8 good raters, 8 careless ones with a favourite, and 9 who share a bias: of three categories they see others. */
    static MadeUpCrowd withSharedBias(int images, int each, long seed) {
        return new MadeUpCrowd(
                IntStream.range(0, 25)
                        .mapToObj(rater -> rater < 8 ? even(0.85) : rater < 16 ? careless(rater) : biased())
                        .toArray(double[][][]::new),
                images,
                each,
                seed);
    }

    static double[][] even(double accuracy) {
        double[][] confusion = new double[CATEGORIES][CATEGORIES];
        for (int category = 0; category < CATEGORIES; category++) {
            Arrays.fill(confusion[category], (1 - accuracy) / (CATEGORIES - 1));
            confusion[category][category] = accuracy;
        }
        return confusion;
    }

    private static double[][] careless(int rater) {
        double[][] confusion = even(0.15);
        for (double[] row : confusion) {
            for (int category = 0; category < CATEGORIES; category++) {
                row[category] *= 0.7;
            }
            row[rater % CATEGORIES] += 0.3;
        }
        return confusion;
    }

    private static double[][] biased() {
        double[][] confusion = even(0.85);
        int[][] taken = {{4, 3}, {5, 6}, {7, 0}};
        for (int[] pair : taken) {
            confusion[pair[0]][pair[0]] -= 0.65;
            confusion[pair[0]][pair[1]] += 0.65;
        }
        return confusion;
    }

    double accuracy(int rater) {
        return IntStream.range(0, CATEGORIES)
                        .mapToDouble(category -> confusions[rater][category][category])
                        .sum()
                / CATEGORIES;
    }

    /** Returns the share of images whose label is the true one. */
    double right(SoftLabels labels) {
        return IntStream.range(0, truth.length)
                        .filter(image -> labels.label(image).orElse(-1) == truth[image])
                        .count()
                / (double) truth.length;
    }
}
