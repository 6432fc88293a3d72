package org.c25.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.c25.comparison.NoiseCeiling.Place;
import org.c25.ratings.Ratings;
import org.junit.jupiter.api.Test;

/**
 * Ceilings by hand on small matrices, and what holds of any: H. Nili and others, A Toolbox for Representational
 * Similarity Analysis, PLoS Computational Biology 10(4), 2014, e1003553.
 */
class NoiseCeilingTest {

    private static final double TINY = 1e-12;

    /**
     * Three people, four images; ties go to the smaller code.
     *
     * <pre>
     *            images      the others     agree   all        agree
     * first      0 1 2 0     0 1 1 3        2/4     0 1 2 0    4/4
     * second     0 1 2 3     0 1 1 0        2/4     0 1 2 0    3/4
     * third      0 1 1 4     0 1 2 0        2/4     0 1 2 0    2/4
     * </pre>
     */
    @Test
    void accuracyByHand() {
        byte[][] expression = {{0, 1, 2, 0}, {0, 1, 2, 3}, {0, 1, 1, 4}};
        byte[][] scale = {{0, 4, 8, 4}, {0, 4, 8, 4}, {0, 4, 8, 4}};
        RaterSeries model = new RaterSeries(new int[] {0, 1, 2, 4}, new double[4], new double[4]);

        ModelComparison comparison = ModelComparison.of(Ratings.of(expression, scale, scale), model);
        NoiseCeiling ceiling = comparison.ceiling(ComparisonMeasure.ACCURACY);

        // The model is right about the first on three images, about the second on three, about the third on three.
        assertThat(ceiling.lower()).isEqualTo((.5 + .5 + .5) / 3, within(TINY));
        assertThat(ceiling.upper()).isEqualTo((1 + .75 + .5) / 3, within(TINY));
        assertThat(ceiling.model()).isEqualTo((.75 + .75 + .75) / 3, within(TINY));
        assertThat(ceiling.people()).isEqualTo(3);
        assertThat(ceiling.place(ComparisonMeasure.ACCURACY)).isEqualTo(Place.WITHIN);
    }

    /**
     * Valence of two people: steps 0 4 8 and 4 4 8, which are −1 0 1 and 0 0 1; means −.5 0 1. Each is the other's only
     * other: RMSE √(1/3). Against the mean each is off by .5 once: √(.25/3).
     */
    @Test
    void rmseByHandIsTheBetterTheSmaller() {
        byte[][] expression = {{0, 0, 0}, {0, 0, 0}};
        byte[][] scale = {{0, 4, 8}, {4, 4, 8}};
        double[] said = {1, 1, 1};

        NoiseCeiling ceiling = ModelComparison.of(
                        Ratings.of(expression, scale, scale), new RaterSeries(new int[3], said, said))
                .ceiling(ComparisonMeasure.VALENCE_RMSE);

        assertThat(ceiling.lower()).isEqualTo(Math.sqrt(1 / 3.0), within(TINY));
        assertThat(ceiling.upper()).isEqualTo(Math.sqrt(.25 / 3), within(TINY));
        assertThat(ceiling.model()).isEqualTo((Math.sqrt(5 / 3.0) + Math.sqrt(2 / 3.0)) / 2, within(TINY));
        assertThat(ceiling.place(ComparisonMeasure.VALENCE_RMSE)).isEqualTo(Place.BELOW);
    }

    @Test
    void anImageThatNobodyElseRatedCountsForNobody() {
        byte[][] expression = {{0, 1, 5}, {0, 1, -1}};
        byte[][] scale = {{0, 4, 8}, {0, 4, -1}};

        NoiseCeiling ceiling = ModelComparison.of(
                        Ratings.of(expression, scale, scale),
                        new RaterSeries(new int[] {0, 1, 0}, new double[3], new double[3]))
                .ceiling(ComparisonMeasure.ACCURACY);

        assertThat(ceiling).isEqualTo(new NoiseCeiling(1, 1, 1, 2));
    }

    @Test
    void withoutOthersThereIsNone() {
        byte[][] alone = {{0, 1, 5}};

        NoiseCeiling ceiling = ModelComparison.of(
                        Ratings.of(alone, alone, alone),
                        new RaterSeries(new int[] {0, 1, 0}, new double[3], new double[3]))
                .ceiling(ComparisonMeasure.ACCURACY);

        assertThat(ceiling.people()).isZero();
        assertThat(ceiling.lower()).isNaN();
        assertThat(ceiling.place(ComparisonMeasure.ACCURACY)).isEqualTo(Place.UNKNOWN);
    }

    /** The majority of an image is right about the most people, so no series is right about more of them all. */
    @Test
    void nothingIsRightAboutMorePeopleThanTheUpperCeilingSays() {
        qt().withExamples(100).forAll(longs().all()).checkAssert(seed -> {
            Random random = new Random(seed);
            byte[][] expression = new byte[5][12];
            for (byte[] slot : expression) {
                for (int image = 0; image < 12; image++) {
                    slot[image] = (byte) random.nextInt(4);
                }
            }
            int[] said = random.ints(12, 0, 4).toArray();

            NoiseCeiling ceiling = ModelComparison.of(
                            Ratings.of(expression, expression, expression),
                            new RaterSeries(said, new double[12], new double[12]))
                    .ceiling(ComparisonMeasure.ACCURACY);

            assertThat(ceiling.model()).isLessThanOrEqualTo(ceiling.upper() + TINY);
            assertThat(ceiling.lower()).isLessThanOrEqualTo(ceiling.upper() + TINY);
            assertThat(DoubleStream.of(ceiling.model(), ceiling.lower(), ceiling.upper()))
                    .allMatch(value -> value >= 0 && value <= 1);
        });
    }
}
