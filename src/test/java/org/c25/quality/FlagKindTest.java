package org.c25.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.c25.quality.MadeUpRaters.ANGER;
import static org.c25.quality.MadeUpRaters.CONTEMPT;
import static org.c25.quality.MadeUpRaters.HAPPINESS;
import static org.c25.quality.MadeUpRaters.NEUTRAL;
import static org.c25.quality.MadeUpRaters.SADNESS;
import static org.c25.quality.MadeUpRaters.SURPRISE;
import static org.c25.quality.MadeUpRaters.alone;
import static org.c25.quality.MadeUpRaters.among;
import static org.c25.quality.MadeUpRaters.answer;
import static org.c25.quality.MadeUpRaters.answers;
import static org.c25.quality.MadeUpRaters.careful;
import static org.c25.quality.MadeUpRaters.contradicting;
import static org.c25.quality.MadeUpRaters.fast;
import static org.c25.quality.MadeUpRaters.oneStep;
import static org.c25.quality.MadeUpRaters.run;
import static org.c25.quality.MadeUpRaters.timed;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.c25.protocol.FlagThresholds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule that looks at one person's answers alone, and the edge of its threshold. */
class FlagKindTest {

    @Test
    void whoAnswersWithCareHasNoFlagByTheUsualThresholds() {
        List<AnsweredTrial> own = careful(80);
        IntStream.range(0, 20)
                .forEach(i -> own.add(MadeUpRaters.again(
                        80 + i,
                        i,
                        own.get(i).expression(),
                        own.get(i).valence(),
                        own.get(i).arousal())));

        assertThat(among(own, FlagThresholds.USUAL, careful(80), careful(80))).isEmpty();
    }

    @Test
    void noRuleLooksBeforeEnoughImagesAreAnswered() {
        List<AnsweredTrial> monotonous = answers(40, item -> answer(item, NEUTRAL, 5, 5));

        assertThat(alone(monotonous.subList(0, 39), FlagThresholds.USUAL)).isEmpty();
        assertThat(alone(monotonous, FlagThresholds.USUAL))
                .containsOnlyKeys(FlagKind.LONG_RUN, FlagKind.SCALE_HARDLY_USED);
    }

    @ParameterizedTest
    @CsvSource({"800, 40, 10", "80, 40, 10", "79, 39, 10", "26, 13, 10", "19, 9, 9", "7, 3, 3", "2, 3, 3"})
    void theLeastNumbersAreAtMostHalfOfTheSet(int images, int leastTrials, int longRun) {
        FlagThresholds ofSet = FlagThresholds.USUAL.forSetOf(images);

        assertThat(ofSet.leastTrials()).isEqualTo(leastTrials);
        assertThat(ofSet.longRun()).isEqualTo(longRun);
        assertThat(ofSet)
                .usingRecursiveComparison()
                .ignoringFields("leastTrials", "longRun")
                .isEqualTo(FlagThresholds.USUAL);
        assertThat(run(1, 0).forSetOf(images)).as("off stays off").isEqualTo(run(1, 0));
    }

    /** Everybody answers all 26 images; one by the second answer to 13 of them, too. */
    @Test
    void everyRuleCanFlagInASetOf26Images() {
        FlagThresholds usual = FlagThresholds.USUAL.forSetOf(26);
        List<AnsweredTrial> fast = answers(26, item -> timed(item, 700));
        assertThat(among(fast, usual)).containsKey(FlagKind.TOO_FAST);
        List<AnsweredTrial> same = answers(26, item -> answer(item, HAPPINESS, 1, 1));
        assertThat(among(same, usual, careful(26), careful(26)))
                .containsOnlyKeys(
                        FlagKind.LONG_RUN,
                        FlagKind.SCALE_HARDLY_USED,
                        FlagKind.FAR_FROM_OTHERS,
                        FlagKind.CONTRADICTIONS);
        List<AnsweredTrial> unsteady = careful(26);
        IntStream.range(0, 13).forEach(i -> unsteady.add(MadeUpRaters.again(26 + i, i, (i + 3) % 8, 9 - i % 9, 1)));
        assertThat(alone(unsteady, usual)).containsKey(FlagKind.LOW_SELF_AGREEMENT);
        assertThat(among(careful(26), usual, careful(26), careful(26))).isEmpty();
    }

    @Test
    void answersAreTooFastFromMoreThanAShareOn() {
        List<AnsweredTrial> own = answers(40, item -> timed(item, item < 8 ? 1499 : item < 20 ? 1500 : 2400));
        assertThat(alone(own, fast(40, 1500, 0.2)))
                .as("a fifth, and 1500 ms are not under 1500 ms")
                .isEmpty();

        own.set(8, timed(8, 700));
        Evidence evidence = alone(own, fast(40, 1500, 0.2)).get(FlagKind.TOO_FAST);
        assertThat(evidence.words()).isEqualTo("9 of 40 answers in under 1.5 s; median 1.95 s");
        assertThat(evidence.positions())
                .containsExactlyElementsOf(IntStream.range(0, 9).boxed().toList());
        assertThat(alone(own, fast(40, 0, 0.2))).as("off").isEmpty();
    }

    @Test
    void answersWithoutATimeAreNeitherFastNorSlow() {
        List<AnsweredTrial> own = answers(60, item -> item < 20 ? timed(item, 100) : answer(item, item % 8, 4, 4));

        assertThat(alone(own, fast(21, 1500, 0.2))).as("20 are too few").isEmpty();
        assertThat(alone(own, fast(20, 1500, 0.2)).get(FlagKind.TOO_FAST).words())
                .startsWith("20 of 20 answers in under 1.5 s");
    }

    @Test
    void aRunIsLongFromANumberOn() {
        List<AnsweredTrial> own = careful(60);
        for (int position = 30; position < 39; position++) {
            own.set(position, answer(position, NEUTRAL, 5, 5));
        }
        assertThat(alone(own, run(40, 10))).as("nine").isEmpty();

        own.set(39, answer(39, NEUTRAL, 5, 5));
        Evidence evidence = alone(own, run(40, 10)).get(FlagKind.LONG_RUN);
        assertThat(evidence.words()).isEqualTo("10 times in a row 'neutral, 5, 5' from trial 31 to 40");
        assertThat(evidence.positions()).hasSize(10).contains(30, 39);
        assertThat(alone(own, run(40, 0))).as("off").isEmpty();
    }

    @Test
    void ofSeveralRunsTheLongestIsNamed() {
        List<AnsweredTrial> own = careful(60);
        IntStream.range(10, 14).forEach(i -> own.set(i, answer(i, SURPRISE, 5, 5)));
        IntStream.range(40, 45).forEach(i -> own.set(i, answer(i, NEUTRAL, 6, 6)));

        Evidence evidence = alone(own, run(40, 4)).get(FlagKind.LONG_RUN);

        assertThat(evidence.words())
                .isEqualTo("5 times in a row 'neutral, 6, 6' from trial 41 to 45; 2 such runs in all");
        assertThat(evidence.positions()).containsExactly(10, 11, 12, 13, 40, 41, 42, 43, 44);
    }

    @Test
    void aTrialThatWasSkippedBreaksNoRunAndAnotherValueDoes() {
        List<AnsweredTrial> own = answers(11, item -> answer(item, NEUTRAL, 5, 5));
        own.remove(5);
        assertThat(alone(own, run(1, 10))).containsOnlyKeys(FlagKind.LONG_RUN);

        own.set(5, answer(6, NEUTRAL, 5, 6));
        assertThat(alone(own, run(1, 10))).isEmpty();
    }

    @Test
    void importedAnswersHaveNoRunsForTheirOrderIsNotKnown() {
        List<AnsweredTrial> same = answers(50, item -> answer(item, NEUTRAL, 5, 5));
        ParticipantAnswers imported = new ParticipantAnswers(same, false);

        Map<FlagKind, Evidence> seen = FlagKind.raised(
                ParticipantFigures.of(imported, 5, AnswersOfOthers.of(List.of(imported), 50)), run(40, 10));

        assertThat(seen).isEmpty();
    }

    @Test
    void aScaleIsHardlyUsedFromMoreThanAShareOfOneStepOn() {
        List<AnsweredTrial> own =
                answers(50, item -> answer(item, item % 8, item < 40 ? 5 : item % 4 + 1, item % 9 + 1));
        own.set(44, answer(44, 3, 1, 2));
        own.set(49, answer(49, 3, 2, 2));
        assertThat(own.stream().filter(answer -> answer.valence() == 5)).hasSize(40);
        assertThat(alone(own, oneStep(40, 0.8))).as("four fifths").isEmpty();

        own.set(44, answer(44, 3, 5, 2));
        Evidence evidence = alone(own, oneStep(40, 0.8)).get(FlagKind.SCALE_HARDLY_USED);
        assertThat(evidence.words()).isEqualTo("valence 5 in 41 of 50 answers (82 %)");
        assertThat(evidence.positions()).hasSize(41).contains(44).doesNotContain(49);
        assertThat(alone(answers(50, item -> answer(item, 1, 5, 5)), oneStep(40, 1)))
                .as("off")
                .isEmpty();
    }

    @Test
    void bothScalesCanHardlyBeUsed() {
        List<AnsweredTrial> own = answers(50, item -> answer(item, item % 8, 5, 1));

        assertThat(alone(own, oneStep(40, 0.8)).get(FlagKind.SCALE_HARDLY_USED).words())
                .isEqualTo("valence 5 in 50 of 50 answers (100 %); arousal 1 in 50 of 50 answers (100 %)");
    }

    @Test
    void answersContradictThemselvesFromMoreThanAShareOn() {
        List<AnsweredTrial> own = careful(50);
        IntStream.range(0, 5).forEach(i -> own.set(i, answer(i, HAPPINESS, 1, 5)));
        assertThat(alone(own, contradicting(40, 0.1))).as("a tenth").isEmpty();

        own.set(5, answer(5, NEUTRAL, 5, 9));
        Evidence evidence = alone(own, contradicting(40, 0.1)).get(FlagKind.CONTRADICTIONS);
        assertThat(evidence.words())
                .isEqualTo("6 of 50 answers: 5 times happiness with valence 1 or 2, once neutral with arousal 9");
        assertThat(evidence.positions()).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @ParameterizedTest
    @CsvSource({
        HAPPINESS + ", 1, 5, true",
        HAPPINESS + ", 2, 5, true",
        HAPPINESS + ", 3, 5, false",
        SADNESS + ", 7, 5, false",
        SADNESS + ", 8, 5, true",
        "3, 9, 9, true",
        "4, 8, 5, true",
        ANGER + ", 9, 9, true",
        ANGER + ", 1, 1, false",
        CONTEMPT + ", 9, 9, false",
        SURPRISE + ", 1, 9, false",
        NEUTRAL + ", 5, 9, true",
        NEUTRAL + ", 5, 8, false",
    })
    void combinationsThatHardlyAnybodyMeansContradictThemselves(
            int expression, int valence, int arousal, boolean contradicts) {
        List<AnsweredTrial> own = List.of(answer(0, expression, valence, arousal));

        assertThat(alone(own, contradicting(1, 0.1)).containsKey(FlagKind.CONTRADICTIONS))
                .isEqualTo(contradicts);
    }

    @Test
    void aRuleThatIsOffSaysSoAndOneThatIsOnSaysFromWhereOn() {
        for (FlagKind rule : FlagKind.values()) {
            assertThat(rule.when(MadeUpRaters.looking(40))).as(rule.name()).isNull();
        }
        assertThat(FlagKind.TOO_FAST.when(FlagThresholds.USUAL))
                .isEqualTo("more than 20 % of the answers in under 1.5 s");
        assertThat(FlagKind.LONG_RUN.when(FlagThresholds.USUAL)).isEqualTo("the same answer 10 times in a row or more");
        assertThat(FlagKind.LOW_SELF_AGREEMENT.when(FlagThresholds.USUAL))
                .isEqualTo("a kappa under 0.2 between the two answers to repeated images, or more than 2 steps"
                        + " between the two answers to repeated images on average");
    }
}
