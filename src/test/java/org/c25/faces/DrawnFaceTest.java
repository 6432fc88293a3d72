package org.c25.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.c25.affect.Expression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrawnFaceTest {

    @Test
    void isTheSameForTheSameArguments() {
        assertThat(new DrawnFace(Expression.FEAR, -0.5, 0.7, 11).png())
                .isEqualTo(new DrawnFace(Expression.FEAR, -0.5, 0.7, 11).png());
    }

    @ParameterizedTest
    @EnumSource
    void isAPngOfItsSizeForEveryExpression(Expression expression) throws IOException {
        BufferedImage picture = read(new DrawnFace(expression, 0.2, 0.1, 5));
        assertThat(picture.getWidth()).isEqualTo(384);
        assertThat(picture.getHeight()).isEqualTo(384);
    }

    @Test
    void isAnotherPersonForAnotherSeed() {
        long distinct = IntStream.range(0, 20)
                .mapToObj(seed -> new DrawnFace(Expression.NEUTRAL, 0, 0, seed).png())
                .map(Arrays::hashCode)
                .distinct()
                .count();
        assertThat(distinct).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE})
    void canBeDrawnForAnySeed(long seed) {
        assertThatCode(() -> new DrawnFace(Expression.ANGER, -1, 1, seed).png()).doesNotThrowAnyException();
    }

    /** Some parts are drawn for some looks only, so one seed does not try them all. */
    @Test
    void everyLookCanShowTheExtremes() {
        for (int seed = 0; seed < 60; seed++) {
            Expression expression = Expression.all().get(seed % 8);
            double extreme = seed % 3 == 0 ? -1 : 1;
            assertThat(new DrawnFace(expression, extreme, -extreme, seed).png()).isNotEmpty();
        }
    }

    @Test
    void theExpressionMovesTheMouth() throws IOException {
        int[] happy = mouth(new DrawnFace(Expression.HAPPINESS, 0.5, 0.3, 6));
        int[] sad = mouth(new DrawnFace(Expression.SADNESS, 0.5, 0.3, 6));
        assertThat(shareThatDiffers(happy, sad)).isGreaterThan(0.2);
    }

    @Test
    void valenceAndArousalMoveTheMouthToo() throws IOException {
        int[] calm = mouth(new DrawnFace(Expression.HAPPINESS, 0.5, -0.8, 6));
        int[] excited = mouth(new DrawnFace(Expression.HAPPINESS, 0.5, 0.8, 6));
        int[] pleased = mouth(new DrawnFace(Expression.HAPPINESS, 1, -0.8, 6));
        assertThat(shareThatDiffers(calm, excited)).isGreaterThan(0.05);
        assertThat(shareThatDiffers(calm, pleased)).isGreaterThan(0.05);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1.01, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesWhatIsNotFromMinusOneToOne(double outside) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DrawnFace(Expression.NEUTRAL, outside, 0, 1))
                .withMessageContaining("valence");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DrawnFace(Expression.NEUTRAL, 0, outside, 1))
                .withMessageContaining("arousal");
    }

    private static int[] mouth(DrawnFace face) throws IOException {
        return read(face).getRGB(150, 245, 84, 50, null, 0, 84);
    }

    private static BufferedImage read(DrawnFace face) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(face.png()));
    }

    private static double shareThatDiffers(int[] one, int[] other) {
        return IntStream.range(0, one.length).filter(i -> one[i] != other[i]).count() / (double) one.length;
    }
}
