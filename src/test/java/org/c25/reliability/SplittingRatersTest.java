package org.c25.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.c25.agreement.Answers;
import org.c25.agreement.Estimate;
import org.c25.agreement.IntraclassCorrelation;
import org.c25.agreement.UndefinedReason;
import org.junit.jupiter.api.Test;

/** Groups of raters held against each other, and what Spearman and Brown make of it. */
class SplittingRatersTest {

    @Test
    void spearmanAndBrown() {
        assertThat(SpearmanBrown.stepped(.5, 2)).isEqualTo(2 / 3.0, within(1e-15));
        assertThat(SpearmanBrown.stepped(1, 7)).isEqualTo(1);
        assertThat(SpearmanBrown.stepped(0, 7)).isZero();
        assertThat(SpearmanBrown.stepped(-.5, 4)).isNaN();
        assertThat(SpearmanBrown.factor(.5, .8)).isEqualTo(4, within(1e-15));
        for (double reliability : new double[] {.1, .37, .82}) {
            double there = SpearmanBrown.stepped(reliability, 5);
            assertThat(SpearmanBrown.stepped(there, 1 / 5.0)).isEqualTo(reliability, within(1e-12));
            assertThat(SpearmanBrown.factor(reliability, there)).isEqualTo(5, within(1e-12));
        }
    }

    /** Two raters have one split: their correlation, stepped up. */
    @Test
    void twoRatersHaveOneSplit() {
        Answers two = Answers.of(9, 4, new byte[][] {{1, 2, 3, 4}, {2, 1, 4, 3}});

        assertThat(SplitHalf.of(two, 25).estimate().value()).isEqualTo(.75, within(1e-12)); // r is 0.6
        assertThat(SplitHalf.of(Answers.of(9, 4, new byte[][] {{1, 2, 3, 4}}), 25)
                        .estimate()
                        .isDefined())
                .isFalse();
    }

    /** α is the mean of all split-half coefficients, where all items vary alike (Cronbach 1951). */
    @Test
    void theMeanOfTheSplitsIsNearAlpha() {
        for (int raters : new int[] {6, 7, 24}) {
            Answers answers = Answers.of(9, 400, steps(new Random(raters), raters, 400));

            Estimate split = SplitHalf.of(answers, 25).estimate();
            assertThat(split.value())
                    .isEqualTo(IntraclassCorrelation.of(answers).icc3k().value(), within(.01));
            assertThat(split.low()).isLessThan(split.value());
            assertThat(split.high()).isGreaterThan(split.value());
        }
    }

    /** With half of the answers a draw knows less, so that its interval is wider, not narrower. */
    @Test
    void missingAnswersWidenTheIntervalOfKappa() {
        byte[][] all = categories(25, 100, .7, 5);
        byte[][] half = new byte[25][];
        Random random = new Random(6);
        for (int rater = 0; rater < 25; rater++) {
            half[rater] = all[rater].clone();
            for (int image = 0; image < 100; image++) {
                if (random.nextBoolean()) {
                    half[rater][image] = -1;
                }
            }
        }
        Estimate whole = MajorityReliability.of(Answers.of(8, 100, all), 25).at(1);
        Estimate some = MajorityReliability.of(Answers.of(8, 100, half), 25).at(1);

        assertThat(some.high() - some.low()).isGreaterThan(.9 * (whole.high() - whole.low()));
    }

    /** Two people who share six images of sixty say nothing of κ: no pair counts that does not count elsewhere. */
    @Test
    void whereNoPairSharesEnoughImagesThereIsNoKappa() {
        ExpressionReliability sparse = ExpressionReliability.of(Answers.of(8, 60, sparse(12, 60, .1)), 25);

        assertThat(sparse.majority().points()).noneMatch(Estimate::isDefined);
        assertThat(sparse.needed().get(0).raters()).isNaN();
        assertThat(sparse.whyUndefined()).isEqualTo(UndefinedReason.NO_PAIR);
        assertThat(sparse.warning()).as("there is nothing to be wary of").isEmpty();
    }

    @Test
    void thatAllSayTheSameIsTheReasonAlsoWhereAnAnswerLacks() {
        byte[][] same = new byte[4][20];

        assertThat(ExpressionReliability.of(Answers.of(8, 20, same), 25).whyUndefined())
                .isEqualTo(UndefinedReason.ONE_CATEGORY);
        same[1][7] = -1;
        assertThat(ExpressionReliability.of(Answers.of(8, 20, same), 25).whyUndefined())
                .isEqualTo(UndefinedReason.NO_PAIR_VARIES);
    }

    /** A pair who share few images weighs little: two who share all and agree, and one who has seen a few and does not. */
    @Test
    void drawsWeighAsMuchAsTheImagesThatTheyShare() {
        byte[][] three = categories(3, 200, 1, 5);
        for (int image = 0; image < 200; image++) {
            three[2][image] = (byte) (image < 12 ? (three[2][image] + 1) % 8 : -1);
        }
        MajorityReliability majority = MajorityReliability.of(Answers.of(8, 200, three), 25);

        assertThat(majority.at(1).value()).isGreaterThan(.75);
    }

    @Test
    void ofHalfOfTheAnswersItSaysSo() {
        assertThat(ExpressionReliability.of(Answers.of(8, 100, sparse(10, 100, .5)), 25)
                        .warning())
                .hasValueSatisfying(words -> assertThat(words).contains("of the answers are there"));
        assertThat(ExpressionReliability.of(Answers.of(8, 100, sparse(10, 100, 1)), 25)
                        .warning())
                .isEmpty();
    }

    private static byte[][] sparse(int raters, int images, double answered) {
        byte[][] sparse = categories(raters, images, .7, 5);
        Random random = new Random(7);
        for (byte[] rater : sparse) {
            for (int image = 0; image < images; image++) {
                rater[image] = random.nextDouble() < answered ? rater[image] : -1;
            }
        }
        return sparse;
    }

    private static byte[][] categories(int raters, int images, double known, long seed) {
        Random random = new Random(seed);
        byte[][] rows = new byte[raters][images];
        for (int image = 0; image < images; image++) {
            int truth = random.nextInt(8);
            for (byte[] row : rows) {
                row[image] = (byte) (random.nextDouble() < known ? truth : random.nextInt(8));
            }
        }
        return rows;
    }

    @Test
    void groupsOfOneHaveTheMeanKappaOfPairsAndLargerGroupsAgreeMore() {
        MajorityReliability majority = MajorityReliability.of(expressions(12, 600, .7), 25);

        assertThat(majority.points()).hasSize(6);
        assertThat(majority.at(1).value()).isEqualTo(.49, within(.03)); // both must know: 0.7²
        for (int k = 2; k <= 30; k++) {
            assertThat(majority.at(k).value()).isGreaterThan(majority.at(k - 1).value() - .02);
        }
        assertThat(majority.isDrawn(6)).isTrue();
        assertThat(majority.isDrawn(7)).isFalse();
        RatersNeeded needed = majority.needed(.8);
        assertThat(majority.at((int) needed.raters()).value()).isGreaterThanOrEqualTo(.8);
        assertThat(majority.at((int) needed.raters() - 1).value()).isLessThan(.8);
        assertThat(needed.low()).isLessThanOrEqualTo(needed.raters());
        assertThat(needed.high()).isGreaterThanOrEqualTo(needed.raters());
    }

    @Test
    void whoAgreesFullyNeedsOneRater() {
        byte[] rater = {0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3};
        MajorityReliability majority =
                MajorityReliability.of(Answers.of(8, 12, new byte[][] {rater, rater, rater}), 25);

        assertThat(majority.at(1).value()).isEqualTo(1);
        assertThat(majority.at(9).value()).isEqualTo(1);
        assertThat(majority.needed(.9)).isEqualTo(new RatersNeeded(.9, 1, 1, 1));
        assertThat(MajorityReliability.of(Answers.of(8, 12, new byte[][] {rater, rater}), 25)
                        .at(1)
                        .hasInterval())
                .isFalse();
    }

    /** Neither the order of the raters nor that of the images decides; the seed gives the same figures again. */
    @Test
    void theSameSeedGivesTheSameFigures() {
        Answers answers = expressions(8, 100, .6);

        assertThat(MajorityReliability.of(answers, 25)).isEqualTo(MajorityReliability.of(answers, 25));
        assertThat(MajorityReliability.of(answers, 26)).isNotEqualTo(MajorityReliability.of(answers, 25));
    }

    @Test
    void missingAnswersAreLeftOut() {
        byte[][] some = steps(new Random(1), 6, 40);
        for (int image = 0; image < 40; image++) {
            some[image % 6][image] = -1;
        }
        assertThat(SplitHalf.of(Answers.of(9, 40, some), 25).estimate().isDefined())
                .isTrue();
        byte[] nobody = new byte[40];
        java.util.Arrays.fill(nobody, (byte) -1);
        byte[][] more = java.util.Arrays.copyOf(some, 7);
        more[6] = nobody;
        assertThat(SplitHalf.of(Answers.of(9, 40, more), 25)).isEqualTo(SplitHalf.of(Answers.of(9, 40, some), 25));
    }

    private static byte[][] steps(Random random, int raters, int images) {
        byte[][] all = new byte[raters][images];
        for (int image = 0; image < images; image++) {
            int step = random.nextInt(9);
            for (byte[] rater : all) {
                rater[image] = (byte) Math.max(0, Math.min(8, step + random.nextInt(7) - 3));
            }
        }
        return all;
    }

    private static Answers expressions(int raters, int images, double knows) {
        Random random = new Random(raters);
        byte[][] all = new byte[raters][images];
        for (int image = 0; image < images; image++) {
            int shown = random.nextInt(8);
            for (byte[] rater : all) {
                rater[image] = (byte) (random.nextDouble() < knows ? shown : random.nextInt(8));
            }
        }
        return Answers.of(8, images, all);
    }
}
