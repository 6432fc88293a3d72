package org.c25.trainer.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ScaleMeasuresTest {

    @Test
    void linsConcordanceByHand() {
        // Means 0.25 and 0; variances by n 0.3125 and 0.5; covariance 0.375: 0.75 / (0.8125 + 0.0625).
        ScaleMeasures measures = ScaleMeasures.of(new double[] {-0.5, 0, 0.5, 1}, new double[] {-1, 0, 0, 1});
        assertThat(measures.images()).isEqualTo(4);
        assertThat(measures.bias()).isCloseTo(0.25, within(1e-12));
        assertThat(measures.ccc()).isCloseTo(0.75 / 0.875, within(1e-12));
        assertThat(measures.pearson()).isCloseTo(0.375 / Math.sqrt(0.3125 * 0.5), within(1e-12));
        assertThat(measures.rmse()).isCloseTo(Math.sqrt((0.25 + 0 + 0.25 + 0) / 4), within(1e-12));
    }

    @Test
    void aShiftCostsConcordanceAndNotCorrelation() {
        // Variance 0.125 each, shifted by 0.5: 0.25 / (0.25 + 0.25).
        ScaleMeasures measures = ScaleMeasures.of(new double[] {0, 0.5, 1, 0.5}, new double[] {-0.5, 0, 0.5, 0});
        assertThat(measures.ccc()).isCloseTo(0.5, within(1e-12));
        assertThat(measures.pearson()).isCloseTo(1, within(1e-12));
    }

    @Test
    void whatIsTheSameEverywhereHasNoCorrelationWhateverTheRounding() {
        double[] same = new double[7];
        Arrays.fill(same, 0.3);
        ScaleMeasures measures = ScaleMeasures.of(same, new double[] {0.1, 0.2, -0.4, 0.9, 0.5, 0.25, -1});
        assertThat(measures.pearson()).isNaN();
        assertThat(measures.ccc()).as("nothing in common").isCloseTo(0, within(1e-12));
        assertThat(ScaleMeasures.of(same, same).ccc()).isNaN();
        assertThat(ScaleMeasures.of(same, same).pearson()).isNaN();
    }

    @Test
    void oneImageAndNoneSayNothing() {
        ScaleMeasures one = ScaleMeasures.of(new double[] {0.5}, new double[] {0.25});
        assertThat(one.ccc()).isNaN();
        assertThat(one.pearson()).isNaN();
        assertThat(one.rmse()).isCloseTo(0.25, within(1e-12));
        assertThat(one.bias()).isCloseTo(0.25, within(1e-12));
        assertThat(ScaleMeasures.of(new double[0], new double[0]).rmse()).isNaN();
    }
}
