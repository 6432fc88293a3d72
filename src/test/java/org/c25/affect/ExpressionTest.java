package org.c25.affect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExpressionTest {

    @Test
    void theCodesAreThoseOfTheFiles() {
        assertThat(Expression.all())
                .extracting(Expression::english)
                .containsExactly("happiness", "sadness", "surprise", "fear", "disgust", "anger", "contempt", "neutral");
        for (int code = 0; code < 8; code++) {
            assertThat(Expression.ofCode(code).orElseThrow().code()).isEqualTo(code);
        }
        assertThat(Expression.ofCode(-1)).isEmpty();
        assertThat(Expression.ofCode(8)).isEmpty();
    }

    @Test
    void affectNetCountsTheSameEightFromNeutral() {
        assertThat(Expression.ofAffectNetCode(0)).contains(Expression.NEUTRAL);
        assertThat(Expression.ofAffectNetCode(1)).contains(Expression.HAPPINESS);
        assertThat(Expression.ofAffectNetCode(7)).contains(Expression.CONTEMPT);
        for (Expression expression : Expression.all()) {
            assertThat(expression.affectNetCode()).isEqualTo((expression.code() + 1) % 8);
            assertThat(Expression.ofAffectNetCode(expression.affectNetCode())).contains(expression);
        }
    }

    @Test
    void noneUncertainAndNoFaceAreNoExpressions() {
        for (int code : new int[] {8, 9, 10, 11, -1}) {
            assertThat(Expression.ofAffectNetCode(code)).isEmpty();
        }
    }
}
