package org.c25.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** McNemar's exact test, and probabilities of several tests. */
class McNemarTest {

    /**
     * M. W. Fagerland, S. Lydersen and P. Laake, The McNemar Test for Binary Matched-Pairs Data, BMC Medical Research
     * Methodology 13, 2013, 91, Table 1 and its exact conditional P value: 0.0703.
     */
    @Test
    void fagerlandLydersenAndLaakeHave0703() {
        assertThat(McNemar.of(1, 1, 7, 12).p()).isEqualTo(.0703, within(5e-5)).isEqualTo(2 * (1 + 8) / 256.0);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1", "3, 3, 1", "4, 3, 1", "0, 1, 1", "0, 5, 0.0625", "2, 8, 0.109375"})
    void byHand(int first, int second, double p) {
        assertThat(McNemar.of(9, first, second, 4).p()).isEqualTo(p);
        assertThat(McNemar.of(9, second, first, 4).p()).isEqualTo(p);
    }

    @ParameterizedTest
    @CsvSource({"17, 41", "300, 380", "1200, 1250", "4000, 4300"})
    void isTheTailOfTheBinomialDistribution(int first, int second) {
        double tail = BinomialDistribution.of(first + second, .5).cumulativeProbability(first);
        assertThat(McNemar.of(0, first, second, 0).p()).isEqualTo(2 * tail, within(2 * tail * 1e-9));
    }

    /** What mcnemar(exact=True) of statsmodels gives. */
    @ParameterizedTest
    @CsvSource({"17, 41, 0.0022325516199429235", "300, 380, 0.002424868707699883", "8, 0, 0.0078125"})
    void isWhatStatsmodelsGives(int first, int second, double p) {
        assertThat(McNemar.of(3, first, second, 5).p()).isEqualTo(p, within(1e-13));
    }

    @Test
    void noProbabilityVanishesOrIsMoreThanOne() {
        assertThat(McNemar.of(0, 0, 1000, 0).p()).isEqualTo(Math.scalb(1.0, -999));
        assertThat(McNemar.of(0, 0, 0, 0).p()).isNaN();
    }

    @Test
    void imagesCountThatAllThreeHaveACodeOf() {
        McNemar test = McNemar.of(
                new int[] {0, 1, 2, 3, 4, -1, 6}, new int[] {0, 1, 0, 0, -1, 5, 6}, new int[] {0, 0, 2, 1, 4, 5, -1});

        assertThat(test).isEqualTo(new McNemar(1, 1, 1, 1, 1));
        assertThat(test.differ()).isEqualTo(2);
    }

    /** The example of R's p.adjust: .01 · 3, then .03 · 2, and the last no smaller than that. */
    @Test
    void holmMultipliesTheSmallestByAllOfThem() {
        assertThat(Holm.adjust(new double[] {.01, Double.NaN, .04, .03}))
                .usingComparatorWithPrecision(1e-12)
                .containsExactly(.03, Double.NaN, .06, .06);
        assertThat(Holm.adjust(new double[] {.9, .8})).containsExactly(1, 1);
        assertThat(Holm.adjust(new double[0])).isEmpty();
    }
}
