package org.c25.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.c25.agreement.Answers;
import org.c25.agreement.Estimate;
import org.junit.jupiter.api.Test;

/**
 * R. P. McDonald, Test Theory: A Unified Treatment, 1999: ω of one factor. Of three items the model fits any correlations:
 * λ₁² = r₁₂r₁₃/r₂₃. For six, the uniquenesses are those that R's {@code factanal(factors = 1, covmat = ability.cov)}
 * prints for the tests of general intelligence of {@code ability.cov}.
 */
class McDonald1999Test {

    private static final double[][] THREE = {{1, .48, .40}, {.48, 1, .30}, {.40, .30, 1}};
    private static final double[][] ABILITY = {
        {24.641, 5.991, 33.520, 6.023, 20.755, 29.701},
        {5.991, 6.700, 18.137, 1.782, 4.936, 7.204},
        {33.520, 18.137, 149.831, 19.424, 31.430, 50.753},
        {6.023, 1.782, 19.424, 12.711, 4.757, 9.075},
        {20.755, 4.936, 31.430, 4.757, 52.604, 66.762},
        {29.701, 7.204, 50.753, 9.075, 66.762, 135.292},
    };

    @Test
    void threeItems() {
        OneFactor factor = OneFactor.of(THREE);

        assertThat(factor.converged()).isTrue();
        assertThat(factor.loadings()).containsExactly(new double[] {.8, .6, .5}, within(1e-5));
        assertThat(McDonaldOmega.of(THREE, factor)).isEqualTo(0.6735074627, within(1e-5));
    }

    @Test
    void sixTestsOfAbility() {
        OneFactor factor = OneFactor.of(McDonaldOmega.correlations(ABILITY));

        assertThat(factor.uniquenesses())
                .containsExactly(new double[] {.535, .853, .748, .910, .232, .280}, within(.0005));
        assertThat(McDonaldOmega.of(ABILITY, factor)).isEqualTo(0.8007449737, within(1e-5));
    }

    @Test
    void itTakesThreeRatersMoreImagesThanRatersAndAnswersThatVary() {
        assertThat(omega(2, 50, 9).isDefined()).isFalse();
        assertThat(omega(8, 8, 9).isDefined()).isFalse();
        assertThat(omega(4, 50, 1).isDefined()).isFalse();
        Estimate some = omega(4, 50, 9);
        assertThat(some.low()).isLessThan(some.value());
        assertThat(some.high()).isGreaterThan(some.value()).isLessThanOrEqualTo(1);
    }

    /** Raters who see an image's step, up to two off; one of them says it always lower. */
    private static Estimate omega(int raters, int images, int steps) {
        Random random = new Random(25);
        byte[][] all = new byte[raters][images];
        for (int image = 0; image < images; image++) {
            int step = random.nextInt(steps);
            for (byte[] rater : all) {
                rater[image] = (byte) Math.max(0, Math.min(steps - 1, step + random.nextInt(5) - 2));
            }
        }
        return McDonaldOmega.of(Answers.of(9, images, all), 100, 25);
    }
}
