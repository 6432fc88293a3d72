package org.c25.affectnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.c25.affect.Expression.ANGER;
import static org.c25.affect.Expression.DISGUST;
import static org.c25.affect.Expression.FEAR;
import static org.c25.affect.Expression.HAPPINESS;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.util.List;
import org.c25.affect.Expression;
import org.c25.images.FaceBox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SelectionRuleTest {

    private static final TrainingRow ANGRY =
            new TrainingRow(0, 2, "a.jpg", new FaceBox(0, 0, 9, 9), (byte) ANGER.affectNetCode(), -0.5, 0.5);
    private static final TrainingRow UNDEFINED =
            new TrainingRow(0, 2, "a.jpg", new FaceBox(0, 0, 9, 9), (byte) ANGER.affectNetCode(), -2, -2);

    private static ModelVote vote(@Nullable Expression expression, @Nullable Double valence, @Nullable Double arousal) {
        return new ModelVote(expression, valence, arousal);
    }

    private static final List<ModelVote> VOTES = List.of(
            vote(ANGER, -0.5, 0.5), vote(DISGUST, 0.25, null), vote(DISGUST, null, 1.0), vote(FEAR, null, null));

    @Test
    void contradictionIsTheShareOfModelsThatSayOtherwise() {
        assertThat(SelectionRule.CONTRADICTION.score(ANGRY, VOTES)).hasValue(0.75);
    }

    @Test
    void entropyIsInNats() {
        double half = 0.5 * Math.log(2);
        double quarters = 0.5 * Math.log(4);

        assertThat(SelectionRule.ENTROPY.score(ANGRY, VOTES).orElseThrow()).isCloseTo(half + quarters, within(1e-12));
    }

    @Test
    void gapIsTheLargestDistanceInValenceOrArousal() {
        assertThat(SelectionRule.GAP.score(ANGRY, VOTES)).hasValue(0.75);
        assertThat(SelectionRule.GAP.score(ANGRY, List.of(vote(ANGER, null, -1.0))))
                .hasValue(1.5);
    }

    @Test
    void mixIsTheMeanOfTheThreeOverTheirMaxima() {
        double entropy = 0.5 * Math.log(2) + 0.5 * Math.log(4);

        assertThat(SelectionRule.MIX.score(ANGRY, VOTES).orElseThrow())
                .isCloseTo((0.75 + entropy / Math.log(4) + 0.75 / 2) / 3, within(1e-12));
    }

    @Test
    void whatTheModelsDoNotSayCantBeRanked() {
        List<ModelVote> silent = List.of(vote(null, 0.5, null));

        assertThat(SelectionRule.CONTRADICTION.score(ANGRY, silent)).isEmpty();
        assertThat(SelectionRule.ENTROPY.score(ANGRY, silent)).isEmpty();
        assertThat(SelectionRule.MIX.score(ANGRY, silent)).isEmpty();
        assertThat(SelectionRule.GAP.score(ANGRY, silent)).hasValue(1.0);
        assertThat(SelectionRule.GAP.score(UNDEFINED, VOTES)).isEmpty();
        assertThat(SelectionRule.MIX.score(UNDEFINED, VOTES)).isEmpty();
        assertThat(SelectionRule.RANDOM.score(ANGRY, VOTES)).isEmpty();
    }

    @Test
    void aMixIsZeroToOne() {
        qt().withExamples(300)
                .forAll(lists().of(integers().between(0, 7)).ofSizeBetween(1, 12))
                .checkAssert(codes -> {
                    List<ModelVote> votes = codes.stream()
                            .map(code -> vote(Expression.all().get(code), 1.0, -1.0))
                            .toList();

                    assertThat(SelectionRule.MIX.score(ANGRY, votes).orElseThrow())
                            .isBetween(0.0, 1.0);
                    assertThat(SelectionRule.MIX.score(ANGRY, List.of(vote(HAPPINESS, 1.0, -1.0))))
                            .isPresent();
                });
    }
}
