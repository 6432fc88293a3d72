package org.c25.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.c25.agreement.ChanceCorrected.Weights;
import org.c25.agreement.KrippendorffAlpha.Metric;
import org.junit.jupiter.api.Test;

/**
 * K. L. Gwet, Handbook of Inter-Rater Reliability, 4th edition, 2014: two of its tables with the figures that the author's
 * own package irrCAC gives for them, {@code distrib.6raters} and {@code cont3x3abstractors}; and {@code cac.raw4raters}, in which
 * ratings are missing.
 */
class Gwet2014Test {

    /** 15 of the 30 patients of Fleiss 1971, by 6 psychiatrists. */
    private final Answers sixRaters = Samples.votes(Arrays.copyOf(Fleiss1971Test.TABLE, 15));

    private final ChanceCorrected six = ChanceCorrected.of(sixRaters, Weights.IDENTITY);

    @Test
    void ac1OfSixRaters() {
        assertThat(six.percentAgreement().value()).isEqualTo(0.5511111, within(5e-8));
        estimate(six.gwetAc(), 0.4448007, 0.08418757, 0.264, 0.625);
    }

    @Test
    void fleissKappaOfSixRaters() {
        estimate(six.fleissKappa(), 0.4139265, 0.08119291, 0.24, 0.588);
        assertThat(KrippendorffAlpha.of(sixRaters, Metric.NOMINAL)).isEqualTo(0.4204384, within(5e-8));
    }

    /** For tables of two raters irrCAC divides the variance by N², and not by N(N − 1) as for more raters and here. */
    @Test
    void twoAbstractors() {
        int[][] table = {{13, 0, 0}, {0, 20, 7}, {0, 4, 56}};
        int[][] votes = new int[100][3];
        int image = 0;
        for (int one = 0; one < 3; one++) {
            for (int other = 0; other < 3; other++) {
                for (int n = 0; n < table[one][other]; n++) {
                    votes[image][one]++;
                    votes[image++][other]++;
                }
            }
        }
        ChanceCorrected two = ChanceCorrected.of(Samples.votes(votes), Weights.IDENTITY);
        assertThat(two.percentAgreement().value()).isEqualTo(0.89, within(1e-15));
        assertThat(two.gwetAc().value()).isEqualTo(0.8493305, within(5e-8));
        assertThat(two.gwetAc().standardError()).isEqualTo(0.04321747 * Math.sqrt(100 / 99.0), within(1e-8));
        assertThat(two.fleissKappa().value()).isEqualTo(0.7962397, within(5e-8));
        assertThat(WeightedKappa.of(table, WeightedKappa.Weights.NOMINAL)).isEqualTo(0.7964094, within(5e-8));
    }

    /** AC2 of the table of Fleiss 1971 as if its categories had an order, computed apart from this code with numpy. */
    @Test
    void ac2() {
        Answers all = Samples.votes(Fleiss1971Test.TABLE);
        Estimate ordinal = ChanceCorrected.of(all, Weights.ORDINAL).gwetAc();
        Estimate quadratic = ChanceCorrected.of(all, Weights.QUADRATIC).gwetAc();

        assertThat(ordinal.value()).isEqualTo(0.38168935297408113, within(1e-12));
        assertThat(ordinal.standardError()).isEqualTo(0.0959537473830131, within(1e-12));
        assertThat(ordinal.low()).isEqualTo(0.18544190455262946, within(1e-9));
        assertThat(quadratic.value()).isEqualTo(0.3802283006676718, within(1e-12));
        assertThat(quadratic.standardError()).isEqualTo(0.1046568366203354, within(1e-12));
        assertThat(quadratic.high()).isEqualTo(0.5942755651754211, within(1e-9));
    }

    /**
     * The ratings of {@code cac.raw4raters}, twelve units, by rater: no rater rated them all, and one unit has one rating. Figures as the overview
     * of irrCAC prints them, https://cran.r-project.org/package=irrCAC, vignette "overview"; it rounds to five digits.
     */
    private final Answers fourRaters = Samples.raters(
            5,
            "0 1 2 2 1 0 3 0 1 . . .",
            "0 1 2 2 1 1 3 0 1 4 . .",
            ". 2 2 2 1 2 3 1 1 4 0 2",
            "0 1 2 2 1 3 3 0 1 4 0 .");

    @Test
    void missingRatings() {
        ChanceCorrected four = ChanceCorrected.of(fourRaters, Weights.IDENTITY);

        rounded(four.percentAgreement(), 0.8181818, 0.12561, 0.542, 1);
        rounded(four.fleissKappa(), 0.76117, 0.15302, 0.424, 1);
        rounded(four.gwetAc(), 0.77544, 0.14295, 0.461, 1);
        assertThat(KrippendorffAlpha.of(fourRaters, Metric.NOMINAL)).isEqualTo(0.74342, within(5e-6));
    }

    /** The formulas of irrCAC's raw functions for the same ratings, computed apart from this code with numpy and scipy. */
    @Test
    void missingRatingsWithWeights() {
        Estimate plain = ChanceCorrected.of(fourRaters, Weights.IDENTITY).fleissKappa();
        ChanceCorrected ordinal = ChanceCorrected.of(fourRaters, Weights.ORDINAL);
        ChanceCorrected quadratic = ChanceCorrected.of(fourRaters, Weights.QUADRATIC);

        assertThat(plain.value()).isEqualTo(0.7611692754224112, within(1e-12));
        assertThat(plain.standardError()).isEqualTo(0.15301920346949238, within(1e-12));
        assertThat(plain.low()).isEqualTo(0.42437627937701544, within(1e-9));
        assertThat(ordinal.percentAgreement().standardError()).isEqualTo(0.09085742333406822, within(1e-12));
        assertThat(ordinal.gwetAc().value()).isEqualTo(0.8989397699075113, within(1e-12));
        assertThat(ordinal.gwetAc().standardError()).isEqualTo(0.1069035238154355, within(1e-12));
        assertThat(ordinal.fleissKappa().standardError()).isEqualTo(0.14703569387395882, within(1e-12));
        assertThat(quadratic.gwetAc().value()).isEqualTo(0.9140007235516047, within(1e-12));
        assertThat(quadratic.gwetAc().standardError()).isEqualTo(0.10396224464505993, within(1e-12));
        assertThat(quadratic.gwetAc().low()).isEqualTo(0.6851813658780113, within(1e-9));
    }

    private static void rounded(Estimate ours, double value, double error, double low, double high) {
        assertThat(ours.value()).isEqualTo(value, within(5e-6));
        assertThat(ours.standardError()).isEqualTo(error, within(5e-6));
        assertThat(ours.low()).isEqualTo(low, within(5e-4));
        assertThat(ours.high()).as("it ends where the coefficient does").isEqualTo(high);
    }

    private static void estimate(Estimate ours, double value, double error, double low, double high) {
        assertThat(ours.value()).isEqualTo(value, within(5e-8));
        assertThat(ours.standardError()).isEqualTo(error, within(5e-9));
        assertThat(ours.low()).isEqualTo(low, within(5e-4));
        assertThat(ours.high()).isEqualTo(high, within(5e-4));
    }
}
