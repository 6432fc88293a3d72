package org.c25.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.c25.ratings.Ratings;
import org.c25.results.AgreementView;
import org.junit.jupiter.api.Test;

/** What must hold of the statistics whatever people answer, and where there is little or nothing to compute from. */
class AgreementStatisticsTest {

    private static final double CLOSE = 1e-9;

    @Test
    void perfectAgreementIsOne() {
        qt().withExamples(50).forAll(longs().all(), integers().between(2, 6)).checkAssert((seed, raters) -> {
            byte[] expression = {0, 1, 2, 3, 4, 5, 6, 7, 7, 0, 1, 2};
            byte[] scale = {0, 1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2};
            shuffle(expression, new Random(seed));
            byte[][] expressions =
                    IntStream.range(0, raters).mapToObj(r -> expression).toArray(byte[][]::new);
            byte[][] scales = IntStream.range(0, raters).mapToObj(r -> scale).toArray(byte[][]::new);

            AgreementStatistics all = AgreementStatistics.of(Ratings.of(expressions, scales, scales));

            assertThat(all.expression().percentAgreement().value()).isEqualTo(1, within(CLOSE));
            assertThat(all.expression().fleissKappa().value()).isEqualTo(1, within(CLOSE));
            assertThat(all.expression().gwetAc1().value()).isEqualTo(1, within(CLOSE));
            assertThat(all.expression().krippendorffAlpha()).isEqualTo(1, within(CLOSE));
            assertThat(all.expression().cohenKappa().mean()).isEqualTo(1, within(CLOSE));
            ScaleAgreement valence = all.valence();
            assertThat(valence.krippendorffAlphaOrdinal()).isEqualTo(1, within(CLOSE));
            assertThat(valence.krippendorffAlphaInterval()).isEqualTo(1, within(CLOSE));
            assertThat(valence.gwetAc2Ordinal().value()).isEqualTo(1, within(CLOSE));
            assertThat(valence.ccc().mean()).isEqualTo(1, within(CLOSE));
            assertThat(valence.pearson().mean()).isEqualTo(1, within(CLOSE));
            for (Estimate icc : List.of(
                    valence.icc().icc11(), valence.icc().icc2k(), valence.icc().icc31())) {
                assertThat(icc.value()).isEqualTo(1, within(CLOSE));
            }
            assertThat(valence.votes().meanVoteEntropy()).isZero();
            assertThat(valence.votes().ties()).isZero();
        });
    }

    @Test
    void renamingCategoriesChangesNothingThatIsNominal() {
        qt().withExamples(50).forAll(longs().all()).checkAssert(seed -> {
            Random random = new Random(seed);
            byte[][] before = Samples.random(random, 5, 40, 8);
            byte[] names = {0, 1, 2, 3, 4, 5, 6, 7};
            shuffle(names, random);
            byte[][] after = Arrays.stream(before).map(byte[]::clone).toArray(byte[][]::new);
            for (byte[] slot : after) {
                for (int image = 0; image < slot.length; image++) {
                    slot[image] = slot[image] < 0 ? slot[image] : names[slot[image]];
                }
            }
            byte[][] scale = Samples.random(random, 5, 40, 9);

            same(
                    AgreementStatistics.of(Ratings.of(before, scale, scale)).expression(),
                    AgreementStatistics.of(Ratings.of(after, scale, scale)).expression());
        });
    }

    @Test
    void shufflingParticipantsChangesNothing() {
        qt().withExamples(50).forAll(longs().all()).checkAssert(seed -> {
            Random random = new Random(seed);
            byte[][] expression = Samples.random(random, 6, 40, 8);
            byte[][] valence = Samples.random(random, 6, 40, 9);
            byte[][] arousal = Samples.random(random, 6, 40, 9);
            AgreementStatistics before =
                    AgreementStatistics.of(Ratings.of(expression.clone(), valence.clone(), arousal.clone()));
            for (byte[][] slots : List.of(expression, valence, arousal)) {
                Collections.shuffle(Arrays.asList(slots), new Random(seed));
            }

            AgreementStatistics after = AgreementStatistics.of(Ratings.of(expression, valence, arousal));

            same(before.expression(), after.expression());
            same(before.valence(), after.valence());
            same(before.arousal(), after.arousal());
        });
    }

    @Test
    void withoutASlotIsAsIfNobodyHadBeenInIt() {
        qt().withExamples(50).forAll(longs().all(), integers().between(0, 5)).checkAssert((seed, slot) -> {
            Random random = new Random(seed);
            byte[][] expression = Samples.random(random, 6, 40, 8);
            byte[][] scale = Samples.random(random, 6, 40, 9);
            Ratings ratings = Ratings.of(expression, scale, scale);

            Ratings left = ratings.without(Set.of(slot));
            Ratings never = Ratings.of(but(expression, slot), but(scale, slot), but(scale, slot));

            assertThat(left.hasAnswers(slot)).isFalse();
            assertThat(left.slots()).isEqualTo(6);
            assertThat(left.participants()).isEqualTo(5).isEqualTo(never.participants());
            same(
                    AgreementStatistics.of(left).expression(),
                    AgreementStatistics.of(never).expression());
            same(
                    AgreementStatistics.of(left).valence(),
                    AgreementStatistics.of(never).valence());
            assertThat(ratings.participants())
                    .as("the ratings stay as they were")
                    .isEqualTo(6);
        });
    }

    @Test
    void missingAnswersLeaveOutWhatTheyTouch() {
        byte[][] expression = {{0, 1, 2, 3, -1}, {0, 1, 2, -1, -1}, {0, 2, 2, 3, -1}, {-1, -1, -1, -1, -1}};
        byte[][] scale = {{0, 1, 2, 3, 4}, {0, 1, 2, 3, 8}, {0, 2, 2, 3, -1}, {-1, -1, -1, -1, -1}};

        AgreementStatistics all = AgreementStatistics.of(Ratings.of(expression, scale, scale));

        assertThat(all.images()).isEqualTo(5);
        assertThat(all.participants()).isEqualTo(3);
        assertThat(all.expression().complete().images()).isEqualTo(3);
        assertThat(all.expression().percentAgreement().value()).isEqualTo((1 + 1 / 3.0 + 1 + 1) / 4, within(CLOSE));
        assertThat(all.expression().votes().majorityCounts()).containsExactly(1, 1, 1, 1, 0, 0, 0, 0);
        assertThat(all.expression().votes().meanScore()).isEqualTo((3 + 2 + 3 + 2) / 4.0);
        assertThat(all.valence().complete().images()).isEqualTo(4);
        assertThat(all.valence().votes().ties()).isEqualTo(1);
        assertThat(all.valence().ccc().pairs()).isEqualTo(3);
        assertThat(all.valence().grandMean()).isEqualTo((6 + 4 + 6 + 8 + 7 - 4 * 14) / 4.0 / 14, within(CLOSE));
    }

    @Test
    void anyNumberOfAnswersIsEnoughToTellWhatIsDefined() {
        assertThatCode(() -> AgreementView.of(
                        AgreementStatistics.of(Ratings.of(new byte[0][], new byte[0][], new byte[0][]))))
                .doesNotThrowAnyException();
        AgreementView none = AgreementView.of(AgreementStatistics.of(one(-1, -1)));
        AgreementView alone = AgreementView.of(AgreementStatistics.of(one(3, -1)));
        AgreementView same = AgreementView.of(AgreementStatistics.of(one(3, 3)));
        AgreementView apart = AgreementView.of(AgreementStatistics.of(one(3, 4)));

        assertThat(none.participants()).isZero();
        assertThat(none.expression().meanScore()).isNull();
        assertThat(none.valence().grandMean()).isNull();
        assertThat(alone.participants()).isEqualTo(1);
        assertThat(alone.expression().percentAgreement()).isNull();
        assertThat(alone.expression().meanScore()).isEqualTo(1);
        assertThat(alone.valence().grandMean()).isEqualTo(-.25);
        assertThat(same.expression().percentAgreement()).isEqualTo(1);
        assertThat(same.expression().fleissKappa()).as("one category alone").isNull();
        assertThat(same.expression().krippendorffAlpha()).isNull();
        assertThat(same.valence().icc11()).isNull();
        assertThat(apart.expression().percentAgreement()).isZero();
        assertThat(apart.expression().ties()).isEqualTo(1);
        assertThat(apart.expression().fleissKappaStandardError()).isNull();
        assertThat(apart.valence().meanPearson()).isNull();
    }

    @Test
    void refusesACategoryThatIsNotThere() {
        byte[][] nine = {{8}};
        byte[][] ten = {{9}};
        assertThatThrownBy(() -> Ratings.of(nine, nine, nine)).hasMessageContaining("EXPRESSION has no category 8");
        assertThatThrownBy(() -> Ratings.of(new byte[][] {{0}}, ten, nine)).hasMessageContaining("VALENCE");
    }

    @Test
    void theMajorityIsTheSmallestOnATie() {
        ImageVotes votes = new ImageVotes(new int[] {1, 0, 3, 3, 2, 0, 0, 0, 0});

        assertThat(votes.majority()).hasValue(2);
        assertThat(votes.isTied()).isTrue();
        assertThat(votes.tieWidth()).isEqualTo(2);
        assertThat(List.of(votes.score(), votes.scoreP(), votes.scoreM(), votes.scorePM()))
                .containsExactly(3, 3, 0, 6);
        assertThat(votes.share()).isEqualTo(3 / 9.0);
        assertThat(new ImageVotes(new int[] {2, 1}).scoreM()).isZero();
        assertThat(new ImageVotes(new int[] {1, 2}).scoreP()).isZero();
        assertThat(new ImageVotes(new int[] {2, 2}).entropy()).isEqualTo(Math.log(2), within(1e-15));
        assertThat(new ImageVotes(new int[2]).majority()).isEmpty();
    }

    private static Ratings one(int first, int second) {
        byte[][] slots = {{(byte) first}, {(byte) second}};
        return Ratings.of(slots, slots, slots);
    }

    private static byte[][] but(byte[][] slots, int slot) {
        return IntStream.range(0, slots.length)
                .filter(other -> other != slot)
                .mapToObj(other -> slots[other])
                .toArray(byte[][]::new);
    }

    private static void shuffle(byte[] values, Random random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            byte value = values[i];
            values[i] = values[j];
            values[j] = value;
        }
    }

    /** But for how many images have which majority: on a tie that follows the names of the categories. */
    private static void same(ExpressionAgreement one, ExpressionAgreement other) {
        assertThat(one)
                .usingRecursiveComparison()
                .withComparatorForType((a, b) -> close(a, b), Double.class)
                .ignoringFields("votes.majorityCounts", "votes.meanScoreP", "votes.meanScoreM", "votes.meanScorePM")
                .isEqualTo(other);
    }

    private static void same(ScaleAgreement one, ScaleAgreement other) {
        assertThat(one)
                .usingRecursiveComparison()
                .withComparatorForType((a, b) -> close(a, b), Double.class)
                .isEqualTo(other);
    }

    private static int close(double a, double b) {
        return a == b || Double.isNaN(a) && Double.isNaN(b) || Math.abs(a - b) < CLOSE ? 0 : Double.compare(a, b);
    }
}
