package org.c25.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.c25.affect.Dimension;
import org.c25.affect.Step;
import org.c25.agreement.Answers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * The published set 1 (800 images, 25 raters) as lme4 1.1-31, psych 2.2.9, irr and R's factanal see it. Set
 * {@code C25_PUBLISHED_SET} to a folder with its files.
 */
@EnabledIfEnvironmentVariable(
        named = "C25_PUBLISHED_SET",
        matches = ".+",
        disabledReason = "C25_PUBLISHED_SET names no folder with the files and figures of set 1")
class PublishedReliabilityTest {

    private static ScaleReliability scale(Dimension dimension) throws IOException {
        byte[][] columns = columns(dimension, Step.c25Texts());
        return ScaleReliability.of(Answers.of(9, columns[0].length, columns), List.of(), dimension, 25);
    }

    private static byte[][] columns(Dimension dimension, List<String> texts) throws IOException {
        Path folder = Path.of(System.getenv("C25_PUBLISHED_SET"));
        List<String> lines = Files.readAllLines(folder.resolve(dimension.field() + "_set1_C25.csv"));
        byte[][] columns = new byte[25][lines.size() - 1];
        for (int image = 0; image < columns[0].length; image++) {
            String[] cells = lines.get(image + 1).split(",");
            for (int slot = 0; slot < columns.length; slot++) {
                columns[slot][image] = (byte) texts.indexOf(cells[slot + 2]);
            }
        }
        return columns;
    }

    /**
     * irr's {@code kappa2} of majorities in R 4.2: of one rater the mean over all 300 pairs, of two and three over 1,000 draws (±
     * 0.001). Here there are 200 draws, whose mean is good to ± 0.005.
     */
    @Test
    void expression() throws IOException {
        byte[][] columns = columns(Dimension.EXPRESSION, List.of("0", "1", "2", "3", "4", "5", "6", "7"));
        MajorityReliability majority = MajorityReliability.of(Answers.of(8, columns[0].length, columns), 25);

        assertThat(majority.at(1).value()).isEqualTo(0.285228160127, within(0.01));
        assertThat(majority.at(2).value()).isEqualTo(0.363456, within(0.01));
        assertThat(majority.at(3).value()).isEqualTo(0.40378, within(0.01));
    }

    @Test
    void valence() throws IOException {
        compare(
                scale(Dimension.VALENCE),
                new double[] {0.0732270959, 0.0078914369, 0.0645207982},
                new double[] {0.9659556639, 0.9624576988, 0.9692716637},
                0.50279758,
                0.53160243,
                0.9680853773,
                0.96794517);
    }

    @Test
    void arousal() throws IOException {
        compare(
                scale(Dimension.AROUSAL),
                new double[] {0.0933177966, 0.0527587448, 0.1043142302},
                new double[] {0.9572001861, 0.9528026188, 0.9613689904},
                0.37269038,
                0.47218017,
                0.960551906,
                0.9605526);
    }

    /**
     * @param lme4 its components by REML, with an optimiser that goes far enough
     * @param alpha psych's raw alpha, and its interval by Feldt
     * @param icc21 psych's, which rests on lme4's usual optimiser, as {@code icc31}
     * @param omega by factanal
     * @param half our definition in R, of 5,000 splits
     */
    private static void compare(
            ScaleReliability ours,
            double[] lme4,
            double[] alpha,
            double icc21,
            double icc31,
            double omega,
            double half) {
        VarianceComponents parts = ours.components();
        assertThat(parts.image().value()).isEqualTo(lme4[0], within(1e-7));
        assertThat(parts.rater().value()).isEqualTo(lme4[1], within(1e-7));
        assertThat(parts.residual().value()).isEqualTo(lme4[2], within(1e-8));
        assertThat(ours.alpha().value()).isEqualTo(alpha[0], within(1e-10));
        assertThat(ours.alpha().low()).isEqualTo(alpha[1], within(1e-10));
        assertThat(ours.alpha().high()).isEqualTo(alpha[2], within(1e-10));
        assertThat(ours.one().value()).isEqualTo(icc21, within(2e-6));
        assertThat(ours.order().value()).isEqualTo(icc31, within(1e-6));
        assertThat(ours.omega().value()).isEqualTo(omega, within(5e-8));
        assertThat(ours.splitHalf().estimate().value()).isEqualTo(half, within(1e-3));
    }
}
