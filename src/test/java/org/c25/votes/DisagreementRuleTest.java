package org.c25.votes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.c25.affect.Expression;
import org.c25.affect.Step;
import org.junit.jupiter.api.Test;

class DisagreementRuleTest {

    private static final double CLOSE = 1e-12;

    /** Expressions by their code, all with these steps in turn. */
    private static ParticipantVotes votes(String codes, int... steps) {
        ParticipantVotes votes = new ParticipantVotes();
        for (int i = 0; i < codes.length(); i++) {
            Step step = new Step(steps[i % steps.length]);
            votes.add(Expression.all().get(codes.charAt(i) - '0'), step, step);
        }
        return votes;
    }

    private static double score(DisagreementRule rule, ParticipantVotes votes) {
        return rule.score(votes, 1).orElseThrow();
    }

    @Test
    void entropyIsZeroWhereAllAgreeAndTheLogarithmOfEightWhereTheyAreSpreadEvenly() {
        assertThat(score(DisagreementRule.ENTROPY, votes("3333", 5))).isZero();
        assertThat(score(DisagreementRule.ENTROPY, votes("0011", 5))).isCloseTo(Math.log(2), within(CLOSE));
        assertThat(score(DisagreementRule.ENTROPY, votes("01234567", 5))).isCloseTo(Math.log(8), within(CLOSE));
    }

    @Test
    void dissentIsTheShareAgainstTheMajority() {
        assertThat(score(DisagreementRule.DISSENT, votes("3333", 5))).isZero();
        assertThat(score(DisagreementRule.DISSENT, votes("0012", 5))).isEqualTo(0.5);
        assertThat(score(DisagreementRule.DISSENT, votes("01234567", 5))).isEqualTo(7 / 8.0);
    }

    @Test
    void spreadIsTheStandardDeviationFromMinusOneToOne() {
        assertThat(score(DisagreementRule.SPREAD, votes("0000", 7))).isZero();
        assertThat(score(DisagreementRule.SPREAD, votes("0000", 1, 9))).isEqualTo(1);
        // 0, 0.25, 0.5 over n: the root of 1/24.
        assertThat(score(DisagreementRule.SPREAD, votes("000", 5, 6, 7))).isCloseTo(Math.sqrt(1 / 24.0), within(CLOSE));
    }

    @Test
    void theMixIsOneWherePeopleCantDisagreeMore() {
        assertThat(score(DisagreementRule.MIX, votes("3333", 5))).isZero();
        assertThat(score(DisagreementRule.MIX, votes("01", 1, 9))).isCloseTo(1, within(CLOSE));
        assertThat(score(DisagreementRule.MIX, votes("0123456701234567", 1, 9))).isCloseTo(1, within(CLOSE));
        assertThat(score(DisagreementRule.MIX, votes("0", 5))).isZero();
    }

    @Test
    void anImageWithTooFewVotesHasNoScore() {
        ParticipantVotes three = votes("012", 5);
        three.add(Expression.ANGER, null, null);

        assertThat(DisagreementRule.ENTROPY.score(three, 4)).isPresent();
        assertThat(DisagreementRule.SPREAD.score(three, 4)).isEmpty();
        assertThat(DisagreementRule.MIX.score(three, 4)).isEmpty();
        assertThat(DisagreementRule.DISSENT.score(three, 5)).isEmpty();
    }

    @Test
    void theMajorityOfSeveralWithTheMostVotesIsTheFirstByCode() {
        assertThat(votes("7722", 5).majority()).contains(Expression.SURPRISE);
        assertThat(new ParticipantVotes().majority()).isEmpty();
    }
}
