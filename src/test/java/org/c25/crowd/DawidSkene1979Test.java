package org.c25.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.c25.affect.Dimension;
import org.c25.agreement.ImageVotes;
import org.c25.agreement.Samples;
import org.c25.crowd.DawidSkene.Image;
import org.c25.crowd.DawidSkene.Rater;
import org.c25.ratings.Ratings;
import org.junit.jupiter.api.Test;

/**
 * A. P. Dawid and A. M. Skene, Maximum Likelihood Estimation of Observer Error-Rates Using the EM Algorithm, Applied
 * Statistics 28(1), 1979, Table 1: 45 patients, whose fitness for an anaesthetic five anaesthetists gave as 1 … 4, the first
 * of them three times. The paper gives .40, .42, .11 and .07 as the shares of the four. What has more digits here was
 * computed apart from this code, with numpy.
 */
class DawidSkene1979Test {

    /** One patient a word: the first three digits are the first anaesthetist's. */
    private static final String PATIENTS = """
            1111111 3334334 1122122 2223121 2223222 2223322 1222111 3333433 2222223
            2322223 4444444 2223343 1111111 2223212 1211111 1112111 1111111 1111111
            2222221 2221322 2222222 2222221 2223222 2212222 1111111 1111111 2322222
            1111111 1111111 1121121 1111111 3333233 1111111 2222222 2223232 4334343
            2212232 2323233 3333432 1111111 1111111 1212111 2322222 1211111 2222222""";

    private static final int[][][] COUNTS = counts();

    private final DawidSkene fitness = DawidSkene.of(COUNTS);

    private static int[][][] counts() {
        String[] patients = PATIENTS.split("\\s+");
        int[][][] counts = new int[patients.length][5][4];
        for (int patient = 0; patient < patients.length; patient++) {
            for (int digit = 0; digit < 7; digit++) {
                counts[patient][Math.max(0, digit - 2)][patients[patient].charAt(digit) - '1']++;
            }
        }
        return counts;
    }

    @Test
    void table1HasAsManyAnswersOfEachKind() {
        int[][] sums = new int[5][4];
        for (int[][] patient : COUNTS) {
            for (int observer = 0; observer < 5; observer++) {
                for (int fitness = 0; fitness < 4; fitness++) {
                    sums[observer][fitness] += patient[observer][fitness];
                }
            }
        }
        assertThat(COUNTS).hasDimensions(45, 5);
        assertThat(sums)
                .isDeepEqualTo(
                        new int[][] {{52, 61, 18, 4}, {16, 15, 11, 3}, {20, 17, 5, 3}, {18, 17, 7, 3}, {21, 15, 7, 2}});
    }

    @Test
    void sharesOfTheFour() {
        assertThat(fitness.priors()).containsExactly(new double[] {.40, .42, .11, .07}, within(.005));
        assertThat(fitness.priors()).containsExactly(new double[] {.3996, .4220, .1118, .0667}, within(.0001));
    }

    @Test
    void errorRates() {
        confusion(0, new double[][] {{.89, .11, 0, 0}, {.07, .88, .05, 0}, {0, .34, .66, 0}, {0, 0, .56, .44}});
        confusion(1, new double[][] {{.83, .17, 0, 0}, {.05, .63, .31, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}});
        confusion(2, new double[][] {{1, 0, 0, 0}, {.11, .79, .11, 0}, {0, .40, .20, .40}, {0, 0, .67, .33}});
        confusion(3, new double[][] {{.94, .06, 0, 0}, {.05, .84, .10, 0}, {0, 0, .80, .20}, {0, 0, .33, .67}});
        confusion(4, new double[][] {{1, 0, 0, 0}, {.16, .73, .11, 0}, {0, .21, .79, 0}, {0, 0, .33, .67}});
    }

    private void confusion(int observer, double[][] rates) {
        Rater rater = fitness.raters().get(observer);
        assertThat(rater.slot()).isEqualTo(observer);
        assertThat(rater.answers()).isEqualTo(observer == 0 ? 135 : 45);
        for (int category = 0; category < 4; category++) {
            assertThat(rater.confusion()[category]).containsExactly(rates[category], within(.0051));
        }
    }

    @Test
    void estimatesOfThePatients() {
        assertThat(fitness.images().stream()
                        .map(image -> image.label().getAsInt() + 1)
                        .toList())
                .containsExactly(
                        1, 4, 2, 2, 2, 2, 1, 3, 2, 2, 4, 3, 1, 2, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 1, 1, 2, 1, 1, 1, 1, 3,
                        1, 2, 2, 4, 2, 3, 3, 1, 1, 1, 2, 1, 2);
        List<Image> doubtful = fitness.images().stream()
                .filter(image -> image.confidence() < .999)
                .toList();
        assertThat(doubtful).hasSize(3);
        assertThat(doubtful.get(0).posterior()).containsExactly(new double[] {.981, .019, 0, 0}, within(.0005));
        assertThat(doubtful.get(2).posterior()).containsExactly(new double[] {0, .0212, .9788, 0}, within(.0001));
        assertThat(fitness.differing())
                .as("patients 2, 3, 12, 36: not the most frequent answer")
                .isNotEmpty();
    }

    @Test
    void theLikelihoodRisesToItsMaximum() {
        assertThat(fitness.converged()).isTrue();
        assertThat(fitness.iterations())
                .isEqualTo(fitness.logLikelihoods().size())
                .isBetween(5, 60);
        assertThat(fitness.logLikelihoods().get(0)).isEqualTo(-205.09113829380422, within(1e-9));
        assertThat(fitness.logLikelihoods().get(1)).isEqualTo(-194.550952356543, within(1e-9));
        assertThat(fitness.logLikelihoods().get(fitness.iterations() - 1)).isEqualTo(-192.89088121420528, within(1e-5));
        rises(fitness);
    }

    @Test
    void theLikelihoodNeverFalls() {
        qt().withExamples(30).forAll(longs().all()).checkAssert(seed -> {
            rises(DawidSkene.of(noisy(new Random(seed), 8, 60)));
            rises(DawidSkene.of(random(new Random(seed))));
        });
    }

    @Test
    void shufflingParticipantsChangesNothing() {
        qt().withExamples(30).forAll(longs().all()).checkAssert(seed -> {
            byte[][] before = raw(new Random(seed), 8, 60);
            byte[][] after = before.clone();
            Collections.shuffle(Arrays.asList(after), new Random(seed));

            same(DawidSkene.of(ratings(before)), DawidSkene.of(ratings(after)), new byte[] {0, 1, 2, 3, 4, 5, 6, 7});
        });
    }

    @Test
    void renamingCategoriesRenamesTheLabels() {
        qt().withExamples(30).forAll(longs().all()).checkAssert(seed -> {
            byte[][] before = raw(new Random(seed), 8, 60);
            List<Byte> shuffled = new ArrayList<>(
                    List.of((byte) 0, (byte) 1, (byte) 2, (byte) 3, (byte) 4, (byte) 5, (byte) 6, (byte) 7));
            Collections.shuffle(shuffled, new Random(seed));
            byte[] names = new byte[8];
            for (int i = 0; i < 8; i++) {
                names[i] = shuffled.get(i);
            }
            byte[][] after = Arrays.stream(before).map(byte[]::clone).toArray(byte[][]::new);
            for (byte[] slot : after) {
                for (int image = 0; image < slot.length; image++) {
                    slot[image] = slot[image] < 0 ? slot[image] : names[slot[image]];
                }
            }

            same(DawidSkene.of(ratings(before)), DawidSkene.of(ratings(after)), names);
        });
    }

    private static void same(DawidSkene one, DawidSkene other, byte[] names) {
        for (int image = 0; image < one.images().size(); image++) {
            for (int category = 0; category < 8; category++) {
                assertThat(other.images().get(image).posterior()[names[category]])
                        .isEqualTo(one.images().get(image).posterior()[category], within(1e-4));
            }
        }
        assertThat(last(other)).isEqualTo(last(one), within(1e-4));
    }

    @Test
    void whereAllAgreeItIsTheMajority() {
        byte[] one = {3, 1, 4, 1, 5, 2, 6, 5, 3, 5};
        DawidSkene all = DawidSkene.of(ratings(new byte[][] {one, one, one}));

        assertThat(all.converged()).isTrue();
        assertThat(all.differing()).isEmpty();
        assertThat(all.images())
                .extracting(image -> image.label().getAsInt())
                .containsExactly(3, 1, 4, 1, 5, 2, 6, 5, 3, 5);
        assertThat(all.images()).extracting(Image::confidence).containsOnly(1.0);
        assertThat(all.raters()).extracting(Rater::accuracy).containsOnly(1.0);
        assertThat(all.priors()[5]).isEqualTo(.3, within(1e-12));
        assertThat(all.raters().get(0).confusion()[5]).containsExactly(0, 0, 0, 0, 0, 1, 0, 0);
        assertThat(all.raters().get(0).confusion()[7]).as("nobody saw any").containsOnly(Double.NaN);
    }

    /** Two careful people against three who answer anything: the majority is often wrong, the estimate seldom. */
    @Test
    void theCarefulCountMore() {
        Random random = new Random(1979);
        byte[][] slots = new byte[5][400];
        byte[] truth = new byte[400];
        for (int image = 0; image < truth.length; image++) {
            truth[image] = (byte) random.nextInt(3);
            for (int slot = 0; slot < 5; slot++) {
                boolean careful = slot < 2 && random.nextInt(20) > 0;
                slots[slot][image] = careful ? truth[image] : (byte) random.nextInt(3);
            }
        }
        Ratings ratings = ratings(slots);
        DawidSkene estimate = DawidSkene.of(ratings);
        List<ImageVotes> votes = ImageVotes.of(ratings, Dimension.EXPRESSION);
        int right = 0;
        int majorityRight = 0;
        for (int image = 0; image < truth.length; image++) {
            right += estimate.images().get(image).label().getAsInt() == truth[image] ? 1 : 0;
            majorityRight += votes.get(image).majority().getAsInt() == truth[image] ? 1 : 0;
        }
        assertThat(right).isGreaterThan(majorityRight + 20).isGreaterThan(370);
        assertThat(estimate.raters().get(0).accuracy()).isGreaterThan(.9);
        assertThat(estimate.raters().get(4).accuracy()).isLessThan(.5);
    }

    @Test
    void whatNobodyAnsweredHasNoLabel() {
        byte[][] slots = {{0, -1, 1, 1}, {-1, -1, -1, -1}, {0, -1, 1, 0}};
        DawidSkene some = DawidSkene.of(ratings(slots));

        assertThat(some.raters()).extracting(Rater::slot).containsExactly(0, 2);
        assertThat(some.images().get(1).label()).isEmpty();
        assertThat(some.images().get(1).posterior()).containsOnly(Double.NaN);
        assertThat(some.differing()).doesNotContain(1);
        assertThat(Arrays.stream(some.priors()).sum()).isEqualTo(1, within(1e-12));

        DawidSkene none = DawidSkene.of(ratings(new byte[][] {{-1, -1}}));
        assertThat(none.raters()).isEmpty();
        assertThat(none.iterations()).isZero();
        assertThat(none.converged()).isTrue();
        assertThat(DawidSkene.of(ratings(new byte[0][])).images()).isEmpty();
        assertThatThrownBy(() -> DawidSkene.of(new int[][][] {{{1, 0}}, {{1}}}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void rises(DawidSkene estimate) {
        List<Double> all = estimate.logLikelihoods();
        for (int i = 1; i < all.size(); i++) {
            assertThat(all.get(i)).isGreaterThanOrEqualTo(all.get(i - 1) - 1e-9);
        }
        assertThat(all).isNotEmpty().doesNotContain(Double.NaN);
    }

    private static double last(DawidSkene estimate) {
        return estimate.logLikelihoods().get(estimate.iterations() - 1);
    }

    private static Ratings random(Random random) {
        return ratings(Samples.random(random, 5, 30, 8));
    }

    private static Ratings noisy(Random random, int slots, int images) {
        return ratings(raw(random, slots, images));
    }

    /** Three in four answers are right, and one in nine is missing. */
    private static byte[][] raw(Random random, int slots, int images) {
        byte[][] answers = Samples.random(random, slots, images, 8);
        for (int image = 0; image < images; image++) {
            byte truth = (byte) (image % 8);
            for (byte[] slot : answers) {
                slot[image] = slot[image] >= 0 && random.nextInt(4) > 0 ? truth : slot[image];
            }
        }
        return answers;
    }

    private static Ratings ratings(byte[][] expression) {
        byte[][] nothing = Arrays.stream(expression).map(byte[]::clone).toArray(byte[][]::new);
        for (byte[] slot : nothing) {
            Arrays.fill(slot, Ratings.NONE);
        }
        return Ratings.of(expression, nothing, nothing);
    }
}
