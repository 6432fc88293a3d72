package org.c25.crowd;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The parameters of {@link Glad}, and how they are made to fit the posteriors. Each step only ever improves the fit. */
final class AbilityAndEase {

    private static final double PRIOR_MEAN = 1;
    private static final int HALVINGS = 30;

    private final CrowdAnswers answers;
    private final int[][] ofRater;
    private final int[][] ofImage;
    private final double[] abilities;
    /** ln β of each image. */
    private final double[] logEase;
    /** The probability that each answer is right. */
    private final double[] right;

    AbilityAndEase(CrowdAnswers answers) {
        this.answers = answers;
        this.ofRater = new int[answers.raters()][];
        this.ofImage = new int[answers.images()][];
        this.abilities = new double[answers.raters()];
        this.logEase = new double[answers.images()];
        this.right = new double[answers.size()];
        Arrays.fill(abilities, PRIOR_MEAN);
        Arrays.fill(logEase, PRIOR_MEAN);
        sort();
    }

    private void sort() {
        int[] raters = answers.perRater();
        int[] images = Arrays.stream(answers.counts())
                .mapToInt(row -> Arrays.stream(row).sum())
                .toArray();
        Arrays.setAll(ofRater, rater -> new int[raters[rater]]);
        Arrays.setAll(ofImage, image -> new int[images[image]]);
        for (int answer = answers.size() - 1; answer >= 0; answer--) {
            ofRater[answers.rater(answer)][--raters[answers.rater(answer)]] = answer;
            ofImage[answers.image(answer)][--images[answers.image(answer)]] = answer;
        }
    }

    double ability(int rater) {
        return abilities[rater];
    }

    double ease(int image) {
        return StrictMath.exp(logEase[image]);
    }

    double accuracy(int rater) {
        double mean = IntStream.range(0, logEase.length)
                .filter(image -> ofImage[image].length > 0)
                .mapToDouble(image -> logEase[image])
                .average()
                .orElse(PRIOR_MEAN);
        return sigmoid(abilities[rater] * StrictMath.exp(mean));
    }

    double logPrior() {
        return -(Arrays.stream(abilities).map(AbilityAndEase::square).sum()
                        + Arrays.stream(logEase).map(AbilityAndEase::square).sum())
                / 2;
    }

    private static double square(double value) {
        return (value - PRIOR_MEAN) * (value - PRIOR_MEAN);
    }

    Posteriors.Evidence evidence() {
        double[] yes = new double[right.length];
        double[] no = new double[right.length];
        for (int answer = 0; answer < right.length; answer++) {
            double x = abilities[answers.rater(answer)] * ease(answers.image(answer));
            yes[answer] = -softplus(-x);
            no[answer] = -softplus(x) - StrictMath.log(answers.categories() - 1);
        }
        return (answer, truth) -> answers.category(answer) == truth ? yes[answer] : no[answer];
    }

    void maximise(Posteriors posteriors, int rounds) {
        Arrays.setAll(right, posteriors::right);
        for (int round = 0; round < rounds; round++) {
            for (int rater = 0; rater < abilities.length; rater++) {
                improve(abilities, rater, ofRater[rater], false);
            }
            for (int image = 0; image < logEase.length; image++) {
                improve(logEase, image, ofImage[image], true);
            }
        }
        rescale();
    }

    /** Makes one scoring step for one parameter, halved until the fit is no worse. */
    private void improve(double[] parameters, int which, int[] given, boolean isEase) {
        double old = parameters[which];
        double before = fit(given, old);
        double slope = PRIOR_MEAN - old;
        double curvature = 1;
        for (int answer : given) {
            double ability = abilities[answers.rater(answer)];
            double ease = ease(answers.image(answer));
            double probability = sigmoid(ability * ease);
            double factor = isEase ? ability * ease : ease;
            slope += (right[answer] - probability) * factor;
            curvature += probability * (1 - probability) * factor * factor;
        }
        double step = slope / curvature;
        for (int halving = 0; halving < HALVINGS; halving++) {
            parameters[which] = old + step;
            if (fit(given, parameters[which]) >= before) {
                return;
            }
            step /= 2;
        }
        parameters[which] = old;
    }

    /** Returns what the objective of the M-step owes to one parameter. */
    private double fit(int[] given, double parameter) {
        double fit = -square(parameter) / 2;
        for (int answer : given) {
            double x = abilities[answers.rater(answer)] * ease(answers.image(answer));
            fit -= right[answer] * softplus(-x) + (1 - right[answer]) * softplus(x);
        }
        return fit;
    }

    /** Multiplies all α by exp(t) and divides all β by it, with the t of the best prior. The products stay. */
    private void rescale() {
        double old = logPrior();
        double first = Arrays.stream(abilities).sum();
        double second = Arrays.stream(abilities).map(a -> a * a).sum();
        double rest = Arrays.stream(logEase).map(b -> b - PRIOR_MEAN).sum();
        double t = 0;
        for (int step = 0; step < HALVINGS; step++) {
            double scale = StrictMath.exp(t);
            double slope = scale * scale * second - scale * first - rest + logEase.length * t;
            double curvature = 2 * scale * scale * second - Math.min(0, scale * first) + logEase.length;
            t -= slope / curvature;
        }
        double[] abilitiesBefore = abilities.clone();
        double[] easeBefore = logEase.clone();
        double shift = t;
        Arrays.setAll(abilities, rater -> abilitiesBefore[rater] * StrictMath.exp(shift));
        Arrays.setAll(logEase, image -> easeBefore[image] - shift);
        if (!(logPrior() >= old)) {
            System.arraycopy(abilitiesBefore, 0, abilities, 0, abilities.length);
            System.arraycopy(easeBefore, 0, logEase, 0, logEase.length);
        }
    }

    private static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    /** Returns ln(1 + exp(x)). */
    private static double softplus(double x) {
        return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
    }
}
