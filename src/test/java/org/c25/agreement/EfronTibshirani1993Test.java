package org.c25.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.c25.ratings.Ratings;
import org.junit.jupiter.api.Test;

/**
 * B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap, Chapman and Hall, 1993: the standard error of a mean, for
 * which the bootstrap has a formula (chapter 5), and percentile intervals (chapter 13), which hold what they promise.
 */
class EfronTibshirani1993Test {

    private static final double CLOSE = 1e-12;

    @Test
    void itsValuesAreThoseOfTheSet() {
        qt().withExamples(20).forAll(longs().all()).checkAssert(seed -> {
            Ratings ratings = random(seed, 6, 40);
            AgreementStatistics all = AgreementStatistics.of(ratings);

            Bootstrap bootstrap = Bootstrap.of(ratings, 70, seed);

            Bootstrap.Expressions expression = bootstrap.expression();
            value(expression.krippendorffAlpha(), all.expression().krippendorffAlpha());
            value(expression.cohenKappa(), all.expression().cohenKappa().mean());
            scale(bootstrap.valence(), all.valence());
            scale(bootstrap.arousal(), all.arousal());
        });
    }

    private static void scale(Bootstrap.Scale ours, ScaleAgreement all) {
        value(ours.krippendorffAlphaNominal(), all.krippendorffAlphaNominal());
        value(ours.krippendorffAlphaOrdinal(), all.krippendorffAlphaOrdinal());
        value(ours.krippendorffAlphaInterval(), all.krippendorffAlphaInterval());
        value(ours.ccc(), all.ccc().mean());
        value(ours.pearson(), all.pearson().mean());
        value(ours.grandMean(), all.grandMean());
    }

    private static void value(Estimate estimate, double value) {
        assertThat(value).isNotNaN();
        assertThat(estimate.value()).isEqualTo(value, within(CLOSE));
        assertThat(estimate.low()).isLessThan(estimate.high());
    }

    /** Chapter 5: that of the mean of n numbers is √(Σ(x − x̄)²) / n. Here they are the images' means. */
    @Test
    void theStandardErrorOfAMean() {
        byte[][] steps = {{0, 1, 2, 2, 5, 8, 8, 4, 4, 4, 3, 7}, {0, 3, 2, 4, 5, 6, 8, 4, 2, 4, 3, 5}};
        double[] means = new double[12];
        for (int image = 0; image < 12; image++) {
            means[image] = ((steps[0][image] + steps[1][image]) / 2.0 - 4) / 4;
        }
        double mean = DoubleStream.of(means).average().orElseThrow();
        double squares =
                DoubleStream.of(means).map(x -> (x - mean) * (x - mean)).sum();

        Estimate estimate = Bootstrap.of(Ratings.of(nothing(2, 12), steps, steps), 5_000, 5)
                .valence()
                .grandMean();

        assertThat(estimate.value()).isEqualTo(mean, within(CLOSE));
        assertThat(estimate.standardError()).isEqualTo(Math.sqrt(squares) / 12, within(.004));
        assertThat(estimate.low()).isEqualTo(mean - 1.96 * Math.sqrt(squares) / 12, within(.02));
        assertThat(estimate.high()).isEqualTo(mean + 1.96 * Math.sqrt(squares) / 12, within(.02));
    }

    /** Of two images at 0 and 1 a draw has the first twice, the second twice, or both: 0, 1 and 1/2, as 1 : 1 : 2. */
    @Test
    void imagesAreDrawnWithReplacement() {
        byte[][] steps = {{4, 8}, {4, 8}};
        Estimate mean = Bootstrap.of(Ratings.of(nothing(2, 2), steps, steps), 2000, 9)
                .valence()
                .grandMean();

        assertThat(mean.value()).isEqualTo(.5);
        assertThat(mean.low()).isZero();
        assertThat(mean.high()).isEqualTo(1);
        assertThat(mean.standardError()).isEqualTo(Math.sqrt(1 / 8.0), within(.015));
    }

    @Test
    void imagesThatAreAllAlikeLeaveNoDoubt() {
        byte[][] expression = {filled(0), filled(0), filled(3)};
        byte[][] scale = {filled(2), filled(4), filled(4)};

        Bootstrap alike = Bootstrap.of(Ratings.of(expression, scale, scale), 100, 1);

        for (Estimate estimate : List.of(
                alike.expression().krippendorffAlpha(),
                alike.valence().krippendorffAlphaNominal(),
                alike.valence().krippendorffAlphaOrdinal(),
                alike.valence().krippendorffAlphaInterval(),
                alike.valence().ccc(),
                alike.arousal().grandMean())) {
            assertThat(estimate.low()).isEqualTo(estimate.value(), within(CLOSE));
            assertThat(estimate.high()).isEqualTo(estimate.value(), within(CLOSE));
        }
        assertThat(alike.valence().pearson().low()).as("nobody ever varies").isNaN();
    }

    private static byte[] filled(int category) {
        byte[] answers = new byte[30];
        Arrays.fill(answers, (byte) category);
        return answers;
    }

    /** Eighty sets of 60 images, of the same people: some 76 of the intervals hold what a very large set has. */
    @Test
    void theIntervalsHoldTheTruth() {
        AgreementStatistics truth = AgreementStatistics.of(simulated(new Random(1), 20_000));
        int[] held = new int[4];
        for (int set = 0; set < 80; set++) {
            Bootstrap bootstrap = Bootstrap.of(simulated(new Random(100 + set), 60), 127, set);
            held[0] += holds(
                    bootstrap.expression().krippendorffAlpha(),
                    truth.expression().krippendorffAlpha());
            held[1] += holds(
                    bootstrap.expression().cohenKappa(),
                    truth.expression().cohenKappa().mean());
            held[2] += holds(
                    bootstrap.valence().krippendorffAlphaInterval(),
                    truth.valence().krippendorffAlphaInterval());
            held[3] += holds(bootstrap.arousal().ccc(), truth.arousal().ccc().mean());
        }
        for (int figure : held) {
            assertThat(figure).isBetween(70, 79);
        }
    }

    private static int holds(Estimate estimate, double truth) {
        return estimate.low() <= truth && truth <= estimate.high() ? 1 : 0;
    }

    /** The first of four people answers 5 in 10 expressions rightly, the last 8; steps are up to two off. */
    private static Ratings simulated(Random random, int images) {
        byte[][] expression = new byte[4][images];
        byte[][] scale = new byte[4][images];
        for (int image = 0; image < images; image++) {
            int shown = random.nextInt(8);
            int step = 1 + random.nextInt(7);
            for (int rater = 0; rater < 4; rater++) {
                boolean right = random.nextInt(10) < 5 + rater;
                expression[rater][image] = (byte) (right ? shown : random.nextInt(8));
                scale[rater][image] = (byte) Math.max(0, Math.min(8, step + random.nextInt(3) + random.nextInt(3) - 2));
            }
        }
        return Ratings.of(expression, scale, scale);
    }

    @Test
    void theSameSeedGivesTheSameFigures() {
        Ratings ratings = random(3, 5, 30);
        Bootstrap one = Bootstrap.of(ratings, 130, 7);

        assertThat(Bootstrap.of(ratings, 130, 7)).isEqualTo(one);
        assertThat(Bootstrap.of(ratings, 130, 8)).isNotEqualTo(one);
        assertThat(Bootstrap.of(ratings, 129, 7)).isNotEqualTo(one);
        assertThat(one.draws()).isEqualTo(130);
        assertThat(one.seed()).isEqualTo(7);
    }

    @Test
    void largeSetsAreDrawnLessOften() {
        assertThat(Bootstrap.draws(0, 0)).isEqualTo(1000);
        assertThat(Bootstrap.draws(800, 25)).isEqualTo(1000);
        assertThat(Bootstrap.draws(4000, 50)).isEqualTo(612);
        assertThat(Bootstrap.draws(10_000, 100)).isEqualTo(100);
    }

    @Test
    void whatIsUndefinedHasNoInterval() {
        Bootstrap none = Bootstrap.of(Ratings.of(new byte[0][], new byte[0][], new byte[0][]), 10, 1);
        Bootstrap alone =
                Bootstrap.of(Ratings.of(new byte[][] {{1, 2}}, new byte[][] {{4, 4}}, new byte[][] {{8, -1}}), 10, 1);

        assertThat(Stream.of(
                        none.expression().krippendorffAlpha(),
                        none.valence().ccc(),
                        none.arousal().grandMean()))
                .containsOnly(Estimate.UNDEFINED);
        assertThat(alone.expression().krippendorffAlpha()).isEqualTo(Estimate.UNDEFINED);
        assertThat(alone.expression().cohenKappa()).isEqualTo(Estimate.UNDEFINED);
        assertThat(alone.valence().grandMean()).isEqualTo(new Estimate(0, 0, 0, 0));
        assertThat(alone.arousal().grandMean().low()).isEqualTo(1);
        assertThatThrownBy(() -> Bootstrap.of(random(1, 2, 2), 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[][] nothing(int slots, int images) {
        byte[][] nothing = new byte[slots][images];
        for (byte[] slot : nothing) {
            Arrays.fill(slot, Ratings.NONE);
        }
        return nothing;
    }

    private static Ratings random(long seed, int raters, int images) {
        Random random = new Random(seed);
        return Ratings.of(
                Samples.random(random, raters, images, 8),
                Samples.random(random, raters, images, 9),
                Samples.random(random, raters, images, 9));
    }
}
