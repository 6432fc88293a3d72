package org.c25.crowd;

import java.util.Arrays;

/**
 * The probability of each category of each image while a model is estimated: the E-step that all models of categories
 * share. It works with logarithms, so that the product of many small probabilities is never 0, and with
 * {@link StrictMath}, so that it gives the same numbers everywhere.
 */
final class Posteriors {

    private final CrowdAnswers answers;
    private final double[][] rows;

    /** What an answer says of the truth. */
    @FunctionalInterface
    interface Evidence {

        /** Returns the logarithm of the probability of this answer if this category is true. */
        double of(int answer, int truth);
    }

    /** Starts from the vote shares. */
    Posteriors(CrowdAnswers answers) {
        this.answers = answers;
        this.rows = SoftLabels.shares(answers).probabilities();
    }

    /** Returns the probabilities of an image; NaN where nobody answered. */
    double[] of(int image) {
        return rows[image];
    }

    /** Returns the probability that this answer is right. */
    double right(int answer) {
        return rows[answers.image(answer)][answers.category(answer)];
    }

    /** Returns the sum of the probabilities by category, over the images that anybody answered. */
    double[] sums() {
        double[] sums = new double[answers.categories()];
        for (double[] row : rows) {
            for (int category = 0; category < sums.length; category++) {
                sums[category] += Double.isNaN(row[category]) ? 0 : row[category];
            }
        }
        return sums;
    }

    /**
     * Computes the probabilities anew.
     *
     * @param logPriors by category
     * @return the log-likelihood of the answers, in nats
     */
    double expect(double[] logPriors, Evidence evidence) {
        for (double[] row : rows) {
            if (!Double.isNaN(row[0])) {
                System.arraycopy(logPriors, 0, row, 0, row.length);
            }
        }
        for (int answer = 0; answer < answers.size(); answer++) {
            double[] row = rows[answers.image(answer)];
            for (int truth = 0; truth < row.length; truth++) {
                row[truth] += evidence.of(answer, truth);
            }
        }
        double likelihood = 0;
        for (double[] row : rows) {
            likelihood += Double.isNaN(row[0]) ? 0 : normalise(row);
        }
        return likelihood;
    }

    /**
     * Turns logarithms into probabilities.
     *
     * @return the logarithm of their sum
     */
    static double normalise(double[] logs) {
        double greatest = Arrays.stream(logs).max().orElseThrow();
        double sum = 0;
        for (int i = 0; i < logs.length; i++) {
            logs[i] = StrictMath.exp(logs[i] - greatest);
            sum += logs[i];
        }
        for (int i = 0; i < logs.length; i++) {
            logs[i] /= sum;
        }
        return greatest + StrictMath.log(sum);
    }

    /** Returns the logarithm of each value. */
    static double[] logs(double[] values) {
        return Arrays.stream(values).map(StrictMath::log).toArray();
    }

    SoftLabels labels() {
        return new SoftLabels(rows);
    }
}
