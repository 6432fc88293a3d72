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
    /** β of each image. */
    private final double[] ease;
    /** The probability that each answer is right. */
    private final double[] right;

    AbilityAndEase(CrowdAnswers answers) {
        this.answers = answers;
        this.ofRater = answers.ofRaters();
        this.ofImage = answers.ofImages();
        this.abilities = new double[answers.raters()];
        this.logEase = new double[answers.images()];
        this.ease = new double[answers.images()];
        this.right = new double[answers.size()];
        Arrays.fill(abilities, PRIOR_MEAN);
        Arrays.fill(logEase, PRIOR_MEAN);
        Arrays.fill(ease, StrictMath.exp(PRIOR_MEAN));
    }

    double ability(int rater) {
        return abilities[rater];
    }

    double ease(int image) {
        return ease[image];
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
        double others = StrictMath.log(answers.categories() - 1);
        for (int answer = 0; answer < right.length; answer++) {
            double x = abilities[answers.rater(answer)] * ease(answers.image(answer));
            double wrong = softplus(x);
            yes[answer] = x - wrong;
            no[answer] = -wrong - others;
        }
        return (answer, truth) -> answers.category(answer) == truth ? yes[answer] : no[answer];
    }

    void maximise(Posteriors posteriors) {
        Arrays.setAll(right, posteriors::right);
        for (int rater = 0; rater < abilities.length; rater++) {
            improveAbility(rater);
        }
        for (int image = 0; image < logEase.length; image++) {
            improveEase(image);
        }
        rescale();
    }

    /** What the objective of the M-step owes to one parameter, with its slope and curvature. */
    private static final class Fit {

        private double value;
        private double slope;
        private double curvature = 1;

        private Fit(double parameter) {
            this.value = -square(parameter) / 2;
            this.slope = PRIOR_MEAN - parameter;
        }

        /** Adds an answer whose x = αβ changes by this factor with the parameter. */
        private void add(double right, double x, double factor) {
            double small = StrictMath.exp(-Math.abs(x));
            double probability = (x > 0 ? 1 : small) / (1 + small);
            value += right * x - Math.max(x, 0) - StrictMath.log1p(small);
            slope += (right - probability) * factor;
            curvature += probability * (1 - probability) * factor * factor;
        }
    }

    private Fit abilityFit(int rater) {
        Fit fit = new Fit(abilities[rater]);
        for (int answer : ofRater[rater]) {
            double factor = ease[answers.image(answer)];
            fit.add(right[answer], abilities[rater] * factor, factor);
        }
        return fit;
    }

    private Fit easeFit(int image) {
        Fit fit = new Fit(logEase[image]);
        for (int answer : ofImage[image]) {
            double x = abilities[answers.rater(answer)] * ease[image];
            fit.add(right[answer], x, x);
        }
        return fit;
    }

    /** Makes one scoring step, halved until the fit is no worse. */
    private void improveAbility(int rater) {
        double old = abilities[rater];
        Fit before = abilityFit(rater);
        double step = before.slope / before.curvature;
        for (int halving = 0; halving < HALVINGS; halving++) {
            abilities[rater] = old + step;
            if (abilityFit(rater).value >= before.value) {
                return;
            }
            step /= 2;
        }
        abilities[rater] = old;
    }

    private void improveEase(int image) {
        double old = logEase[image];
        Fit before = easeFit(image);
        double step = before.slope / before.curvature;
        for (int halving = 0; halving < HALVINGS; halving++) {
            set(image, old + step);
            if (easeFit(image).value >= before.value) {
                return;
            }
            step /= 2;
        }
        set(image, old);
    }

    private void set(int image, double log) {
        logEase[image] = log;
        ease[image] = StrictMath.exp(log);
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
        Arrays.setAll(ease, image -> StrictMath.exp(logEase[image]));
    }

    private static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    /** Returns ln(1 + exp(x)). */
    private static double softplus(double x) {
        return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
    }
}
