package org.c25.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.c25.agreement.ChanceCorrected.Weights;
import org.junit.jupiter.api.Test;

/**
 * J. L. Fleiss, Measuring Nominal Scale Agreement Among Many Raters, Psychological Bulletin 76(5), 1971, Table 1: 30
 * patients, 6 psychiatrists each, 5 diagnoses. The paper gives P̄ = .556, P̄e = .220, κ = .430.
 */
public class Fleiss1971Test {

    public static final int[][] TABLE = {
        {0, 0, 0, 6, 0}, {0, 3, 0, 0, 3}, {0, 1, 4, 0, 1}, {0, 0, 0, 0, 6}, {0, 3, 0, 3, 0}, {2, 0, 4, 0, 0},
        {0, 0, 4, 0, 2}, {2, 0, 3, 1, 0}, {2, 0, 0, 4, 0}, {0, 0, 0, 0, 6}, {1, 0, 0, 5, 0}, {1, 1, 0, 4, 0},
        {0, 3, 3, 0, 0}, {1, 0, 0, 5, 0}, {0, 2, 0, 3, 1}, {0, 0, 5, 0, 1}, {3, 0, 0, 1, 2}, {5, 1, 0, 0, 0},
        {0, 2, 0, 4, 0}, {1, 0, 2, 0, 3}, {0, 0, 0, 0, 6}, {0, 1, 0, 5, 0}, {0, 2, 0, 1, 3}, {2, 0, 0, 4, 0},
        {1, 0, 0, 4, 1}, {0, 5, 0, 1, 0}, {4, 0, 0, 0, 2}, {0, 2, 0, 4, 0}, {1, 0, 5, 0, 0}, {0, 0, 0, 0, 6}
    };

    private final ChanceCorrected corrected = ChanceCorrected.of(Samples.votes(TABLE), Weights.IDENTITY);

    @Test
    void table1() {
        assertThat(corrected.percentAgreement().value()).isEqualTo(.556, within(.0005));
        assertThat(corrected.fleissKappa().value()).isEqualTo(.430, within(.0005));
    }

    /** Not in the paper: the formulas of Gwet 2014, computed apart from this code, with numpy and scipy. */
    @Test
    void standardErrorAndInterval() {
        Estimate kappa = corrected.fleissKappa();
        assertThat(kappa.value()).isEqualTo(0.43024452006014074, within(1e-12));
        assertThat(kappa.standardError()).isEqualTo(0.05419893551533276, within(1e-12));
        assertThat(kappa.low()).isEqualTo(0.3193952505721433, within(1e-9));
        assertThat(kappa.high()).isEqualTo(0.5410937895481382, within(1e-9));
    }
}
