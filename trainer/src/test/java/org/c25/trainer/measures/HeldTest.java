package org.c25.trainer.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.c25.trainer.answers.Answers;
import org.c25.trainer.answers.Dimension;
import org.c25.trainer.learning.Said;
import org.c25.trainer.learning.Target;
import org.junit.jupiter.api.Test;

class HeldTest {

    private static final float NAN = Float.NaN;
    private static final Said SAID = new Said(Target.ALL, new float[][] {
        {0.7f, 0.3f, 0, 0, 0, 0, 0, 0, 1.5f, 0},
        {0, 0.5f, 0.5f, 0, 0, 0, 0, 0, -0.5f, 0},
        {0, 0, 0, 0, 0, 0, 0, 1, 0.25f, 0},
        {0, 0, 0, 1, 0, 0, 0, 0, -3, 0}
    });
    private static final Answers ANSWERS = new Answers(
            List.of("a", "b", "c", "d"),
            List.of("participant0", "participant1"),
            Map.of(
                    Dimension.EXPRESSION,
                    new float[][] {{0, 0}, {2, 1}, {NAN, NAN}, {NAN, 4}},
                    Dimension.VALENCE,
                    new float[][] {{1, 0.5f}, {-0.5f, NAN}, {NAN, NAN}, {-1, -1}}));

    @Test
    void anImageThatNobodyAnsweredCountsNowhere() {
        ExpressionMeasures measures =
                Held.expression(SAID, List.of(0, 1, 2, 3), Held.people(ANSWERS, Dimension.EXPRESSION));
        assertThat(measures.images()).isEqualTo(3);
        assertThat(measures.accuracy())
                .as("right in a and, by the smaller code of both ties, in b")
                .isCloseTo(2 / 3.0, within(1e-12));
        assertThat(measures.confusion()[4][3]).isEqualTo(1);
        assertThat(measures.lost()).containsExactly(4);
    }

    @Test
    void aScaleIsCutToItsEnds() {
        ScaleMeasures measures =
                Held.scale(SAID, Dimension.VALENCE, List.of(0, 1, 2, 3), Held.people(ANSWERS, Dimension.VALENCE));
        assertThat(measures.images()).isEqualTo(3);
        assertThat(measures.rmse())
                .as("1 for 0.75, the others as they are")
                .isCloseTo(0.25 / Math.sqrt(3), within(1e-7));
        assertThat(measures.bias()).isCloseTo(0.25 / 3, within(1e-7));
    }

    @Test
    void looksOnlyAtTheImagesThatAreNamed() {
        assertThat(Held.expression(SAID, List.of(3), image -> 3).accuracy()).isEqualTo(1);
        assertThat(Held.expression(SAID, List.of(), image -> 3).images()).isZero();
    }
}
