package org.c25.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.c25.affect.Dimension;
import org.c25.agreement.Growth.Point;
import org.c25.ratings.Ratings;
import org.junit.jupiter.api.Test;

/** What a set would say with fewer raters: by hand, beside the figures of the whole, and for raters who all say the same. */
class GrowthTest {

    private static final double CLOSE = 1e-12;

    @Test
    void withAllRatersItSaysWhatTheSetSays() {
        qt().withExamples(20).forAll(longs().all()).checkAssert(seed -> {
            Ratings ratings = random(seed, 7, 40);
            AgreementStatistics all = AgreementStatistics.of(ratings);

            Growth growth = Growth.of(ratings, seed, 10);

            assertThat(growth.expression()).extracting(Point::raters).containsExactly(2, 3, 4, 5, 6, 7);
            Point expression = growth.expression().get(5);
            Point valence = growth.valence().get(5);
            Point arousal = growth.arousal().get(5);
            assertThat(expression.alpha().mean()).isEqualTo(all.expression().krippendorffAlpha(), within(CLOSE));
            assertThat(valence.alpha().mean()).isEqualTo(all.valence().krippendorffAlphaInterval(), within(CLOSE));
            assertThat(arousal.alpha().mean()).isEqualTo(all.arousal().krippendorffAlphaInterval(), within(CLOSE));
            for (Point last : List.of(expression, valence, arousal)) {
                assertThat(last.alpha().low())
                        .isEqualTo(last.alpha().high())
                        .isEqualTo(last.alpha().mean());
                assertThat(last.stability().low()).isEqualTo(1);
            }
            assertThat(expression.width().mean()).isNaN();
            assertThat(valence.width().mean()).isEqualTo(meanWidth(ratings), within(CLOSE));
        });
    }

    /** From each image's answers alone: 2 t s/√n. */
    private static double meanWidth(Ratings ratings) {
        return IntStream.range(0, ratings.images())
                .mapToObj(image -> IntStream.range(0, ratings.slots())
                        .map(slot -> ratings.get(Dimension.VALENCE, image, slot))
                        .filter(step -> step >= 0)
                        .mapToDouble(step -> (step - 4) / 4.0)
                        .toArray())
                .filter(answers -> answers.length >= 2)
                .mapToDouble(answers -> {
                    Spread spread = Spread.of(Arrays.stream(answers));
                    return 2 * Quantiles.t(answers.length - 1.0) * spread.sd() / Math.sqrt(answers.length);
                })
                .average()
                .orElseThrow();
    }

    /** With two of three raters, whoever is left out, every figure is that of one of three sets. */
    @Test
    void withTwoOfThreeItSaysWhatTheSetSaysWithoutTheThird() {
        qt().withExamples(20).forAll(longs().all()).checkAssert(seed -> {
            Ratings ratings = random(seed, 3, 20);
            double[] alphas = IntStream.range(0, 3)
                    .mapToDouble(slot -> AgreementStatistics.of(ratings.without(Set.of(slot)))
                            .valence()
                            .krippendorffAlphaInterval())
                    .sorted()
                    .toArray();

            Point two = Growth.of(ratings, seed, 400).valence().get(0);

            assertThat(two.alpha().low()).isEqualTo(alphas[0], within(CLOSE));
            assertThat(two.alpha().high()).isEqualTo(alphas[2], within(CLOSE));
            double range = alphas[2] - alphas[0];
            assertThat(two.alpha().mean())
                    .as("the three are drawn equally often")
                    .isEqualTo((alphas[0] + alphas[1] + alphas[2]) / 3, within(.12 * range + CLOSE));
        });
    }

    @Test
    void whereAllSayTheSameTwoAreEnough() {
        byte[] expression = {0, 1, 2, 3, 4, 5, 6, 7};
        byte[] scale = {0, 1, 2, 3, 4, 5, 6, 8};
        Growth growth = Growth.of(
                Ratings.of(
                        new byte[][] {expression, expression, expression, expression},
                        new byte[][] {scale, scale, scale, scale},
                        new byte[][] {scale, scale, scale, scale}),
                1,
                20);

        for (Point point : growth.expression()) {
            assertThat(point.alpha()).isEqualTo(new Growth.Range(1, 1, 1));
            assertThat(point.stability()).isEqualTo(new Growth.Range(1, 1, 1));
        }
        for (Point point : growth.arousal()) {
            assertThat(point.alpha()).isEqualTo(new Growth.Range(1, 1, 1));
            assertThat(point.width()).isEqualTo(new Growth.Range(0, 0, 0));
        }
    }

    /** Of three with the answers 0 0 1, two in three pairs are a tie, which goes to the smaller; so all have the majority 0. */
    @Test
    void aTieGoesToTheSmaller() {
        byte[][] smaller = {{0}, {0}, {1}};
        byte[][] greater = {{1}, {1}, {0}};

        Growth growth = Growth.of(Ratings.of(smaller, smaller, greater), 3, 600);

        assertThat(growth.expression().get(0).stability().low()).isEqualTo(1);
        assertThat(growth.arousal().get(0).stability().mean()).isEqualTo(1 / 3.0, within(.06));
        assertThat(growth.expression().get(0).alpha().mean())
                .as("0 where two differ, undefined where they do not")
                .isEqualTo(0, within(CLOSE));
    }

    @Test
    void moreRatersMakeItSurer() {
        List<Point> valence = Growth.of(random(25, 12, 100), 4, 50).valence();
        for (int i = 1; i < valence.size(); i++) {
            assertThat(valence.get(i).width().mean())
                    .isLessThan(valence.get(i - 1).width().mean());
            assertThat(valence.get(i).stability().mean())
                    .isGreaterThan(valence.get(i - 1).stability().mean());
        }
    }

    @Test
    void theSameSeedGivesTheSameFigures() {
        Ratings ratings = random(5, 6, 30);
        assertThat(Growth.of(ratings, 7, 20)).isEqualTo(Growth.of(ratings, 7, 20));
        assertThat(Growth.of(ratings, 7, 20)).isNotEqualTo(Growth.of(ratings, 8, 20));
    }

    @Test
    void manyRatersAreTakenInSteps() {
        Growth growth = Growth.of(random(1, 100, 60), 1, 5);
        assertThat(growth.valence())
                .hasSizeBetween(30, 42)
                .first()
                .extracting(Point::raters)
                .isEqualTo(2);
        assertThat(growth.valence()).last().extracting(Point::raters).isEqualTo(100);
        assertThat(growth.resamples()).isEqualTo(5);
    }

    @Test
    void belowTwoRatersThereIsNothingToTell() {
        byte[][] one = {{3, 4}, {-1, -1}};
        assertThat(Growth.of(Ratings.of(one, one, one), 1, 10).expression()).isEmpty();
        assertThat(Growth.of(Ratings.of(new byte[0][], new byte[0][], new byte[0][]), 1, 10)
                        .arousal())
                .isEmpty();
        assertThatThrownBy(() -> Growth.of(Ratings.of(one, one, one), 1, 0))
                .isInstanceOf(IllegalArgumentException.class);
        byte[][] apart = {{3, -1}, {-1, 4}};
        Point nothingInCommon =
                Growth.of(Ratings.of(apart, apart, apart), 1, 10).valence().get(0);
        assertThat(nothingInCommon.alpha().mean()).isNaN();
        assertThat(nothingInCommon.width().high()).isNaN();
        assertThat(nothingInCommon.stability().mean()).isEqualTo(1);
    }

    private static Ratings random(long seed, int raters, int images) {
        Random random = new Random(seed);
        return Ratings.of(
                Samples.random(random, raters, images, 8),
                Samples.random(random, raters, images, 9),
                Samples.random(random, raters, images, 9));
    }
}
