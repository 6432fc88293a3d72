package org.c25.trainer.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswersTest {

    private static final float NAN = Float.NaN;
    private static final Answers ANSWERS = new Answers(
            List.of("a.png", "b.png", "c.png"),
            List.of("participant0", "participant1", "participant2", "participant3", "participant4"),
            Map.of(
                    Dimension.EXPRESSION,
                    new float[][] {{7, 2, 7, 2, NAN}, {NAN, 6, NAN, NAN, NAN}, {NAN, NAN, NAN, NAN, NAN}},
                    Dimension.VALENCE,
                    new float[][] {{-1, 0.5f, 0.5f, -1, NAN}, {NAN, 0.25f, NAN, NAN, NAN}, {NAN, NAN, NAN, NAN, NAN}}));

    @Test
    void onATieTheSmallestCodeIsTheMajority() {
        assertThat(ANSWERS.mode(Dimension.EXPRESSION, 0)).isEqualTo(2);
        assertThat(ANSWERS.mode(Dimension.VALENCE, 0)).isEqualTo(-1);
        assertThat(ANSWERS.mode(Dimension.EXPRESSION, 1)).isEqualTo(6);
        assertThat(ANSWERS.mode(Dimension.EXPRESSION, 2)).isNaN();
    }

    @Test
    void sharesAndMeansAreOfTheAnswersThatThereAre() {
        assertThat(ANSWERS.shares(0)).containsExactly(0, 0, 0.5f, 0, 0, 0, 0, 0.5f);
        assertThat(ANSWERS.shares(1)).containsExactly(0, 0, 0, 0, 0, 0, 1, 0);
        assertThat(ANSWERS.shares(2)).containsOnly(0);
        assertThat(ANSWERS.mean(Dimension.VALENCE, 0)).isEqualTo(-0.25f);
        assertThat(ANSWERS.mean(Dimension.VALENCE, 2)).isNaN();
        assertThat(ANSWERS.reference(Dimension.VALENCE, 0)).isEqualTo(-0.25f);
        assertThat(ANSWERS.reference(Dimension.EXPRESSION, 0)).isEqualTo(2);
    }

    @Test
    void countsAnswersAndRaters() {
        assertThat(ANSWERS.count(Dimension.EXPRESSION, 0)).isEqualTo(4);
        assertThat(ANSWERS.count(Dimension.EXPRESSION, 2)).isZero();
        assertThat(ANSWERS.answering(Dimension.EXPRESSION)).isEqualTo(4);
        assertThat(ANSWERS.has(Dimension.AROUSAL)).isFalse();
    }

    @Test
    void slotsThatNobodyHasTakenAreNoRaters() {
        Answers taken = ANSWERS.withoutFreeColumns();

        assertThat(taken.raters()).containsExactly("participant0", "participant1", "participant2", "participant3");
        assertThat(taken.of(Dimension.EXPRESSION, 1)).containsExactly(NAN, 6, NAN, NAN);
        assertThat(taken.of(Dimension.VALENCE, 0)).containsExactly(-1, 0.5f, 0.5f, -1);
    }

    @Test
    void someRatersAloneLeaveTheOthersColumnsEmpty() {
        Answers some = ANSWERS.of(rater -> rater == 1 || rater == 4);
        assertThat(some.of(Dimension.EXPRESSION, 0)).containsExactly(NAN, 2, NAN, NAN, NAN);
        assertThat(some.of(Dimension.VALENCE, 1)).containsExactly(NAN, 0.25f, NAN, NAN, NAN);
        assertThat(ANSWERS.count(Dimension.EXPRESSION, 0))
                .as("the whole stays as it is")
                .isEqualTo(4);
    }
}
