package org.c25.concordance;

import java.util.Arrays;
import java.util.Random;
import org.c25.ratings.Ratings;

/**
 * A made-up set: images of eight classes, some plain and some hard; raters who see what is shown more or less often, have a favourite
 * expression of their own, and use the scales with a bias and a noise of their own.
 *
 * @param classes what each image shows, 0 … 7
 */
record MadeUpSet(Images images, Raters raters, Ratings ratings) {

    private static final double[] SHARES = {.2, .2, .15, .12, .1, .09, .08, .06};

    /** What is drawn of images: the class, how easily it is seen (0 … 1), and the place on the scales. */
    record Images(int[] classes, double[] ease, double[] place) {

        static Images of(Random random, int count) {
            Images all = new Images(new int[count], new double[count], new double[count]);
            for (int image = 0; image < count; image++) {
                double rest = random.nextDouble();
                int one = 0;
                while (one < 7 && rest >= SHARES[one]) {
                    rest -= SHARES[one++];
                }
                all.classes[image] = one;
                all.ease[image] = 1 - Math.pow(random.nextDouble(), 2);
                all.place[image] = 1.7 * random.nextGaussian();
            }
            return all;
        }
    }

    /** What is drawn of raters: how often they see what is shown, their favourite, and their bias and noise in steps. */
    record Raters(double[] skill, int[] favourite, double[] bias, double[] noise) {

        static Raters of(Random random, int count) {
            Raters all = new Raters(new double[count], new int[count], new double[count], new double[count]);
            for (int rater = 0; rater < count; rater++) {
                all.skill[rater] = 0.35 + 0.6 * Math.sqrt(random.nextDouble());
                all.favourite[rater] = random.nextInt(8);
                all.bias[rater] = 0.6 * random.nextGaussian();
                all.noise[rater] = 0.8 + 0.8 * random.nextDouble();
            }
            return all;
        }
    }

    static MadeUpSet of(Random random, int images, int raters) {
        return of(random, Images.of(random, images), Raters.of(random, raters));
    }

    /** Returns what these people answer to these images, drawn anew. */
    static MadeUpSet of(Random random, Images images, Raters raters) {
        int count = images.classes().length;
        byte[][] expression = new byte[raters.skill().length][count];
        byte[][] scale = new byte[raters.skill().length][count];
        for (int rater = 0; rater < expression.length; rater++) {
            for (int image = 0; image < count; image++) {
                boolean seen = random.nextDouble() < Math.min(1, 1.2 * raters.skill()[rater] * images.ease()[image]);
                int other = random.nextDouble() < 0.3 ? raters.favourite()[rater] : random.nextInt(8);
                expression[rater][image] = (byte) (seen ? images.classes()[image] : other);
                double felt = 4
                        + images.place()[image]
                        + raters.bias()[rater]
                        + raters.noise()[rater] * random.nextGaussian();
                scale[rater][image] = (byte) Math.max(0, Math.min(8, Math.round(felt)));
            }
        }
        byte[][] none = new byte[expression.length][count];
        for (byte[] slot : none) {
            Arrays.fill(slot, Ratings.NONE);
        }
        return new MadeUpSet(images, raters, Ratings.of(expression, scale, none));
    }
}
