package org.c25.crowd;

import java.util.Arrays;
import org.c25.crowd.CumulativeLogit.Fit;

/**
 * What is thought of a rater before any answer: the prior of {@link OrdinalModel}. It weighs about as much as
 * {@value #WEIGHT} answer and keeps those finite who always give the same step. Its logarithm is concave in s, u and v.
 *
 * @param bias u/s of the usual rater
 * @param scale v/s of the usual rater
 * @param s 1/noise of the usual rater
 */
record UsualRater(double bias, double scale, double s) {

    static final double WEIGHT = 1;

    /** Reads it from the answers: their mean, how much images differ, and how much raters do about one image. */
    static UsualRater of(CrowdAnswers answers) {
        int[][] counts = answers.counts();
        double[] means = new double[counts.length];
        double[] sizes = new double[counts.length];
        for (int answer = 0; answer < answers.size(); answer++) {
            means[answers.image(answer)] += value(answers, answer);
            sizes[answers.image(answer)]++;
        }
        double mean = Arrays.stream(means).sum() / Math.max(1, answers.size());
        double within = 0;
        double between = 0;
        int seen = 0;
        for (int image = 0; image < means.length; image++) {
            if (sizes[image] > 0) {
                means[image] /= sizes[image];
                between += (means[image] - mean) * (means[image] - mean);
                seen++;
            }
        }
        for (int answer = 0; answer < answers.size(); answer++) {
            double off = value(answers, answer) - means[answers.image(answer)];
            within += off * off;
        }
        double least = 1.0 / answers.categories();
        double noise = Math.sqrt(within / Math.max(1, answers.size() - seen));
        double deviation = Math.sqrt(between / Math.max(1, seen));
        double logistic = Math.sqrt(3) / Math.PI;
        return new UsualRater(mean, Math.max(deviation, least), 1 / (logistic * Math.max(noise, least)));
    }

    private static double value(CrowdAnswers answers, int answer) {
        return CumulativeLogit.value(answers.category(answer), answers.categories());
    }

    CumulativeLogit start() {
        return new CumulativeLogit(s, bias * s, scale * s);
    }

    /** Returns the logarithm of the prior, but for a constant. */
    double log(CumulativeLogit rater) {
        double u = rater.u() - bias * rater.s();
        double v = rater.v() - scale * rater.s();
        double ratio = rater.s() / s;
        return WEIGHT * (StrictMath.log(ratio) - ratio * ratio / 2 - (u * u + v * v) / 2);
    }

    /** Adds the logarithm of the prior, with its derivatives. */
    void addTo(Fit fit, CumulativeLogit rater) {
        fit.value += log(rater);
        double u = rater.u() - bias * rater.s();
        double v = rater.v() - scale * rater.s();
        fit.slope[0] += WEIGHT * (1 / rater.s() - rater.s() / (s * s) + bias * u + scale * v);
        fit.slope[1] -= WEIGHT * u;
        fit.slope[2] -= WEIGHT * v;
        double square = rater.s() * rater.s();
        fit.curvature[0][0] += WEIGHT * (1 / square + 1 / (s * s) + bias * bias + scale * scale);
        fit.curvature[1][1] += WEIGHT;
        fit.curvature[2][2] += WEIGHT;
        fit.curvature[0][1] -= WEIGHT * bias;
        fit.curvature[1][0] -= WEIGHT * bias;
        fit.curvature[0][2] -= WEIGHT * scale;
        fit.curvature[2][0] -= WEIGHT * scale;
    }
}
