package org.c25.crowd;

import java.util.Random;

/** Made-up answers of raters whose bias, scale and noise are known, in nine steps. */
final class MadeUpScale {

    final int images;
    final double[] bias;
    final double[] scale;
    final double[] noise;
    final double[] location;
    final CrowdAnswers answers;

    /** What the answers are like. */
    enum World {
        /** Normal locations, logistic noise. */
        AS_MODELLED,
        NORMAL_NOISE,
        /** Half of the images about −0.5, half about 0.5. */
        TWO_HEAPS
    }

    /** @param missing the share of answers that are missing, 0 … 1 */
    MadeUpScale(int images, int raters, double missing, long seed) {
        this(images, raters, missing, seed, World.AS_MODELLED);
    }

    MadeUpScale(int images, int raters, double missing, long seed, World world) {
        Random random = new Random(seed);
        this.images = images;
        this.location = random.doubles(images)
                .map(any -> world == World.TWO_HEAPS
                        ? (any < 0.5 ? -0.5 : 0.5) + 0.12 * random.nextGaussian()
                        : 0.45 * random.nextGaussian())
                .toArray();
        this.bias = centred(
                random.doubles(raters).map(any -> 0.2 * random.nextGaussian()).toArray(), 0);
        this.scale = centred(
                random.doubles(raters)
                        .map(any -> 0.6 + 0.8 * random.nextDouble())
                        .toArray(),
                1);
        this.noise = random.doubles(raters)
                .map(any -> 0.2 + 0.3 * random.nextDouble())
                .toArray();
        int[][] steps = new int[images][raters];
        for (int image = 0; image < images; image++) {
            for (int rater = 0; rater < raters; rater++) {
                double odds = random.nextDouble();
                double logistic = Math.log(odds / (1 - odds)) * Math.sqrt(3) / Math.PI;
                double off = world == World.NORMAL_NOISE ? random.nextGaussian() : logistic;
                double felt = bias[rater] + scale[rater] * location[image] + noise[rater] * off;
                int step = (int) Math.max(0, Math.min(8, Math.round(4 + 4 * felt)));
                steps[image][rater] = random.nextDouble() < missing ? -1 : step;
            }
        }
        this.answers = CrowdAnswers.of(steps, 9);
    }

    /** Returns the root mean square error of the images' mean answers. */
    double errorOfMeans() {
        double[] sums = new double[images];
        int[] counts = new int[images];
        for (int answer = 0; answer < answers.size(); answer++) {
            sums[answers.image(answer)] += CumulativeLogit.value(answers.category(answer), 9);
            counts[answers.image(answer)]++;
        }
        double squares = 0;
        int seen = 0;
        for (int image = 0; image < images; image++) {
            if (counts[image] > 0) {
                squares += Math.pow(sums[image] / counts[image] - location[image], 2);
                seen++;
            }
        }
        return Math.sqrt(squares / seen);
    }

    private static double[] centred(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] += mean - sum / values.length;
        }
        return values;
    }
}
