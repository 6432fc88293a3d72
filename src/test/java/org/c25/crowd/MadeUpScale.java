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

    /** @param missing the share of answers that are missing, 0 … 1 */
    MadeUpScale(int images, int raters, double missing, long seed) {
        Random random = new Random(seed);
        this.images = images;
        this.location = random.doubles(images).map(any -> 0.45 * random.nextGaussian()).toArray();
        this.bias = centred(random.doubles(raters).map(any -> 0.2 * random.nextGaussian()).toArray(), 0);
        this.scale = centred(random.doubles(raters).map(any -> 0.6 + 0.8 * random.nextDouble()).toArray(), 1);
        this.noise = random.doubles(raters).map(any -> 0.2 + 0.3 * random.nextDouble()).toArray();
        int[][] steps = new int[images][raters];
        for (int image = 0; image < images; image++) {
            for (int rater = 0; rater < raters; rater++) {
                double odds = random.nextDouble();
                double logistic = Math.log(odds / (1 - odds)) * Math.sqrt(3) / Math.PI;
                double felt = bias[rater] + scale[rater] * location[image] + noise[rater] * logistic;
                int step = (int) Math.max(0, Math.min(8, Math.round(4 + 4 * felt)));
                steps[image][rater] = random.nextDouble() < missing ? -1 : step;
            }
        }
        this.answers = CrowdAnswers.of(steps, 9);
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
