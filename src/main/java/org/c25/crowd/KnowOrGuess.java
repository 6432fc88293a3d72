package org.c25.crowd;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** One start of {@link Mace}: the parameters of the posteriors, and the two steps that improve them. */
final class KnowOrGuess {

    private static final int GUESSES = 0;
    private static final int KNOWS = 1;

    private final CrowdAnswers answers;
    private final Posteriors posteriors;
    /** Beta of each rater: weight of guessing, weight of knowing. */
    private final double[][] knowing;
    /** Dirichlet of each rater's habit. */
    private final double[][] habits;

    /** By rater: exp of the mean logarithm of knowing. */
    private final double[] known;
    /** By rater and category: exp of the mean logarithm of guessing it. */
    private final double[][] guessed;

    private Convergence convergence = new Convergence(List.of(), false);

    /** Starts with raters who know and guess about equally often, each a little otherwise. */
    KnowOrGuess(CrowdAnswers answers, Random random) {
        this(answers, drawn(answers.raters(), 2, random), drawn(answers.raters(), answers.categories(), random));
    }

    private KnowOrGuess(CrowdAnswers answers, double[][] knowing, double[][] habits) {
        this.answers = answers;
        this.posteriors = new Posteriors(answers);
        this.knowing = knowing;
        this.habits = habits;
        this.known = new double[answers.raters()];
        this.guessed = new double[answers.raters()][answers.categories()];
    }

    /** Starts from what another estimate says of the images: whoever gave a label knew it, as far as it is sure. */
    KnowOrGuess(CrowdAnswers answers, SoftLabels labels) {
        this(answers, new double[answers.raters()][2], new double[answers.raters()][answers.categories()]);
        forget();
        for (int answer = 0; answer < answers.size(); answer++) {
            int rater = answers.rater(answer);
            double right = labels.probabilities()[answers.image(answer)][answers.category(answer)];
            knowing[rater][KNOWS] += right;
            knowing[rater][GUESSES] += 1 - right;
            habits[rater][answers.category(answer)] += 1 - right;
        }
    }

    private static double[][] drawn(int rows, int columns, Random random) {
        double[][] drawn = new double[rows][columns];
        for (double[] row : drawn) {
            Arrays.setAll(row, column -> 10 * (1 + random.nextDouble()));
        }
        return drawn;
    }

    KnowOrGuess run() {
        expect();
        convergence = Convergence.climb(() -> {
            maximise();
            return expect();
        });
        return this;
    }

    /** Computes the posteriors of the images from those of the raters, and returns the lower bound. */
    private double expect() {
        double bound = 0;
        double[][] wrong = new double[known.length][];
        double[][] right = new double[known.length][answers.categories()];
        for (int rater = 0; rater < known.length; rater++) {
            double[] logKnowing = meanLogs(knowing[rater]);
            double[] logHabits = meanLogs(habits[rater]);
            known[rater] = StrictMath.exp(logKnowing[KNOWS]);
            wrong[rater] = Arrays.stream(logHabits)
                    .map(log -> logKnowing[GUESSES] + log)
                    .toArray();
            for (int category = 0; category < answers.categories(); category++) {
                guessed[rater][category] = StrictMath.exp(wrong[rater][category]);
                right[rater][category] = StrictMath.log(guessed[rater][category] + known[rater]);
            }
            bound -= divergence(knowing[rater], logKnowing, Mace.COMPETENCE_PRIOR)
                    + divergence(habits[rater], logHabits, Mace.HABIT_PRIOR);
        }
        double[] even = new double[answers.categories()];
        Arrays.fill(even, -StrictMath.log(even.length));
        return bound
                + posteriors.expect(even, (answer, truth) -> {
                    int given = answers.category(answer);
                    return (given == truth ? right : wrong)[answers.rater(answer)][given];
                });
    }

    /** Returns the mean of the logarithm of each share under a Dirichlet. */
    private static double[] meanLogs(double[] weights) {
        double all = GammaFunctions.digamma(Arrays.stream(weights).sum());
        return Arrays.stream(weights)
                .map(weight -> GammaFunctions.digamma(weight) - all)
                .toArray();
    }

    /** Returns the Kullback–Leibler divergence of a Dirichlet from the one whose weights are all the prior's. */
    private static double divergence(double[] weights, double[] meanLogs, double prior) {
        double divergence = GammaFunctions.logGamma(Arrays.stream(weights).sum())
                - GammaFunctions.logGamma(prior * weights.length)
                + weights.length * GammaFunctions.logGamma(prior);
        for (int i = 0; i < weights.length; i++) {
            divergence += (weights[i] - prior) * meanLogs[i] - GammaFunctions.logGamma(weights[i]);
        }
        return divergence;
    }

    /** Computes the posteriors of the raters from those of the images. */
    private void maximise() {
        forget();
        for (int answer = 0; answer < answers.size(); answer++) {
            int rater = answers.rater(answer);
            int given = answers.category(answer);
            double knew = posteriors.right(answer) * known[rater] / (known[rater] + guessed[rater][given]);
            knowing[rater][KNOWS] += knew;
            knowing[rater][GUESSES] += 1 - knew;
            habits[rater][given] += 1 - knew;
        }
    }

    private void forget() {
        for (int rater = 0; rater < knowing.length; rater++) {
            Arrays.fill(knowing[rater], Mace.COMPETENCE_PRIOR);
            Arrays.fill(habits[rater], Mace.HABIT_PRIOR);
        }
    }

    List<Mace.Rater> raters() {
        int[] given = answers.perRater();
        return IntStream.range(0, knowing.length)
                .mapToObj(rater -> rater(rater, given[rater]))
                .toList();
    }

    private Mace.Rater rater(int rater, int given) {
        double all = knowing[rater][KNOWS] + knowing[rater][GUESSES];
        double competence = knowing[rater][KNOWS] / all;
        double sum = Arrays.stream(habits[rater]).sum();
        return new Mace.Rater(
                answers.slot(rater),
                given,
                competence,
                Arrays.stream(habits[rater]).map(weight -> weight / sum).toArray());
    }

    SoftLabels labels() {
        return posteriors.labels();
    }

    Convergence convergence() {
        return convergence;
    }

    double end() {
        return convergence.objective();
    }
}
