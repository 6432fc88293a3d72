package org.c25.crowd;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** The models of categories: what each image shows, and how far each rater can be relied on. */
public enum LabelModel {
    VOTE_SHARES(
            "Vote shares",
            "agreement with the majority",
            "Everybody counts alike. There is no model of the raters.",
            "the share of their answers that are the majority's, their own vote among it. It says nothing of who is right.") {
        @Override
        public LabelEstimate of(CrowdAnswers answers, long seed) {
            LabelEstimate wawa = WAWA.of(answers, seed);
            return new LabelEstimate(SoftLabels.shares(answers), null, wawa.raters());
        }
    },

    WAWA(
            "Wawa",
            "agreement with the majority",
            "A rater counts as much as they agree with the majority.",
            "the share of their answers that are the plain majority's, their own vote among it. By this their vote is weighed. It"
                    + " says nothing of who is right.") {
        @Override
        public LabelEstimate of(CrowdAnswers answers, long seed) {
            Wawa wawa = Wawa.of(answers);
            return new LabelEstimate(
                    wawa.labels(),
                    null,
                    wawa.raters().stream()
                            .map(one -> new LabelEstimate.Rater(one.slot(), one.answers(), one.skill(), null))
                            .toList());
        }
    },

    ONE_COIN(
            "One-coin",
            "accuracy",
            "Each rater is right with a probability of their own, and errs evenly.",
            "the probability that somebody's answer is the true expression, as the model has it." + Words.IF_RIGHT) {
        @Override
        public LabelEstimate of(CrowdAnswers answers, long seed) {
            OneCoin model = OneCoin.of(answers);
            return new LabelEstimate(
                    model.labels(),
                    model.convergence(),
                    model.raters().stream()
                            .map(one -> new LabelEstimate.Rater(one.slot(), one.answers(), one.accuracy(), null))
                            .toList());
        }
    },

    DAWID_SKENE(
            "Dawid–Skene",
            "accuracy",
            "Each rater has a confusion matrix of their own. It has many parameters: with few answers it overfits.",
            "the mean probability, by the model, of the expressions that somebody chose: their answers are among what it rests"
                    + " on, so with few of them it is too high." + Words.IF_RIGHT) {
        @Override
        public LabelEstimate of(CrowdAnswers answers, long seed) {
            LatentClasses.Builder given =
                    new LatentClasses.Builder(answers.categories(), answers.images(), answers.raters());
            for (int answer = 0; answer < answers.size(); answer++) {
                given.add(answers.image(answer), answers.rater(answer), answers.category(answer));
            }
            int[] slots =
                    IntStream.range(0, answers.raters()).map(answers::slot).toArray();
            DawidSkene model = DawidSkene.of(given.build(), slots);
            return new LabelEstimate(
                    new SoftLabels(model.images().stream()
                            .map(DawidSkene.Image::posterior)
                            .toArray(double[][]::new)),
                    new Convergence(model.logLikelihoods(), model.converged()),
                    model.raters().stream()
                            .map(one ->
                                    new LabelEstimate.Rater(one.slot(), one.answers(), one.accuracy(), one.confusion()))
                            .toList());
        }
    },

    SMOOTHED_DAWID_SKENE(
            "Smoothed Dawid–Skene",
            "accuracy",
            "Confusion matrices with a prior: each rater starts as right as the one-coin model says.",
            "the mean probability, by the model, of the expressions that somebody chose." + Words.IF_RIGHT) {
        @Override
        public LabelEstimate of(CrowdAnswers answers, long seed) {
            SmoothedDawidSkene model = SmoothedDawidSkene.of(answers);
            return new LabelEstimate(
                    model.labels(),
                    model.convergence(),
                    model.raters().stream()
                            .map(one ->
                                    new LabelEstimate.Rater(one.slot(), one.answers(), one.accuracy(), one.confusion()))
                            .toList());
        }
    },

    MACE(
            "MACE",
            "competence",
            "Each rater knows, or else guesses by a habit of their own.",
            "how often somebody knows what the image shows. That is less than how often they are right, for who guesses is"
                    + " right now and then." + Words.IF_RIGHT) {
        @Override
        public LabelEstimate of(CrowdAnswers answers, long seed) {
            return estimate(Mace.of(answers, seed));
        }

        @Override
        LabelEstimate near(LabelEstimate start, CrowdAnswers answers) {
            return estimate(Mace.near(start.labels(), answers));
        }

        private LabelEstimate estimate(Mace model) {
            return new LabelEstimate(
                    model.labels(),
                    model.convergence(),
                    model.raters().stream()
                            .map(one -> new LabelEstimate.Rater(one.slot(), one.answers(), one.competence(), null))
                            .toList());
        }
    },

    GLAD(
            "GLAD",
            "accuracy",
            "Raters differ in ability, images in difficulty.",
            "the probability that somebody is right about an image of middle difficulty (of the mean ln β), not about all of"
                    + " these images." + Words.IF_RIGHT) {
        @Override
        public LabelEstimate of(CrowdAnswers answers, long seed) {
            Glad model = Glad.of(answers);
            return new LabelEstimate(
                    model.labels(),
                    model.convergence(),
                    model.raters().stream()
                            .map(one -> new LabelEstimate.Rater(one.slot(), one.answers(), one.accuracy(), null))
                            .toList());
        }
    };

    private final String title;
    private final String measure;
    private final String about;
    private final String means;

    LabelModel(String title, String measure, String about, String means) {
        this.title = title;
        this.measure = measure;
        this.about = about;
        this.means = means;
    }

    /** What holds of all that is estimated and not counted. */
    private static final class Words {
        static final String IF_RIGHT =
                " It holds if the model is right: where many err alike, it takes their error for the truth.";
    }

    public static Optional<LabelModel> ofKey(String key) {
        return Arrays.stream(values()).filter(model -> model.key().equals(key)).findFirst();
    }

    public static List<LabelModel> all() {
        return List.of(values());
    }

    /** Estimates the model. The same answers and seed give the same numbers; only MACE draws anything. */
    public abstract LabelEstimate of(CrowdAnswers answers, long seed);

    /** Estimates the model from most of the answers that an estimate was made from; that one may show where to start. */
    LabelEstimate near(LabelEstimate start, CrowdAnswers answers) {
        return of(answers, 0);
    }

    /** Returns its name in addresses and files, such as {@code one-coin}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title() {
        return title;
    }

    /** Returns what the reliability of a rater is in this model, such as {@code accuracy}. */
    public String measure() {
        return measure;
    }

    /** Returns what {@link #measure} is, to be read after its name and a colon. */
    public String means() {
        return means;
    }

    /** Returns what the model takes raters to be, in a sentence. */
    public String about() {
        return about;
    }
}
