package org.c25.trainer.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.c25.trainer.answers.Answers;
import org.c25.trainer.answers.Dimension;
import org.junit.jupiter.api.Test;

class NoiseCeilingTest {

    private static final List<Integer> TEN = IntStream.range(0, 10).boxed().toList();
    private static final float NAN = Float.NaN;

    @Test
    void aPersonAndHalfOfThePeopleByHand() {
        // Three always say the image's own code; the fourth does so for four images of ten, else the next code.
        float[][] values = new float[10][4];
        for (int image = 0; image < 10; image++) {
            float code = image % 4 + 1;
            values[image] = new float[] {code, code, code, image < 4 ? code : code + 1};
        }
        NoiseCeiling ceiling = NoiseCeiling.of(answers(Dimension.EXPRESSION, values), Dimension.EXPRESSION, TEN, 1);
        assertThat(ceiling.person()).as("1, 1, 1 and 0.4").isCloseTo(3.4 / 4, within(1e-12));
        assertThat(ceiling.half())
                .as("whoever is with the fourth, a tie goes to the smaller code, which is right")
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void halvesOfTwoRatersAreThemselves() {
        float[][] values = new float[10][2];
        double[] one = new double[10];
        double[] other = new double[10];
        for (int image = 0; image < 10; image++) {
            values[image] = new float[] {(image - 5) / 4f / 2, (image % 3 - 1) / 4f};
            one[image] = values[image][0];
            other[image] = values[image][1];
        }
        NoiseCeiling ceiling = NoiseCeiling.of(answers(Dimension.VALENCE, values), Dimension.VALENCE, TEN, 1);
        double ccc = ScaleMeasures.of(one, other).ccc();
        assertThat(ceiling.person()).isCloseTo(ccc, within(1e-12));
        assertThat(ceiling.half()).isCloseTo(ccc, within(1e-12));
    }

    @Test
    void looksOnlyAtTheseImagesAndAtRatersWhoAnsweredTenOfThem() {
        float[][] values = new float[20][3];
        for (int image = 0; image < 20; image++) {
            // Beyond the tenth image nobody agrees; the third rater answers nine of the ten, and always otherwise.
            values[image] = new float[] {1, image < 10 ? 1 : 2, image < 9 ? 5 : NAN};
        }
        Answers answers = answers(Dimension.EXPRESSION, values);
        assertThat(NoiseCeiling.of(answers, Dimension.EXPRESSION, TEN, 1).person())
                .isEqualTo(1);
        List<Integer> all = IntStream.range(0, 20).boxed().toList();
        assertThat(NoiseCeiling.of(answers, Dimension.EXPRESSION, all, 1).person())
                .as("of 20: the first is right where a tie of 1 and 5 gives 1, 10 times; so is the second")
                .isEqualTo(0.5);
    }

    @Test
    void oneRaterAndFewImagesSayNothing() {
        Answers alone = answers(Dimension.EXPRESSION, new float[10][1]);
        assertThat(NoiseCeiling.of(alone, Dimension.EXPRESSION, TEN, 1))
                .isEqualTo(new NoiseCeiling(Double.NaN, Double.NaN));
        Answers few = answers(Dimension.EXPRESSION, new float[9][3]);
        assertThat(NoiseCeiling.of(few, Dimension.EXPRESSION, TEN.subList(0, 9), 1)
                        .person())
                .isNaN();
    }

    private static Answers answers(Dimension dimension, float[][] values) {
        return new Answers(
                IntStream.range(0, values.length)
                        .mapToObj(image -> "face" + image)
                        .toList(),
                IntStream.range(0, values[0].length)
                        .mapToObj(rater -> "participant" + rater)
                        .toList(),
                Map.of(dimension, Arrays.stream(values).map(float[]::clone).toArray(float[][]::new)));
    }
}
