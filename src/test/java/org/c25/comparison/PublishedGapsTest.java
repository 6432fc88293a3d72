package org.c25.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.c25.affect.Dimension;
import org.c25.affect.Step;
import org.c25.ratings.Ratings;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The first 200 images of the published set 1 without some of their answers: components of variance and the reliability of
 * the mean by R 4.2, of the sums of squares of {@code anova(lm(y ~ rater + image))} and {@code anova(lm(y ~ image + rater))}. Set
 * {@code C25_PUBLISHED_SET} to a folder with its files.
 */
@EnabledIfEnvironmentVariable(
        named = "C25_PUBLISHED_SET",
        matches = ".+",
        disabledReason = "C25_PUBLISHED_SET names no folder with the files of set 1")
class PublishedGapsTest {

    private static final int IMAGES = 200;
    private static final double SQUARED_STEP = 0.25 * 0.25;

    /** Which answers are there. */
    enum Gaps {
        ONE_LACKS,
        THREE_IN_TEN_LACK,
        FIVE_RATERS_AN_IMAGE;

        boolean has(int image, int rater) {
            return switch (this) {
                case ONE_LACKS -> image != 0 || rater != 0;
                case THREE_IN_TEN_LACK -> (7 * image + 3 * rater) % 10 >= 3;
                case FIVE_RATERS_AN_IMAGE -> (image + 8 * rater) % 25 < 5;
            };
        }
    }

    @ParameterizedTest
    @CsvSource({
        "VALENCE, ONE_LACKS, 0.05801932190382, 0.00933556217218, 0.05922342581143, 0.960762473009",
        "VALENCE, THREE_IN_TEN_LACK, 0.05877262434240, 0.00940095660147, 0.05945964698339, 0.942844034421",
        "VALENCE, FIVE_RATERS_AN_IMAGE, 0.06816385404858, 0.00929446302294, 0.05611178697706, 0.842769301789",
        "AROUSAL, ONE_LACKS, 0.0505342815929, 0.0625110301759, 0.0957312902728, 0.929539580009",
        "AROUSAL, THREE_IN_TEN_LACK, 0.0511067220338, 0.0646730009053, 0.0965823838243, 0.885006870485",
        "AROUSAL, FIVE_RATERS_AN_IMAGE, 0.0519596342479, 0.0666287047607, 0.0901525452393, 0.643827278365"
    })
    void componentsAndReliabilityAreThoseOfR(
            Dimension dimension, Gaps gaps, double image, double rater, double rest, double reliability)
            throws IOException {
        byte[][] answers = answers(dimension, gaps);
        int[] all = IntStream.range(0, IMAGES).toArray();

        TwoWayComponents components = TwoWayComponents.of(answers, all);

        assertThat(components.image() * SQUARED_STEP).isEqualTo(image, within(1e-12));
        assertThat(components.rater() * SQUARED_STEP).isEqualTo(rater, within(1e-12));
        assertThat(components.rest() * SQUARED_STEP).isEqualTo(rest, within(1e-12));
        assertThat(new MeanReliability(Ratings.of(new byte[25][IMAGES], answers, answers), dimension, all).of(all))
                .isEqualTo(reliability, within(1e-12));
    }

    private static byte[][] answers(Dimension dimension, Gaps gaps) throws IOException {
        Path folder = Path.of(System.getenv("C25_PUBLISHED_SET"));
        List<String> lines = Files.readAllLines(folder.resolve(dimension.field() + "_set1_C25.csv"));
        byte[][] answers = new byte[25][IMAGES];
        for (int image = 0; image < IMAGES; image++) {
            String[] cells = lines.get(image + 1).split(",");
            for (int rater = 0; rater < 25; rater++) {
                answers[rater][image] =
                        gaps.has(image, rater) ? (byte) Step.c25Texts().indexOf(cells[rater + 2]) : Ratings.NONE;
            }
        }
        return answers;
    }
}
