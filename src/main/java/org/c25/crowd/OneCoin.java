package org.c25.crowd;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Raters who differ in one thing: how often they are right. A rater gives the true category with a probability of their
 * own, and each of the others equally often. It has one parameter a rater where Dawid and Skene have 56.
 *
 * <p>EM starts from the vote shares. With smoothing, each rater has given so many more right and as many more wrong
 * answers, and each category has been true so many times more: the objective is the log-likelihood and the logarithm of
 * that prior. With smoothing 0 it is the likelihood alone.
 *
 * <p>Y. Zhang, X. Chen, D. Zhou and M. I. Jordan, Spectral Methods Meet EM, Journal of Machine Learning Research 17,
 * 2016, 1–44 (the one-coin model of their section 2).
 *
 * @param priors the probability of each category, together 1
 * @param raters the raters in the order of their slots
 */
public record OneCoin(double[] priors, List<Rater> raters, SoftLabels labels, Convergence convergence) {

    /** The smoothing that is usual. */
    public static final double SMOOTHING = 1;

    /** No rater is thought to be always right or always wrong, and no category impossible: that has no logarithm. */
    private static final double LEAST = 1e-10;

    /**
     * The estimate of one rater.
     *
     * @param slot the slot of the rater, or the rater's number where the answers came without slots
     * @param answers how many answers the rater gave
     * @param accuracy the probability that they are right, 0 … 1; NaN without answers and smoothing
     */
    public record Rater(int slot, int answers, double accuracy) {}

    /** Estimates the model with the usual smoothing. */
    public static OneCoin of(CrowdAnswers answers) {
        return of(answers, SMOOTHING);
    }

    /** @param smoothing in answers, 0 or more */
    public static OneCoin of(CrowdAnswers answers, double smoothing) {
        Posteriors posteriors = new Posteriors(answers);
        double[] accuracies = new double[answers.raters()];
        double[] priors = new double[answers.categories()];
        Convergence convergence = Convergence.climb(() -> {
            maximise(answers, posteriors, smoothing, accuracies, priors);
            return expect(answers, posteriors, accuracies, priors) + logPrior(smoothing, accuracies, priors);
        });
        int[] given = answers.perRater();
        List<Rater> raters = IntStream.range(0, answers.raters())
                .mapToObj(rater -> new Rater(answers.slot(rater), given[rater], accuracies[rater]))
                .toList();
        return new OneCoin(priors, raters, posteriors.labels(), convergence);
    }

    private static void maximise(
            CrowdAnswers answers, Posteriors posteriors, double smoothing, double[] accuracies, double[] priors) {
        double[] right = new double[accuracies.length];
        int[] given = answers.perRater();
        for (int answer = 0; answer < answers.size(); answer++) {
            right[answers.rater(answer)] += posteriors.right(answer);
        }
        for (int rater = 0; rater < right.length; rater++) {
            accuracies[rater] = within((right[rater] + smoothing) / (given[rater] + 2 * smoothing));
        }
        double[] sums = posteriors.sums();
        double all = Arrays.stream(sums).sum() + sums.length * smoothing;
        for (int category = 0; category < sums.length; category++) {
            priors[category] = within((sums[category] + smoothing) / all);
        }
    }

    private static double within(double probability) {
        return Math.min(1 - LEAST, Math.max(LEAST, probability));
    }

    private static double expect(CrowdAnswers answers, Posteriors posteriors, double[] accuracies, double[] priors) {
        double[] right = Posteriors.logs(accuracies);
        double[] wrong = Arrays.stream(accuracies)
                .map(accuracy -> StrictMath.log((1 - accuracy) / (answers.categories() - 1)))
                .toArray();
        return posteriors.expect(Posteriors.logs(priors), (answer, truth) -> {
            int rater = answers.rater(answer);
            return answers.category(answer) == truth ? right[rater] : wrong[rater];
        });
    }

    private static double logPrior(double smoothing, double[] accuracies, double[] priors) {
        if (smoothing == 0) {
            return 0;
        }
        double sum = 0;
        for (double accuracy : accuracies) {
            sum += StrictMath.log(accuracy) + StrictMath.log(1 - accuracy);
        }
        for (double prior : priors) {
            sum += StrictMath.log(prior);
        }
        return smoothing * sum;
    }
}
