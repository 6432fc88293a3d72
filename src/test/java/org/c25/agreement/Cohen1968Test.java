package org.c25.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.util.Arrays;
import org.c25.agreement.WeightedKappa.Weights;
import org.junit.jupiter.api.Test;

/**
 * J. Cohen, Weighted Kappa, Psychological Bulletin 70(4), 1968, Table 1: two raters, 200 cases, personality disorder,
 * neurosis and psychosis. The paper gives .492 without weights; those of its weights are its own, so the linear and the
 * quadratic figure are computed by hand from the table.
 */
class Cohen1968Test {

    private static final int[][] TABLE = {{88, 14, 18}, {10, 40, 10}, {2, 6, 12}};
    private final int[] a = new int[200];
    private final int[] b = new int[200];

    Cohen1968Test() {
        int next = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                Arrays.fill(a, next, next + TABLE[i][j], i);
                Arrays.fill(b, next, next + TABLE[i][j], j);
                next += TABLE[i][j];
            }
        }
    }

    /** (.70 − .41) / (1 − .41). */
    @Test
    void withoutWeights() {
        assertThat(WeightedKappa.of(a, b, 3, Weights.NOMINAL)).isEqualTo(.29 / .59, within(1e-15));
    }

    /** Disagreement seen .12 + .08 + 2 × .10, expected .42 + 2 × .17. */
    @Test
    void withLinearWeights() {
        assertThat(WeightedKappa.of(a, b, 3, Weights.LINEAR)).isEqualTo(1 - .40 / .76, within(1e-15));
    }

    /** Disagreement seen .12 + .08 + 4 × .10, expected .42 + 4 × .17. */
    @Test
    void withQuadraticWeights() {
        assertThat(WeightedKappa.of(a, b, 3, Weights.QUADRATIC)).isEqualTo(1 - .60 / 1.10, within(1e-15));
    }

    @Test
    void leavesOutAPairThatLacksOneOfItsTwo() {
        assertThat(WeightedKappa.of(new int[] {0, 1, -1, 1, 0}, new int[] {0, 1, 1, -1, 1}, 2, Weights.NOMINAL))
                .isEqualTo(WeightedKappa.of(new int[] {0, 1, 0}, new int[] {0, 1, 1}, 2, Weights.NOMINAL))
                .isEqualTo(.4, within(1e-15));
    }

    @Test
    void isUndefinedWithoutPairsOrWithOneCategoryAlone() {
        assertThat(WeightedKappa.of(new int[] {-1, 1}, new int[] {1, -1}, 2, Weights.NOMINAL))
                .isNaN();
        assertThat(WeightedKappa.of(new int[] {1, 1}, new int[] {1, 1}, 2, Weights.LINEAR))
                .isNaN();
        assertThat(WeightedKappa.of(new int[] {1, 1}, new int[] {0, 0}, 2, Weights.LINEAR))
                .isZero();
    }

    @Test
    void refusesACategoryThatIsNotThere() {
        assertThatThrownBy(() -> WeightedKappa.of(new int[] {-1}, new int[] {2}, 2, Weights.NOMINAL))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WeightedKappa.of(new int[1], new int[2], 2, Weights.NOMINAL))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Both are 1 − (mean squared distance) / (that of two who answer apart from each other). */
    @Test
    void quadraticWeightsGiveLinsConcordance() {
        qt().withExamples(200)
                .forAll(lists().of(lists().of(integers().between(0, 8)).ofSize(2))
                        .ofSizeBetween(2, 40))
                .checkAssert(pairs -> {
                    int[] one = pairs.stream().mapToInt(pair -> pair.get(0)).toArray();
                    int[] other = pairs.stream().mapToInt(pair -> pair.get(1)).toArray();

                    assertThat(WeightedKappa.of(one, other, 9, Weights.QUADRATIC))
                            .isEqualTo(
                                    Concordance.of(
                                            Arrays.stream(one).asDoubleStream().toArray(),
                                            Arrays.stream(other)
                                                    .asDoubleStream()
                                                    .toArray()),
                                    within(1e-12));
                });
    }
}
