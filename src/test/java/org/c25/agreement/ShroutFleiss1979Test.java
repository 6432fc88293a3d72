package org.c25.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * P. E. Shrout and J. L. Fleiss, Intraclass Correlations: Uses in Assessing Rater Reliability, Psychological Bulletin 86(2),
 * 1979, Table 2 (six targets, four judges) and Table 4 (the six correlations).
 */
class ShroutFleiss1979Test {

    private final IntraclassCorrelation icc =
            IntraclassCorrelation.of(Samples.raters(11, "9 6 8 7 10 6", "2 1 4 1 5 2", "5 3 6 2 6 4", "8 2 8 6 9 7"));

    @Test
    void table4() {
        assertThat(icc.icc11().value()).isEqualTo(.17, within(.005));
        assertThat(icc.icc21().value()).isEqualTo(.29, within(.005));
        assertThat(icc.icc31().value()).isEqualTo(.71, within(.005));
        assertThat(icc.icc1k().value()).isEqualTo(.44, within(.005));
        assertThat(icc.icc2k().value()).isEqualTo(.62, within(.005));
        assertThat(icc.icc3k().value()).isEqualTo(.91, within(.005));
    }

    /** McGraw and Wong 1996, Table 7, computed for these data apart from this code, with scipy. */
    @Test
    void intervals() {
        interval(icc.icc11(), -0.13293232487475098, 0.722560062328121);
        interval(icc.icc1k(), -0.8844421552381201, 0.9124154203407755);
        interval(icc.icc21(), 0.018786513374712027, 0.7610843696489529);
        interval(icc.icc2k(), 0.0711368153025034, 0.9272320401677219);
        interval(icc.icc31(), 0.34246476503392614, 0.9458582599553597);
        interval(icc.icc3k(), 0.6756747138163055, 0.9858916781690623);
    }

    private static void interval(Estimate ours, double low, double high) {
        assertThat(ours.low()).isEqualTo(low, within(1e-9));
        assertThat(ours.high()).isEqualTo(high, within(1e-9));
    }
}
