package org.c25.crowd;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.c25.agreement.ImageVotes;

/**
 * What a model says of each image: a probability of each category.
 *
 * @param probabilities image × category, each row together 1; NaN where nobody answered
 */
public record SoftLabels(double[][] probabilities) {

    /** Returns the vote shares: what the answers say if all raters count alike. */
    public static SoftLabels shares(CrowdAnswers answers) {
        double[][] weights = new double[answers.images()][answers.categories()];
        for (int answer = 0; answer < answers.size(); answer++) {
            weights[answers.image(answer)][answers.category(answer)]++;
        }
        return ofWeights(weights);
    }

    /** Divides each row by its sum; NaN where that is 0. */
    static SoftLabels ofWeights(double[][] weights) {
        for (double[] row : weights) {
            double sum = 0;
            for (double weight : row) {
                sum += weight;
            }
            for (int category = 0; category < row.length; category++) {
                row[category] /= sum;
            }
        }
        return new SoftLabels(weights);
    }

    public int images() {
        return probabilities.length;
    }

    /** Whether anybody answered this image. */
    public boolean isAnswered(int image) {
        return !Double.isNaN(probabilities[image][0]);
    }

    /** Returns the likeliest category of an image, the smallest on a tie; empty where nobody answered. */
    public OptionalInt label(int image) {
        return isAnswered(image) ? OptionalInt.of(best(probabilities[image])) : OptionalInt.empty();
    }

    /** Returns the probability of the label, 1/categories … 1; NaN where nobody answered. */
    public double confidence(int image) {
        return probabilities[image][best(probabilities[image])];
    }

    static int best(double[] row) {
        int best = 0;
        for (int category = 1; category < row.length; category++) {
            best = row[category] > row[best] ? category : best;
        }
        return best;
    }

    /** Returns the positions, from 0, of the images whose label is not the majority of these votes. */
    public List<Integer> differing(List<ImageVotes> votes) {
        return IntStream.range(0, images())
                .filter(image -> !label(image).equals(votes.get(image).majority()))
                .boxed()
                .toList();
    }

    /**
     * Returns a label less sure, or surer: each probability to the power of 1/temperature, divided by their sum.
     *
     * @param temperature above 1 less sure, below 1 surer, 1 the same
     */
    static double[] tempered(double[] row, double temperature) {
        double[] logs = new double[row.length];
        for (int category = 0; category < row.length; category++) {
            logs[category] = StrictMath.log(row[category]) / temperature;
        }
        if (!Double.isNaN(row[0])) {
            Posteriors.normalise(logs);
        }
        return logs;
    }
}
