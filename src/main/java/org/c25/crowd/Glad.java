package org.c25.crowd;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Raters of different ability, images of different difficulty. A rater of ability α gives an image of ease β its true
 * category with the probability 1/(1 + exp(−αβ)), and each of the others equally often. A negative ability is that of
 * one who answers against the others. Every category is as likely to be true.
 *
 * <p>The priors are normal, of mean 1 and standard deviation 1, on α and on ln β, as in the authors' code. EM starts
 * from the vote shares. The M-step makes a step of Newton's method for each α, then for each ln β, instead of the
 * paper's conjugate gradients. Then it multiplies all α and divides all β by what suits the priors best,
 * which changes no probability. The objective is the log-likelihood with the logarithm of the priors, but for a
 * constant.
 *
 * <p>J. Whitehill, P. Ruvolo, T. Wu, J. Bergsma and J. Movellan, Whose Vote Should Count More: Optimal Integration of
 * Labels from Labelers of Unknown Expertise, NIPS, 2009, 2035–2043.
 *
 * @param raters the raters in the order of their slots
 * @param ease β of each image, more than 0: the greater, the easier; NaN where nobody answered
 */
public record Glad(List<Rater> raters, double[] ease, SoftLabels labels, Convergence convergence) {

    /**
     * The estimate of one rater.
     *
     * @param slot the slot of the rater, or the rater's number where the answers came without slots
     * @param answers how many answers the rater gave
     * @param ability α: 0 is right every other time
     * @param accuracy the probability that they are right on an image of mean ln β, 0 … 1
     */
    public record Rater(int slot, int answers, double ability, double accuracy) {}

    public static Glad of(CrowdAnswers answers) {
        AbilityAndEase parameters = new AbilityAndEase(answers);
        Posteriors posteriors = new Posteriors(answers);
        double[] even = new double[answers.categories()];
        Arrays.fill(even, -StrictMath.log(even.length));
        Convergence convergence = Convergence.climb(() -> {
            parameters.maximise(posteriors);
            return parameters.logPrior() + posteriors.expect(even, parameters.evidence());
        });
        SoftLabels labels = posteriors.labels();
        int[] given = answers.perRater();
        List<Rater> raters = IntStream.range(0, answers.raters())
                .mapToObj(rater -> new Rater(
                        answers.slot(rater), given[rater], parameters.ability(rater), parameters.accuracy(rater)))
                .toList();
        double[] ease = IntStream.range(0, answers.images())
                .mapToDouble(image -> labels.isAnswered(image) ? parameters.ease(image) : Double.NaN)
                .toArray();
        return new Glad(raters, ease, labels, convergence);
    }
}
