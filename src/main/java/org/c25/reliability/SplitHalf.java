package org.c25.reliability;

import org.c25.agreement.Answers;
import org.c25.agreement.Estimate;

/**
 * The split-half reliability of the mean of all raters: the raters are split at random into two halves of the same size
 * (of an odd number one stays out), the halves' means of the images are correlated, and the correlation is stepped up by
 * {@link SpearmanBrown} from a half to all. The value is the mean over the splits. Missing answers are left out of the
 * means; an image counts that both halves answered.
 *
 * @param splits how many splits there were
 * @param estimate the mean, with an interval for other images and the same raters; undefined below two raters
 */
public record SplitHalf(int splits, Estimate estimate) {

    static SplitHalf of(Answers answers, long seed) {
        int half = answers.raters() / 2;
        int splits = half == 0 ? 0 : Draws.number(answers);
        double[] ofAll = new double[splits];
        double[] ofDrawn = new double[splits];
        Draws draws = new Draws(answers, seed);
        for (int split = 0; split < splits; split++) {
            draws.next();
            Means means = new Means(answers, draws, half);
            double factor = answers.raters() / (double) half;
            ofAll[split] = SpearmanBrown.stepped(means.correlation(false), factor);
            ofDrawn[split] = SpearmanBrown.stepped(means.correlation(true), factor);
        }
        return new SplitHalf(splits, Draws.overImages(ofAll, ofDrawn, answers.images()));
    }

    /** The images' means of the two halves of one draw. */
    private record Means(double[] one, double[] other, Draws draws) {

        Means(Answers answers, Draws draws, int half) {
            this(mean(answers, draws, 0, half), mean(answers, draws, half, 2 * half), draws);
        }

        private static double[] mean(Answers answers, Draws draws, int from, int to) {
            double[] sums = new double[answers.images()];
            int[] given = new int[answers.images()];
            for (int place = from; place < to; place++) {
                byte[] rater = answers.of(draws.rater(place));
                for (int image = 0; image < rater.length; image++) {
                    if (rater[image] >= 0) {
                        sums[image] += rater[image];
                        given[image]++;
                    }
                }
            }
            for (int image = 0; image < sums.length; image++) {
                sums[image] /= given[image];
            }
            return sums;
        }

        /** Returns Pearson's correlation; NaN where a half does not vary. */
        double correlation(boolean drawn) {
            double weight = 0;
            double x = 0;
            double y = 0;
            double xx = 0;
            double yy = 0;
            double xy = 0;
            for (int image = 0; image < one.length; image++) {
                int times = drawn ? draws.times(image) : 1;
                if (times > 0 && !Double.isNaN(one[image]) && !Double.isNaN(other[image])) {
                    weight += times;
                    x += times * one[image];
                    y += times * other[image];
                    xx += times * one[image] * one[image];
                    yy += times * other[image] * other[image];
                    xy += times * one[image] * other[image];
                }
            }
            double varies = (weight * xx - x * x) * (weight * yy - y * y);
            return varies > 1e-12 ? (weight * xy - x * y) / Math.sqrt(varies) : Double.NaN;
        }
    }
}
