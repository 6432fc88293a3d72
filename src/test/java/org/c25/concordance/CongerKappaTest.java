package org.c25.concordance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.c25.agreement.Answers;
import org.c25.agreement.ChanceCorrected;
import org.c25.agreement.ChanceCorrected.Weights;
import org.c25.agreement.Estimate;
import org.c25.agreement.Fleiss1971Test;
import org.c25.agreement.PairCoefficient;
import org.c25.agreement.Samples;
import org.junit.jupiter.api.Test;

/**
 * Conger's kappa and Brennan and Prediger's coefficient of the ratings that irrCAC's documentation works out, {@code
 * cac.raw4raters}, {@code distrib.6raters} and {@code cont3x3abstractors}: https://cran.r-project.org/package=irrCAC,
 * vignette "overview", which rounds to five digits.
 */
class CongerKappaTest {

    private final Answers fourRaters = Samples.raters(
            5,
            "0 1 2 2 1 0 3 0 1 . . .",
            "0 1 2 2 1 1 3 0 1 4 . .",
            ". 2 2 2 1 2 3 1 1 4 0 2",
            "0 1 2 2 1 3 3 0 1 4 0 .");

    private final Answers abstractors = abstractors();

    /** A hundred patients by two abstractors: row of the one, column of the other. */
    private static Answers abstractors() {
        int[][] table = {{13, 0, 0}, {0, 20, 7}, {0, 4, 56}};
        byte[][] slots = new byte[2][100];
        int image = 0;
        for (int one = 0; one < 3; one++) {
            for (int other = 0; other < 3; other++) {
                for (int n = 0; n < table[one][other]; n++) {
                    slots[0][image] = (byte) one;
                    slots[1][image++] = (byte) other;
                }
            }
        }
        return Answers.of(3, 100, slots);
    }

    @Test
    void missingRatings() {
        rounded(CongerKappa.of(fourRaters, Weights.IDENTITY), 0.76282, 0.14917, 0.435);
        rounded(ChanceCorrected.of(fourRaters, Weights.IDENTITY).brennanPrediger(), 0.77273, 0.14472, 0.454);
    }

    private static void rounded(Estimate ours, double value, double error, double low) {
        assertThat(ours.value()).isEqualTo(value, within(5e-6));
        assertThat(ours.standardError()).isEqualTo(error, within(5e-6));
        assertThat(ours.low()).isEqualTo(low, within(5e-4));
        assertThat(ours.high()).as("it ends where the coefficient does").isEqualTo(1);
    }

    /** Gwet's formulas for the same ratings, computed apart from this code with numpy. */
    @Test
    void missingRatingsWithWeights() {
        exact(CongerKappa.of(fourRaters, Weights.LINEAR), 0.8137763199661413, 0.1450854024931668);
        exact(CongerKappa.of(fourRaters, Weights.QUADRATIC), 0.8577106562225328, 0.14367066382873356);
        exact(ChanceCorrected.of(fourRaters, Weights.LINEAR).brennanPrediger(), 0.8484848484848486, 0.1233561244941025);
        exact(
                ChanceCorrected.of(fourRaters, Weights.QUADRATIC).brennanPrediger(),
                0.9015151515151514,
                0.11089437497397325);
    }

    private static void exact(Estimate ours, double value, double error) {
        assertThat(ours.value()).isEqualTo(value, within(1e-12));
        assertThat(ours.standardError()).isEqualTo(error, within(1e-12));
    }

    @Test
    void brennanPredigerOfSixRaters() {
        Estimate ours = ChanceCorrected.of(Samples.votes(Arrays.copyOf(Fleiss1971Test.TABLE, 15)), Weights.IDENTITY)
                .brennanPrediger();

        assertThat(ours.value()).isEqualTo(0.4388889, within(5e-8));
        assertThat(ours.standardError()).isEqualTo(0.08312142, within(5e-9));
        assertThat(ours.low()).isEqualTo(0.261, within(5e-4));
        assertThat(ours.high()).isEqualTo(0.617, within(5e-4));
    }

    /** Of two raters Conger's kappa is Cohen's. */
    @Test
    void twoAbstractors() {
        assertThat(ChanceCorrected.of(abstractors, Weights.IDENTITY)
                        .brennanPrediger()
                        .value())
                .isEqualTo(0.835, within(1e-12));
        assertThat(PairCoefficient.SCOTT_PI.of(abstractors.table(0, 1))).isEqualTo(0.7962397, within(5e-8));
        assertThat(CongerKappa.of(abstractors, Weights.IDENTITY).value())
                .isEqualTo(PairCoefficient.COHEN_KAPPA.of(abstractors.table(0, 1)), within(1e-12))
                .isEqualTo(0.7964094, within(5e-8));
        assertThat(CongerKappa.of(abstractors, Weights.LINEAR).value())
                .isEqualTo(PairCoefficient.LINEAR_KAPPA.of(abstractors.table(0, 1)), within(1e-12));
        assertThat(CongerKappa.of(abstractors, Weights.QUADRATIC).value())
                .isEqualTo(PairCoefficient.QUADRATIC_KAPPA.of(abstractors.table(0, 1)), within(1e-12));
    }

    @Test
    void nothingToCompareIsUndefined() {
        assertThat(CongerKappa.of(Samples.raters(2, "0 1 0"), Weights.IDENTITY).isDefined())
                .isFalse();
        assertThat(CongerKappa.of(Samples.raters(2, "0 0", "0 0"), Weights.IDENTITY)
                        .isDefined())
                .isFalse();
    }
}
