package org.c25.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.c25.quality.MadeUpRaters.NEUTRAL;
import static org.c25.quality.MadeUpRaters.SADNESS;
import static org.c25.quality.MadeUpRaters.SURPRISE;
import static org.c25.quality.MadeUpRaters.again;
import static org.c25.quality.MadeUpRaters.alone;
import static org.c25.quality.MadeUpRaters.among;
import static org.c25.quality.MadeUpRaters.answer;
import static org.c25.quality.MadeUpRaters.answers;
import static org.c25.quality.MadeUpRaters.asked;
import static org.c25.quality.MadeUpRaters.others;
import static org.c25.quality.MadeUpRaters.self;

import java.util.List;
import org.c25.agreement.SelfAgreement;
import org.c25.protocol.FlagThresholds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules that hold answers against others: one's own to the same image, and everybody else's. */
class AgreementRulesTest {

    /** Two expressions in turn, of which the last few are answered otherwise the second time; the scales as before. */
    private static List<AnsweredTrial> twice(int images, int otherwise, int stepsApart) {
        List<AnsweredTrial> own = answers(images, item -> answer(item, item % 2, item % 4 + 1, item % 4 + 1));
        for (int item = 0; item < images; item++) {
            AnsweredTrial first = own.get(item);
            int expression = item < otherwise ? 1 - first.expression() : first.expression();
            own.add(again(images + item, item, expression, first.valence() + stepsApart, first.arousal()));
        }
        return own;
    }

    @Test
    void expressionsAgreeTooLittleUnderAKappa() {
        // 20 pairs over two categories at one half each: kappa = 1 − 2 · (share of differing pairs).
        assertThat(alone(twice(20, 8, 0), self(20, 0.2, 8)))
                .as("kappa is exactly 0.2, and not under it")
                .isEmpty();

        Evidence evidence = alone(twice(20, 10, 0), self(20, 0.2, 8)).get(FlagKind.LOW_SELF_AGREEMENT);
        assertThat(evidence.words()).isEqualTo("20 images answered twice: kappa of expressions 0.00");
        assertThat(evidence.positions()).hasSize(20).contains(0, 20, 9, 29).doesNotContain(10, 30);
    }

    @Test
    void stepsLieTooFarApartOverAMeanDifference() {
        assertThat(alone(twice(20, 0, 2), self(20, -1, 2))).as("exactly two").isEmpty();

        assertThat(alone(twice(20, 0, 3), self(20, -1, 2))
                        .get(FlagKind.LOW_SELF_AGREEMENT)
                        .words())
                .isEqualTo("20 images answered twice: valence 3.00 steps apart on average");
    }

    @Test
    void aScaleIsHeldAgainstItselfWithQuadraticWeights() {
        // Steps 1 … 4 five times each, and each one more the second time: κ = 1 − 1 / (2 · 1.25 + 1) = 5/7.
        SelfAgreement agreement = new ParticipantAnswers(twice(20, 0, 1), true).selfAgreement();

        assertThat(agreement.valence().kappa()).isCloseTo(5.0 / 7, within(1e-12));
        assertThat(agreement.arousal().kappa()).isEqualTo(1);
        assertThat(agreement.valence().difference()).isEqualTo(1);
        assertThat(alone(twice(20, 0, 1), self(20, 0.72, 8))
                        .get(FlagKind.LOW_SELF_AGREEMENT)
                        .words())
                .isEqualTo("20 images answered twice: kappa of valence 0.71");
        assertThat(alone(twice(20, 0, 1), self(20, 0.71, 8))).isEmpty();
    }

    @Test
    void aFewPairsSayNothingUnlessTheStudyWantsThemTo() {
        List<AnsweredTrial> own = answers(50, item -> answer(item, item % 2, item % 4 + 1, 1));
        for (int item = 0; item < 9; item++) {
            own.add(again(50 + item, item, 1 - item % 2, 9, 1));
        }

        assertThat(alone(own, self(40, 0.2, 2))).as("nine pairs").isEmpty();
        assertThat(alone(own, self(9, 0.2, 2))).containsOnlyKeys(FlagKind.LOW_SELF_AGREEMENT);
        assertThat(asked(20, own, self(40, 0.2, 2))).as("half of 20").isEmpty();
        assertThat(asked(18, own, self(40, 0.2, 2)))
                .as("half of 18 that are shown twice")
                .containsOnlyKeys(FlagKind.LOW_SELF_AGREEMENT);
    }

    /** Ten per cent of 26 images are three. */
    @Test
    void inASmallSetHalfOfTheRepeatsAreEnoughButNeverFewerThanThree() {
        FlagThresholds usual = FlagThresholds.USUAL.forSetOf(26);
        List<AnsweredTrial> own = answers(26, item -> answer(item, item % 8, item % 6 + 2, item % 7 + 2));
        own.add(again(26, 1, 6, 9, 9));
        own.add(again(27, 2, 6, 9, 9));
        assertThat(asked(3, own, usual)).as("two pairs").doesNotContainKey(FlagKind.LOW_SELF_AGREEMENT);

        own.add(again(28, 3, 6, 9, 9));

        assertThat(asked(3, own, usual).get(FlagKind.LOW_SELF_AGREEMENT).words())
                .startsWith("3 images answered twice: ");
    }

    @ParameterizedTest
    @CsvSource({"80, 10", "20, 10", "19, 9", "8, 4", "7, 3", "3, 3", "0, 3"})
    void soManyPairsAreEnough(int repeats, int pairs) {
        assertThat(FlagThresholds.USUAL.leastPairs(repeats)).isEqualTo(pairs);
        assertThat(self(2, 0.2, 2).leastPairs(repeats))
                .as("as the study wants it")
                .isEqualTo(2);
    }

    @Test
    void whoSaysOneThingAloneDoesNotContradictThemselves() {
        List<AnsweredTrial> own = answers(20, item -> answer(item, NEUTRAL, 5, 5));
        for (int item = 0; item < 20; item++) {
            own.add(again(20 + item, item, NEUTRAL, 5, 5));
        }

        assertThat(alone(own, self(20, 0.2, 2))).as("kappa is not defined").isEmpty();
    }

    @Test
    void aScaleIsFarFromTheOthersUnderAConcordance() {
        List<AnsweredTrial> rising = answers(45, item -> answer(item, SADNESS, item % 9 + 1, item % 9 + 1));
        List<AnsweredTrial> falling = answers(45, item -> answer(item, SADNESS, 9 - item % 9, item % 9 + 1));

        assertThat(among(rising, others(45, 0.2, 0), rising, rising)).isEmpty();
        Evidence evidence = among(falling, others(45, 0.2, 0), rising, rising).get(FlagKind.FAR_FROM_OTHERS);
        assertThat(evidence.words()).isEqualTo("CCC of valence -1.00 on 45 images");
        assertThat(evidence.positions())
                .as("the images furthest away: 1 against 9")
                .containsExactly(0, 1, 7, 8, 9, 17, 18, 26, 27, 35, 36, 44);
    }

    @Test
    void theMeanIsThatOfAllOthersAndNotOnesOwn() {
        List<AnsweredTrial> own = answers(10, item -> answer(item, SADNESS, item % 2 == 0 ? 1 : 9, 5));
        List<AnsweredTrial> one = answers(10, item -> answer(item, SADNESS, 5, 5));
        List<AnsweredTrial> other = answers(5, item -> answer(item, SADNESS, 6, 5));

        AnswersOfOthers crowd = AnswersOfOthers.of(
                List.of(
                        new ParticipantAnswers(own, true),
                        new ParticipantAnswers(one, true),
                        new ParticipantAnswers(other, true)),
                10);

        assertThat(crowd.meanOfOthers(own.get(0), org.c25.affect.Dimension.VALENCE))
                .isEqualTo(5.5);
        assertThat(crowd.meanOfOthers(own.get(7), org.c25.affect.Dimension.VALENCE))
                .isEqualTo(5);
    }

    @Test
    void expressionsAreFarFromTheOthersUnderAShareOfTheirMajorityVotes() {
        List<AnsweredTrial> others = answers(40, item -> answer(item, SADNESS, 5, 5));
        List<AnsweredTrial> own = answers(40, item -> answer(item, item < 10 ? SADNESS : SURPRISE, 5, 5));
        assertThat(among(own, others(40, -1, 0.25), others, others))
                .as("a quarter")
                .isEmpty();

        own.set(9, answer(9, SURPRISE, 5, 5));
        Evidence evidence = among(own, others(40, -1, 0.25), others, others).get(FlagKind.FAR_FROM_OTHERS);
        assertThat(evidence.words()).isEqualTo("9 of 40 expressions are the majority vote of the others (22.5 %)");
        assertThat(evidence.positions()).hasSize(31).contains(9).doesNotContain(8);
    }

    @Test
    void whereTheOthersAreTiedNobodyIsFarFromThem() {
        List<AnsweredTrial> sadness = answers(40, item -> answer(item, SADNESS, 5, 5));
        List<AnsweredTrial> surprise = answers(40, item -> answer(item, SURPRISE, 5, 5));

        for (List<AnsweredTrial> own : List.of(sadness, surprise)) {
            assertThat(among(own, others(40, -1, 1), sadness, surprise)).isEmpty();
        }
        assertThat(among(sadness, others(40, -1, 1), sadness, surprise, surprise))
                .containsOnlyKeys(FlagKind.FAR_FROM_OTHERS);
    }

    @Test
    void theFigureTakesTheSmallestCodeOnATieAsTheResultsDo() {
        ParticipantAnswers sadness = new ParticipantAnswers(answers(40, item -> answer(item, SADNESS, 5, 5)), true);
        ParticipantAnswers surprise = new ParticipantAnswers(answers(40, item -> answer(item, SURPRISE, 5, 5)), true);

        AnswersOfOthers crowd = AnswersOfOthers.of(List.of(sadness, surprise, sadness), 40);
        assertThat(ParticipantFigures.of(sadness, 4, crowd).others().majority()).isEqualTo(1);
        crowd = AnswersOfOthers.of(List.of(sadness, surprise, surprise), 40);
        assertThat(ParticipantFigures.of(surprise, 4, crowd).others().majority())
                .as("of sadness and surprise")
                .isZero();
    }

    @Test
    void imagesThatNobodyElseHasAnsweredCompareToNothing() {
        List<AnsweredTrial> own = answers(80, item -> answer(item, SADNESS, item % 9 + 1, item % 9 + 1));
        List<AnsweredTrial> other = answers(39, item -> answer(item, SURPRISE, 9 - item % 9, 9 - item % 9));

        assertThat(alone(own, others(40, 0.2, 0.25))).isEmpty();
        assertThat(among(own, others(40, 0.2, 0.25), other)).as("39 images").isEmpty();
        other.add(answer(39, SURPRISE, 9 - 39 % 9, 9 - 39 % 9));
        assertThat(among(own, others(40, 0.2, 0.25), other)).containsOnlyKeys(FlagKind.FAR_FROM_OTHERS);
    }
}
