package org.c25.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * L. I-K. Lin, A Concordance Correlation Coefficient to Evaluate Reproducibility, Biometrics 45(1), 1989: equation 2, and
 * the two ways of section 1 in which points can lie on a line and still not agree. Figures computed by hand.
 */
class Lin1989Test {

    private static final double[] X = {1, 2, 3, 4, 5};

    @Test
    void isOneOnTheLineThroughTheOriginAndMinusOneAcrossIt() {
        assertThat(Concordance.of(X, X)).isEqualTo(1);
        assertThat(Concordance.of(new double[] {-2, -1, 0, 1, 2}, new double[] {2, 1, 0, -1, -2}))
                .isEqualTo(-1);
    }

    /** s²x = s²y = sxy = 2, means one apart: 4 / (2 + 2 + 1). */
    @Test
    void losesByAShiftOfLocation() {
        assertThat(Concordance.of(X, new double[] {2, 3, 4, 5, 6})).isEqualTo(4.0 / 5, within(1e-15));
    }

    /** s²x = 2, s²y = 8, sxy = 4, means 3 and 6: 8 / (2 + 8 + 9). */
    @Test
    void losesByAShiftOfScale() {
        assertThat(Concordance.of(X, new double[] {2, 4, 6, 8, 10})).isEqualTo(8.0 / 19, within(1e-15));
    }

    /** Means 2 and 2, s²x = 2/3, s²y = 2/3, sxy = 1/3: (2/3) / (4/3); with n − 1 it would be the same, without a shift. */
    @Test
    void dividesVariancesByN() {
        assertThat(Concordance.of(new double[] {1, 2, 3}, new double[] {1, 3, 2}))
                .isEqualTo(0.5, within(1e-15));
        // s²x = s²y = 2/3, sxy = 1/3, means 2 and 3: (2/3) / (4/3 + 1); with n − 1 it would be 1 / 3.
        assertThat(Concordance.of(new double[] {1, 2, 3}, new double[] {2, 4, 3}))
                .isEqualTo(2.0 / 7, within(1e-15));
    }

    @Test
    void leavesOutAPairThatLacksOneOfItsTwo() {
        assertThat(Concordance.of(new double[] {9, 1, 2, Double.NaN, 3}, new double[] {Double.NaN, 2, 4, 1, 3}))
                .isEqualTo(2.0 / 7, within(1e-15));
    }

    @Test
    void isUndefinedWithoutTwoPairsOrWithoutAnyDifference() {
        assertThat(Concordance.of(new double[] {}, new double[] {})).isNaN();
        assertThat(Concordance.of(new double[] {1, Double.NaN}, new double[] {2, 2}))
                .isNaN();
        assertThat(Concordance.of(new double[] {.1, .1, .1}, new double[] {.1, .1, .1}))
                .isNaN();
        assertThat(Concordance.of(new double[] {.1, .1, .1}, new double[] {.2, .2, .2}))
                .isZero();
    }

    @Test
    void keepsItsDigitsFarFromTheOrigin() {
        double far = 1e9;
        assertThat(Concordance.of(new double[] {far + 1, far + 2, far + 3}, new double[] {far + 2, far + 4, far + 3}))
                .isEqualTo(2.0 / 7, within(1e-12));
    }

    @Test
    void refusesSeriesOfTwoLengths() {
        assertThatThrownBy(() -> Concordance.of(new double[1], new double[2]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
