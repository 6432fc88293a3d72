package org.c25.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How well soft labels foretell answers. */
class CalibrationTest {

    @Test
    void theFiguresOfTwoAnswersByHand() {
        Foretold foretold = new Foretold();
        SoftLabels labels = new SoftLabels(new double[][] {{0.8, 0.2}, {0.6, 0.4}, {Double.NaN, Double.NaN}});
        foretold.add(labels, 0, 0);
        foretold.add(labels, 1, 1);
        foretold.add(labels, 2, 1);

        Calibration figures = Calibration.of(foretold);

        assertThat(figures.answers()).isEqualTo(2);
        assertThat(figures.logLoss()).isCloseTo(-(Math.log(0.8) + Math.log(0.4)) / 2, within(1e-12));
        assertThat(figures.brier()).isCloseTo((0.04 + 0.04 + 0.36 + 0.36) / 2, within(1e-12));
        assertThat(figures.expectedError()).isCloseTo((0.2 + 0.6) / 2, within(1e-12));
        assertThat(figures.temperedLogLoss()).isLessThanOrEqualTo(figures.logLoss());
    }

    @Test
    void theCurveSaysHowOftenLabelsAreRightThatAreSoSure() {
        Foretold foretold = new Foretold();
        SoftLabels labels = new SoftLabels(new double[][] {{0.82, 0.18}, {0.14, 0.86}, {0.5, 0.5}, {1, 0}});
        foretold.add(labels, 0, 0);
        foretold.add(labels, 1, 0);
        foretold.add(labels, 2, 1);
        foretold.add(labels, 3, 0);

        List<ReliabilityCurve.Bin> bins = ReliabilityCurve.of(foretold).bins();

        assertThat(bins).hasSize(10);
        assertThat(bins.get(8)).isEqualTo(new ReliabilityCurve.Bin(0.8, 2, (0.82 + 0.86) / 2, 0.5));
        assertThat(bins.get(5)).isEqualTo(new ReliabilityCurve.Bin(0.5, 1, 0.5, 0));
        assertThat(bins.get(9)).as("wholly sure").isEqualTo(new ReliabilityCurve.Bin(0.9, 1, 1, 1));
        assertThat(bins.get(0).answers()).isZero();
        double error = bins.stream()
                .filter(bin -> bin.answers() > 0)
                .mapToDouble(bin -> bin.answers() * Math.abs(bin.confidence() - bin.right()) / foretold.size())
                .sum();
        assertThat(Calibration.of(foretold).expectedError()).isCloseTo(error, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2})
    void theTemperatureIsThatByWhichTheLabelsAreTooSure(double power) {
        Random random = new Random(1);
        Foretold foretold = new Foretold();
        for (int i = 0; i < 6_000; i++) {
            double share = 0.05 + 0.9 * random.nextDouble();
            double first = Math.pow(share, power);
            double second = Math.pow(1 - share, power);
            SoftLabels label = new SoftLabels(new double[][] {{first / (first + second), second / (first + second)}});
            foretold.add(label, 0, random.nextDouble() < share ? 0 : 1);
        }

        assertThat(Calibration.of(foretold).temperature()).isCloseTo(power, within(0.1 * power));
    }

    @Test
    void whoIsForetoldHasNoPartInTheLabel() {
        // Two raters who never agree: each is foretold by the other alone.
        Calibration figures = Calibration.of(Foretold.byLeavingRatersOut(
                LabelModel.VOTE_SHARES, CrowdAnswers.of(new int[][] {{0, 1}, {1, 2}, {-1, 2}}, 3), 1));

        assertThat(figures.answers()).isEqualTo(4);
        assertThat(figures.brier()).isEqualTo(2);
        assertThat(figures.logLoss()).isCloseTo(-Math.log(Calibration.FLOOR), within(1e-9));
    }

    /** Probabilities of 0 and 1 are the same at any temperature. */
    @Test
    void whereNoTemperatureHelpsItIsOne() {
        Foretold foretold = new Foretold();
        foretold.add(new SoftLabels(new double[][] {{1, 0}}), 0, 0);

        assertThat(Calibration.of(foretold).temperature()).isEqualTo(1);
        assertThat(Calibration.of(foretold).temperedLogLoss()).isZero();
    }

    @Test
    void nobodyIsForetoldByNobody() {
        Calibration figures = Calibration.of(Foretold.byLeavingRatersOut(
                LabelModel.ONE_COIN, CrowdAnswers.of(new int[][] {{0}, {1}}, 3), 1));

        assertThat(figures.answers()).isZero();
        assertThat(figures.logLoss()).isNaN();
    }
}
