package org.c25.crowd;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The model of Dawid and Skene with a prior on the confusion matrices. Without one it has 56 parameters for each rater
 * who chooses among eight categories, and rare categories leave them nothing to rest on. Here each rater starts as the
 * one-coin model has them: as if, for each true category, they had given {@code strength} more answers, as often right
 * as {@link OneCoin} says and with the errors spread evenly. The more a rater has answered, the less this counts.
 *
 * <p>Each true category counts as seen once more. EM starts from the vote shares and seeks the greatest log-likelihood
 * together with the logarithm of the prior (a maximum a posteriori; Dempster, Laird and Rubin, Journal of the Royal
 * Statistical Society B 39, 1977, 1–38).
 *
 * <p>A. P. Dawid and A. M. Skene, Maximum Likelihood Estimation of Observer Error-Rates Using the EM Algorithm, Applied
 * Statistics 28(1), 1979, 20–28.
 *
 * @param priors the probability of each category, together 1
 * @param raters the raters in the order of their slots
 */
public record SmoothedDawidSkene(double[] priors, List<Rater> raters, SoftLabels labels, Convergence convergence) {

    /**
     * The usual strength, in answers. It was chosen by measuring (docs/statistics.md): with more, raters who share a
     * bias are taken for careless ones where answers are few; with less, the model does as the plain one.
     */
    public static final double STRENGTH = 4;

    /**
     * The estimate of one rater.
     *
     * @param slot the slot of the rater, or the rater's number where the answers came without slots
     * @param answers how many answers the rater gave
     * @param confusion true category × answer: probabilities, each row together 1
     * @param accuracy the probability that they are right, if the categories are as frequent as in these images
     */
    public record Rater(int slot, int answers, double[][] confusion, double accuracy) {}

    /** Estimates the model with the usual strength. */
    public static SmoothedDawidSkene of(CrowdAnswers answers) {
        return of(answers, STRENGTH);
    }

    /**
     * @param strength in answers, more than 0
     * @throws IllegalArgumentException if the strength is not more than 0
     */
    public static SmoothedDawidSkene of(CrowdAnswers answers, double strength) {
        if (!(strength > 0)) {
            throw new IllegalArgumentException("the strength is more than 0, not " + strength);
        }
        Posteriors posteriors = new Posteriors(answers);
        double[][][] starts = starts(OneCoin.of(answers), answers.categories());
        double[][][] confusions = new double[answers.raters()][][];
        double[] priors = new double[answers.categories()];
        Convergence convergence = Convergence.climb(() -> {
            maximise(answers, posteriors, starts, strength, confusions, priors);
            return expect(answers, posteriors, starts, strength, confusions, priors);
        });
        int[] given = answers.perRater();
        List<Rater> raters = IntStream.range(0, answers.raters())
                .mapToObj(rater -> new Rater(
                        answers.slot(rater), given[rater], confusions[rater], accuracy(confusions[rater], priors)))
                .toList();
        return new SmoothedDawidSkene(priors, raters, posteriors.labels(), convergence);
    }

    /** Returns the confusion of each rater before any answer, as rater × true category × answer. */
    private static double[][][] starts(OneCoin coins, int categories) {
        return coins.raters().stream()
                .map(rater -> {
                    double[][] start = new double[categories][categories];
                    for (int truth = 0; truth < categories; truth++) {
                        Arrays.fill(start[truth], (1 - rater.accuracy()) / (categories - 1));
                        start[truth][truth] = rater.accuracy();
                    }
                    return start;
                })
                .toArray(double[][][]::new);
    }

    private static void maximise(
            CrowdAnswers answers,
            Posteriors posteriors,
            double[][][] starts,
            double strength,
            double[][][] confusions,
            double[] priors) {
        for (int rater = 0; rater < confusions.length; rater++) {
            confusions[rater] = Arrays.stream(starts[rater])
                    .map(row ->
                            Arrays.stream(row).map(share -> strength * share).toArray())
                    .toArray(double[][]::new);
        }
        for (int answer = 0; answer < answers.size(); answer++) {
            add(confusions[answers.rater(answer)], posteriors.of(answers.image(answer)), answers.category(answer));
        }
        for (double[][] confusion : confusions) {
            SoftLabels.ofWeights(confusion);
        }
        double[] sums = posteriors.sums();
        double all = Arrays.stream(sums).sum() + sums.length;
        for (int category = 0; category < sums.length; category++) {
            priors[category] = (sums[category] + 1) / all;
        }
    }

    private static void add(double[][] counts, double[] posterior, int given) {
        for (int truth = 0; truth < counts.length; truth++) {
            counts[truth][given] += posterior[truth];
        }
    }

    private static double expect(
            CrowdAnswers answers,
            Posteriors posteriors,
            double[][][] starts,
            double strength,
            double[][][] confusions,
            double[] priors) {
        double[][][] logs = Arrays.stream(confusions)
                .map(rows -> Arrays.stream(rows).map(Posteriors::logs).toArray(double[][]::new))
                .toArray(double[][][]::new);
        double[] logPriors = Posteriors.logs(priors);
        double logPrior = Arrays.stream(logPriors).sum();
        for (int rater = 0; rater < logs.length; rater++) {
            for (int truth = 0; truth < priors.length; truth++) {
                for (int given = 0; given < priors.length; given++) {
                    logPrior += strength * starts[rater][truth][given] * logs[rater][truth][given];
                }
            }
        }
        return logPrior
                + posteriors.expect(
                        logPriors, (answer, truth) -> logs[answers.rater(answer)][truth][answers.category(answer)]);
    }

    private static double accuracy(double[][] confusion, double[] priors) {
        return IntStream.range(0, priors.length)
                .mapToDouble(category -> priors[category] * confusion[category][category])
                .sum();
    }
}
