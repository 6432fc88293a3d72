package org.c25.crowd;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Multi-annotator competence estimation: raters who either know or guess. Each time, a rater gives the true category
 * with a probability of their own (the competence); else they guess, and answer by habit, whatever the image shows.
 * Every category is as likely to be true.
 *
 * <p>Variational Bayes, as the paper recommends: the competence has the prior Beta({@value #COMPETENCE_PRIOR},
 * {@value #COMPETENCE_PRIOR}), the habit Dirichlet({@value #HABIT_PRIOR}) for each category. There are
 * {@value #STARTS} starts at random; the one that ends highest counts. The objective is the lower bound of the
 * logarithm of the answers' probability (M. J. Beal, Variational Algorithms for Approximate Bayesian Inference, 2003,
 * section 2.3).
 *
 * <p>D. Hovy, T. Berg-Kirkpatrick, A. Vaswani and E. Hovy, Learning Whom to Trust with MACE, NAACL-HLT, 2013,
 * 1120–1130.
 *
 * @param raters the raters in the order of their slots
 * @param convergence of the start that counts
 * @param ends the objective at the end of each start, in their order: where they differ much there are several answers
 */
public record Mace(List<Rater> raters, SoftLabels labels, Convergence convergence, List<Double> ends) {

    public static final double COMPETENCE_PRIOR = 0.5;
    public static final double HABIT_PRIOR = 10;

    /** How many starts there are. */
    public static final int STARTS = 10;

    /**
     * The estimate of one rater. The width of the posterior is left out: it takes the labels for known, and is too
     * narrow by far where they are doubtful. {@link LeavingImagesOut} has a standard error.
     *
     * @param slot the slot of the rater, or the rater's number where the answers came without slots
     * @param answers how many answers the rater gave
     * @param competence the mean of its posterior, 0 … 1
     * @param habit by category: how often they give it when they guess, the mean of its posterior; together 1
     */
    public record Rater(int slot, int answers, double competence, double[] habit) {}

    /** Estimates the model. The same answers and seed give the same numbers. */
    public static Mace of(CrowdAnswers answers, long seed) {
        Random random = new Random(seed);
        List<KnowOrGuess> starts = IntStream.range(0, STARTS)
                .mapToObj(start -> new KnowOrGuess(answers, random).run())
                .toList();
        KnowOrGuess best = starts.get(0);
        for (KnowOrGuess start : starts) {
            best = start.end() > best.end() ? start : best;
        }
        return of(best, starts);
    }

    /** Estimates the model from one start: that of these labels. */
    static Mace near(SoftLabels labels, CrowdAnswers answers) {
        KnowOrGuess start = new KnowOrGuess(answers, labels).run();
        return of(start, List.of(start));
    }

    private static Mace of(KnowOrGuess best, List<KnowOrGuess> starts) {
        return new Mace(
                best.raters(),
                best.labels(),
                best.convergence(),
                starts.stream().map(KnowOrGuess::end).toList());
    }
}
