package org.c25.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.c25.affect.Dimension;
import org.c25.agreement.AgreementStatistics;
import org.c25.ratings.Ratings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reliability of the mean of the raters, and correlations corrected by it. */
class DisattenuatedTest {

    private static final double TINY = 1e-12;

    private static Ratings ratings(byte[]... slots) {
        byte[][] expression = new byte[slots.length][slots[0].length];
        return Ratings.of(expression, slots, slots);
    }

    private static MeanReliability reliability(Ratings ratings) {
        return new MeanReliability(
                ratings, Dimension.VALENCE, IntStream.range(0, ratings.images()).toArray());
    }

    private static double whole(Ratings ratings) {
        return reliability(ratings).of(IntStream.range(0, ratings.images()).toArray());
    }

    /**
     * P. E. Shrout and J. L. Fleiss, Intraclass Correlations, Psychological Bulletin 86(2), 1979, Table 2: six targets,
     * four judges; ICC(3, 4) = .91, of the mean squares 11.2417 and 1.0194. Each judge's scores are moved to begin at 0,
     * which α does not see. R's psych gives 0.9093155424 for it.
     */
    @Test
    void alphaIsShroutAndFleissIcc3k() {
        Ratings scores = ratings(
                new byte[] {3, 0, 2, 1, 4, 0},
                new byte[] {1, 0, 3, 0, 4, 1},
                new byte[] {3, 1, 4, 0, 4, 2},
                new byte[] {6, 0, 6, 4, 7, 5});

        assertThat(whole(scores)).isEqualTo(.91, within(.005)).isEqualTo(.9093155424, within(5e-11));
        assertThat(reliability(scores).isComplete()).isTrue();
    }

    @Test
    void alphaIsTheOneOfTheAgreementStatistics() {
        Random random = new Random(3);
        for (int k = 2; k < 7; k++) {
            byte[][] slots = new byte[k][30];
            for (int image = 0; image < 30; image++) {
                int place = random.nextInt(6);
                for (byte[] slot : slots) {
                    slot[image] = (byte) (place + random.nextInt(3));
                }
            }
            Ratings scores = ratings(slots);

            assertThat(whole(scores))
                    .isEqualTo(
                            AgreementStatistics.of(scores)
                                    .valence()
                                    .icc()
                                    .icc3k()
                                    .value(),
                            within(1e-9));
        }
    }

    /**
     * Three images with 2, 2 and 1 answers: 0 2 | 4 4 | 8. The raters' differences 2 and 0 leave a residual of 1 with 1
     * degree of freedom; the raters explain 1 besides the images, so their variance is 0; the images explain 33 besides the
     * raters, so theirs is (33 − 2) / (5 − 2). The mean of 1/2, 1/2 and 1 is 2/3: 31/3 / (31/3 + 2/3).
     */
    @Test
    void withGapsItIsOfTheTwoWayComponents() {
        Ratings gaps = ratings(new byte[] {0, 4, 8}, new byte[] {2, 4, -1});

        assertThat(reliability(gaps).isComplete()).isFalse();
        assertThat(whole(gaps)).isEqualTo(31 / 33.0, within(TINY));
    }

    /**
     * Shrout and Fleiss's table without three of its scores. R 4.2 has the sums of squares, by {@code anova(lm(score ~ judge +
     * target))} and {@code anova(lm(score ~ target + judge))}: targets besides judges 51.4257703081 (5), judges besides targets
     * 74.0924369748 (3), residual 9.9075630252 (12). Henderson's equations of these give the components. lme4 1.1-31, by
     * REML, which is another estimate where answers lack: 2.52671, 5.01555, 0.82115.
     */
    @Test
    void withGapsTheComponentsAreThoseOfRsSumsOfSquares() {
        byte[][] scores = {
            {9, 6, 8, 7, 10, -1},
            {-1, 1, 4, 1, 5, 2},
            {5, 3, 6, -1, 6, 4},
            {8, 2, 8, 6, 9, 7}
        };

        TwoWayComponents components = TwoWayComponents.of(scores, new int[] {0, 1, 2, 3, 4, 5});

        assertThat(components.image()).isEqualTo(2.78221288515406, within(1e-12));
        assertThat(components.rater()).isEqualTo(4.77436974789916, within(1e-12));
        assertThat(components.rest()).isEqualTo(0.82563025210084, within(1e-12));
    }

    /** Raters who use other parts of the scale: their levels are no noise as long as all rate the same images. */
    @Test
    void oneMissingAnswerHardlyChangesIt() {
        Random random = new Random(11);
        byte[][] slots = new byte[10][200];
        for (int image = 0; image < 200; image++) {
            int place = random.nextInt(3);
            for (int rater = 0; rater < 10; rater++) {
                slots[rater][image] = (byte) (place + rater % 5 + random.nextInt(3));
            }
        }
        double complete = whole(ratings(slots));
        slots[4][17] = -1;
        Ratings gap = ratings(slots);

        assertThat(reliability(gap).isComplete()).isFalse();
        assertThat(whole(gap)).isEqualTo(complete, within(.002));
    }

    /** A missing answer here and there, every other one, and few answers an image. */
    @ParameterizedTest
    @ValueSource(doubles = {.05, .5, .8})
    void withGapsItIsTheShareOfTheMeansVarianceThatIsOfTheImages(double missing) {
        Random random = new Random(7);
        int images = 4000;
        byte[][] slots = new byte[12][images];
        double[] known = new double[images];
        for (int image = 0; image < images; image++) {
            int place = random.nextInt(4);
            known[image] = place / 4.0 - .5;
            for (int rater = 0; rater < 12; rater++) {
                boolean absent = rater != image % 12 && random.nextDouble() < missing;
                slots[rater][image] = (byte) (absent ? -1 : place + rater % 3 + random.nextInt(4));
            }
        }

        Disattenuated one = Disattenuated.of(ratings(slots), Dimension.VALENCE, model(known), 25);

        assertThat(one.reliability()).isEqualTo(one.pearson() * one.pearson(), within(.015));
    }

    @Test
    void ratersWhoShareNoImageAreTwoParts() {
        byte[][] apart = {{0, 3, 1, -1, -1, -1}, {1, 4, 1, -1, -1, -1}, {-1, -1, -1, 2, 5, 7}, {-1, -1, -1, 3, 5, 6}};

        TwoWayComponents both = TwoWayComponents.of(apart, new int[] {0, 1, 2, 3, 4, 5});
        TwoWayComponents one = TwoWayComponents.of(new byte[][] {apart[0], apart[1]}, new int[] {0, 1, 2});
        TwoWayComponents other = TwoWayComponents.of(new byte[][] {apart[2], apart[3]}, new int[] {3, 4, 5});

        assertThat(both.rest()).isEqualTo((one.rest() + other.rest()) / 2, within(TINY));
        assertThat(both.rater()).isEqualTo((one.rater() + other.rater()) / 2, within(TINY));
    }

    @Test
    void ofOneRaterOrNoneOrWithoutDifferencesItIsUndefined() {
        assertThat(whole(ratings(new byte[] {0, 4, 8}))).isNaN();
        assertThat(whole(ratings(new byte[] {4, 4}, new byte[] {4, 4}))).isNaN();
        assertThat(whole(ratings(new byte[] {0, -1}, new byte[] {-1, 4})))
                .as("one answer an image")
                .isNaN();
        assertThat(whole(ratings(new byte[] {-1, -1}, new byte[] {-1, -1}))).isNaN();
    }

    /**
     * Two people: 0 2 4 6 and 2 0 6 4. Their variances are 20/4 each, their covariance 12/4: α = 2 (1 − 40 / 64) = .75.
     * A model that says the means' order rightly, 1 1 5 5, has r = 1, and 1 / √.75 is cut to 1; one that says 0 0 0 1
     * has r = 1/√3, and 2/3 corrected.
     */
    @Test
    void spearmanDividesByTheRootOfTheReliabilityAndCutsAtOne() {
        Ratings scores = ratings(new byte[] {0, 2, 4, 6}, new byte[] {2, 0, 6, 4});

        Disattenuated exact = Disattenuated.of(scores, Dimension.VALENCE, model(-.75, -.75, .25, .25), 25);
        Disattenuated half = Disattenuated.of(scores, Dimension.VALENCE, model(0, 0, 0, 1), 25);

        assertThat(exact.reliability()).isEqualTo(.75, within(TINY));
        assertThat(exact.ceiling()).isEqualTo(Math.sqrt(.75), within(TINY));
        assertThat(exact.pearson()).isEqualTo(1, within(TINY));
        assertThat(exact.corrected().value()).isEqualTo(1);
        assertThat(exact.cut()).isTrue();
        assertThat(exact.isRough()).isFalse();
        assertThat(half.pearson()).isEqualTo(1 / Math.sqrt(3), within(TINY));
        assertThat(half.corrected().value()).isEqualTo(2 / 3.0, within(TINY));
        assertThat(half.cut()).isFalse();
        assertThat(half.corrected().hasInterval()).as("fewer than ten images").isFalse();
    }

    @Test
    void whereTheReliabilityIsNotAboveNoughtNothingIsCorrected() {
        Ratings against = ratings(new byte[] {0, 2, 4, 6}, new byte[] {6, 4, 2, 1});

        Disattenuated none = Disattenuated.of(against, Dimension.AROUSAL, model(0, 0, 0, 1), 25);

        assertThat(none.reliability()).isNegative();
        assertThat(none.corrected().isDefined()).isFalse();
        assertThat(none.ceiling()).isNaN();
        assertThat(none.isRough()).isTrue();
    }

    /** Half of what each of four people says is noise; the model knows the rest alone. */
    @Test
    void aModelThatKnowsAllThatCanBeKnownIsCorrectedToOne() {
        Random random = new Random(5);
        byte[][] slots = new byte[4][2000];
        double[] known = new double[2000];
        for (int image = 0; image < 2000; image++) {
            int place = random.nextInt(5);
            known[image] = place / 4.0 - .5;
            for (byte[] slot : slots) {
                slot[image] = (byte) (place + random.nextInt(5));
            }
        }

        Disattenuated one = Disattenuated.of(ratings(slots), Dimension.VALENCE, model(known), 25);

        assertThat(one.pearson()).isBetween(.85, .92);
        assertThat(one.corrected().value()).isBetween(.98, 1.0);
        assertThat(one.corrected().low()).isBetween(.96, one.corrected().value());
        assertThat(one.corrected().high()).isLessThanOrEqualTo(1);
    }

    private static RaterSeries model(double... said) {
        int[] nothing = new int[said.length];
        Arrays.fill(nothing, RaterSeries.NONE);
        return new RaterSeries(nothing, said, said.clone());
    }
}
