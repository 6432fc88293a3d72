package org.c25.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * R. J. Hyndman and Y. Fan, Sample Quantiles in Statistical Packages, The American Statistician 50(4), 1996, 361–365:
 * definition 7, in which the values in order lie at 0, 1/(n − 1), …, 1.
 */
class HyndmanFan1996Test {

    @Test
    void theValuesAreTheirOwnQuantilesAndLinesLieBetweenThem() {
        double[] values = {40, 10, 30, 20, 50};
        assertThat(Quantiles.of(values, 0)).isEqualTo(10);
        assertThat(Quantiles.of(values, .25)).isEqualTo(20);
        assertThat(Quantiles.of(values, .5)).isEqualTo(30);
        assertThat(Quantiles.of(values, 1)).isEqualTo(50);
        assertThat(Quantiles.of(values, .1)).isEqualTo(14, within(1e-12));
        assertThat(Quantiles.of(values, .975)).isEqualTo(49, within(1e-12));
        assertThat(values[0]).as("the values stay where they are").isEqualTo(40);
    }

    @Test
    void whatIsUndefinedIsLeftOut() {
        assertThat(Quantiles.of(new double[] {Double.NaN, 2, Double.NaN, 1}, .5))
                .isEqualTo(1.5);
        assertThat(Quantiles.of(new double[] {7}, .975)).isEqualTo(7);
        assertThat(Quantiles.of(new double[] {Double.NaN}, .5)).isNaN();
    }

    /** It is not among the other definitions: of 1 … 1000, the paper's 4, 5, 6, 8 and 9 give 25, 25.5, 25.025, 25.342, 25.381. */
    @Test
    void ofAThousand() {
        double[] values = new Random(1)
                .ints(1, 1001)
                .distinct()
                .limit(1000)
                .asDoubleStream()
                .toArray();
        assertThat(Quantiles.of(values, Quantiles.LOWER)).isEqualTo(25.975, within(1e-9));
        assertThat(Quantiles.of(values, Quantiles.UPPER)).isEqualTo(975.025, within(1e-9));
    }
}
