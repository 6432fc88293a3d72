package org.c25.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The models of categories: worked by hand, recovering who is known, and what must hold of all of them. */
class LabelModelTest {

    private static final long SEED = 25;

    @ParameterizedTest
    @EnumSource
    void probabilitiesAreWholeAndTheObjectiveNeverFalls(LabelModel model) {
        LabelEstimate estimate = model.of(MadeUpCrowd.withSharedBias(100, 5, 1).answers, SEED);

        assertThat(List.of(estimate.labels().probabilities()))
                .allSatisfy(row -> assertThat(Arrays.stream(row).sum()).isCloseTo(1, within(1e-9)));
        Convergence convergence = estimate.convergence();
        if (convergence != null) {
            assertThat(convergence.converged()).isTrue();
            List<Double> objectives = convergence.objectives();
            assertThat(IntStream.range(1, objectives.size())
                            .mapToDouble(at -> objectives.get(at) - objectives.get(at - 1)))
                    .allSatisfy(rise -> assertThat(rise).isGreaterThan(-1e-8));
        }
    }

    /** Wawa is left out: on a tie it takes the smallest category for the majority. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WAWA")
    void otherNamesOfCategoriesChangeNothingElse(LabelModel model) {
        int[] name = {3, 1, 4, 0, 5, 7, 2, 6};
        CrowdAnswers answers = MadeUpCrowd.evenlyErring(100, 10, 2).answers;
        int[][] renamed = new int[100][25];
        Arrays.stream(renamed).forEach(row -> Arrays.fill(row, -1));
        for (int answer = 0; answer < answers.size(); answer++) {
            renamed[answers.image(answer)][answers.rater(answer)] = name[answers.category(answer)];
        }

        SoftLabels before = model.of(answers, SEED).labels();
        SoftLabels after = model.of(CrowdAnswers.of(renamed, 8), SEED).labels();

        for (int image = 0; image < 100; image++) {
            for (int category = 0; category < 8; category++) {
                assertThat(after.probabilities()[image][name[category]])
                        .isCloseTo(before.probabilities()[image][category], within(1e-3));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameAnswersAndSeedGiveTheSameNumbers(LabelModel model) {
        CrowdAnswers answers = MadeUpCrowd.withSharedBias(30, 3, 3).answers;

        assertThat(model.of(answers, SEED).labels().probabilities())
                .isDeepEqualTo(model.of(answers, SEED).labels().probabilities());
    }

    @ParameterizedTest
    @EnumSource
    void withoutAnswersNothingIsSaid(LabelModel model) {
        LabelEstimate estimate = model.of(CrowdAnswers.of(new int[][] {{-1, -1}}, 8), SEED);

        assertThat(estimate.labels().isAnswered(0)).isFalse();
        assertThat(estimate.raters())
                .allSatisfy(rater -> assertThat(rater.reliability()).isNaN());
        assertThat(model.of(CrowdAnswers.of(new int[][] {}, 8), SEED).raters()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aSingleAnswerIsTheLabel(LabelModel model) {
        LabelEstimate estimate = model.of(CrowdAnswers.of(new int[][] {{-1, 5}, {-1, -1}}, 8), SEED);

        assertThat(estimate.labels().label(0)).hasValue(5);
        assertThat(estimate.labels().label(1)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatAllSayIsTheLabel(LabelModel model) {
        LabelEstimate estimate = model.of(CrowdAnswers.of(new int[][] {{2, 2, 2}, {2, 2, 2}, {2, 2, 2}}, 8), SEED);

        assertThat(estimate.labels().confidence(0)).isGreaterThan(0.5);
        assertThat(estimate.labels().label(0)).hasValue(2);
        assertThat(estimate.raters())
                .allSatisfy(rater -> assertThat(rater.reliability()).isGreaterThan(0.6));
    }

    @ParameterizedTest
    @EnumSource
    void whoAlwaysGivesOneCategoryIsTheLeastReliable(LabelModel model) {
        CrowdAnswers others = MadeUpCrowd.evenlyErring(120, 25, 4).answers;
        int[][] answers = new int[120][14];
        for (int answer = 0; answer < others.size(); answer++) {
            if (others.rater(answer) < 13) {
                answers[others.image(answer)][others.rater(answer)] = others.category(answer);
            }
        }
        Arrays.stream(answers).forEach(row -> row[13] = 3);

        LabelEstimate estimate = model.of(CrowdAnswers.of(answers, 8), SEED);

        double constant = estimate.raters().get(13).reliability();
        assertThat(constant).isLessThan(0.3);
        assertThat(estimate.raters().subList(0, 13))
                .allSatisfy(rater -> assertThat(rater.reliability()).isGreaterThan(constant + 0.3));
    }

    @Test
    void ofRatersWhoShareNoImageNothingIsSaid() {
        CrowdAnswers apart = CrowdAnswers.of(new int[][] {{1, -1}, {2, -1}, {-1, 3}, {-1, 0}}, 8);

        assertThat(apart.areCompared()).containsExactly(false, false);
        assertThat(apart.comparable().size()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void ofTheOneWhoSharesNoImageWithAnybodyNothingIsSaid(LabelModel model) {
        CrowdAnswers some = CrowdAnswers.of(new int[][] {{1, 1, -1}, {2, 2, -1}, {3, 0, -1}, {-1, -1, 3}}, 8);

        LabelEstimate estimate = model.of(some.comparable(), SEED).ofThose(some.areCompared());

        assertThat(estimate.raters().get(0).reliability()).isBetween(0.0, 1.0);
        assertThat(estimate.raters().get(2).answers()).isEqualTo(1);
        assertThat(estimate.raters().get(2).reliability()).isNaN();
        assertThat(LeavingImagesOut.intervals(model, estimate, some, SEED)
                        .get(2)
                        .low())
                .isNaN();
    }

    @Nested
    class ByHand {

        /** Majorities 0 and 1; the third agrees in one of two, so that the votes for image 0 weigh 1, 1 and 0.5. */
        @Test
        void wawaWeighsVotesByTheAgreementWithTheMajority() {
            Wawa wawa = Wawa.of(CrowdAnswers.of(new int[][] {{0, 0, 1}, {1, 1, 1}}, 2));

            assertThat(wawa.raters()).extracting(Wawa.Rater::skill).containsExactly(1.0, 1.0, 0.5);
            assertThat(wawa.labels().probabilities()[0]).containsExactly(0.8, 0.2);
            assertThat(wawa.labels().probabilities()[1]).containsExactly(0, 1);
        }

        /** Section 2 of Zhang and others: the accuracies are the mean posteriors, the posteriors Bayes' rule. */
        @Test
        void theOneCoinModelEndsWhereItsEquationsHold() {
            int[][] given = {{0, 0, 1}, {1, 1, 1}, {2, 0, 2}, {0, 0, 0}, {1, 2, 2}, {2, 2, -1}};
            OneCoin model = OneCoin.of(CrowdAnswers.of(given, 3));

            double[][] posterior = model.labels().probabilities();
            for (int rater = 0; rater < 3; rater++) {
                double right = 1;
                double all = 2;
                for (int image = 0; image < given.length; image++) {
                    if (given[image][rater] >= 0) {
                        right += posterior[image][given[image][rater]];
                        all++;
                    }
                }
                assertThat(model.raters().get(rater).accuracy()).isCloseTo(right / all, within(1e-3));
            }
            for (int image = 0; image < given.length; image++) {
                double[] product = model.priors().clone();
                for (int truth = 0; truth < 3; truth++) {
                    for (int rater = 0; rater < 3; rater++) {
                        double accuracy = model.raters().get(rater).accuracy();
                        product[truth] *= given[image][rater] < 0
                                ? 1
                                : given[image][rater] == truth ? accuracy : (1 - accuracy) / 2;
                    }
                }
                double sum = Arrays.stream(product).sum();
                for (int truth = 0; truth < 3; truth++) {
                    assertThat(posterior[image][truth]).isCloseTo(product[truth] / sum, within(1e-9));
                }
            }
        }
    }

    @Nested
    class Recovering {

        @Test
        void theOneCoinModelFindsTheAccuracies() {
            MadeUpCrowd crowd = MadeUpCrowd.evenlyErring(800, 25, 5);

            OneCoin model = OneCoin.of(crowd.answers);

            assertThat(crowd.right(model.labels())).isGreaterThan(0.995);
            double squares = 0;
            for (int rater = 0; rater < 25; rater++) {
                double truth = crowd.accuracy(rater);
                double error = (model.raters().get(rater).accuracy() - truth) / Math.sqrt(truth * (1 - truth) / 800);
                assertThat(error).isBetween(-4.0, 4.0);
                squares += error * error / 25;
            }
            assertThat(Math.sqrt(squares)).isBetween(0.7, 1.35);
        }

        @Test
        void maceFindsWhoKnowsAndTheHabitsOfWhoGuesses() {
            MadeUpCrowd crowd = MadeUpCrowd.withSharedBias(200, 25, 6);

            Mace model = Mace.of(crowd.answers, SEED);

            assertThat(crowd.right(model.labels())).isGreaterThan(0.98);
            assertThat(model.raters().subList(0, 8))
                    .allSatisfy(good -> assertThat(good.competence()).isBetween(0.72, 0.94));
            assertThat(model.raters().subList(8, 16)).allSatisfy(careless -> {
                assertThat(careless.competence()).isLessThan(0.15);
                double[] habit = careless.habit();
                assertThat(habit[careless.slot() % 8])
                        .isEqualTo(Arrays.stream(habit).max().orElseThrow());
            });
            assertThat(model.ends())
                    .hasSize(Mace.STARTS)
                    .allMatch(end -> end <= model.convergence().objective());
        }

        @Test
        void gladGivesWhoAnswersAgainstTheOthersANegativeAbility() {
            int[][] answers = new int[60][5];
            for (int image = 0; image < 60; image++) {
                Arrays.fill(answers[image], image % 2);
                answers[image][4] = 1 - image % 2;
                answers[image][image % 4] = image < 12 ? 1 - image % 2 : image % 2;
            }

            Glad model = Glad.of(CrowdAnswers.of(answers, 2));

            assertThat(model.raters().get(4).ability()).isNegative();
            assertThat(model.raters().subList(0, 4))
                    .allSatisfy(rater -> assertThat(rater.ability()).isPositive());
            assertThat(model.ease()[0]).isLessThan(model.ease()[59]);
        }

        @Test
        void aPriorHelpsWhereAnswersAreFewAndDoesNoHarmWhereRatersShareABias() {
            MadeUpCrowd even = MadeUpCrowd.evenlyErring(800, 3, 7);
            MadeUpCrowd biased = MadeUpCrowd.withSharedBias(800, 5, 7);

            assertThat(even.right(LabelModel.SMOOTHED_DAWID_SKENE
                            .of(even.answers, SEED)
                            .labels()))
                    .isGreaterThan(even.right(LabelModel.DAWID_SKENE
                                    .of(even.answers, SEED)
                                    .labels())
                            + 0.03);
            assertThat(biased.right(LabelModel.SMOOTHED_DAWID_SKENE
                            .of(biased.answers, SEED)
                            .labels()))
                    .isGreaterThan(biased.right(LabelModel.DAWID_SKENE
                                    .of(biased.answers, SEED)
                                    .labels())
                            - 0.02)
                    .isGreaterThan(biased.right(
                                    LabelModel.ONE_COIN.of(biased.answers, SEED).labels())
                            + 0.08);
        }

        @Test
        void theSmoothedConfusionsAreThoseThatAre() {
            MadeUpCrowd crowd = MadeUpCrowd.withSharedBias(800, 25, 8);

            SmoothedDawidSkene model = SmoothedDawidSkene.of(crowd.answers);

            for (int rater = 0; rater < 25; rater++) {
                for (int truth = 0; truth < 8; truth++) {
                    for (int given = 0; given < 8; given++) {
                        assertThat(model.raters().get(rater).confusion()[truth][given])
                                .isCloseTo(crowd.confusions[rater][truth][given], within(0.2));
                    }
                }
            }
        }
    }

    @Nested
    class Intervals {

        @Test
        void whereLabelsAreSureTheyAreThoseOfAShare() {
            MadeUpCrowd crowd = MadeUpCrowd.evenlyErring(400, 25, 9);
            LabelEstimate estimate = LabelModel.ONE_COIN.of(crowd.answers, SEED);

            List<LeavingImagesOut.Interval> intervals =
                    LeavingImagesOut.intervals(LabelModel.ONE_COIN, estimate, crowd.answers, SEED);

            double ratio = 0;
            for (int rater = 0; rater < 25; rater++) {
                double accuracy = crowd.accuracy(rater);
                ratio += intervals.get(rater).standardError() / Math.sqrt(accuracy * (1 - accuracy) / 400) / 25;
            }
            assertThat(ratio).isCloseTo(1, within(0.15));
        }

        @Test
        void whoIsRightEachTimeHasOneToo() {
            int[][] same = new int[30][4];
            IntStream.range(0, 30).forEach(image -> Arrays.fill(same[image], image % 8));
            CrowdAnswers answers = CrowdAnswers.of(same, 8);
            LabelEstimate estimate = LabelModel.VOTE_SHARES.of(answers, SEED);

            LeavingImagesOut.Interval interval = LeavingImagesOut.intervals(
                            LabelModel.VOTE_SHARES, estimate, answers, SEED)
                    .get(0);

            // Wilson's lower bound of 30 of 30: 30 / (30 + 1.96²).
            assertThat(interval.low()).isCloseTo(30 / (30 + 3.8414588), within(1e-6));
            assertThat(interval.high()).isEqualTo(1);
        }
    }
}
