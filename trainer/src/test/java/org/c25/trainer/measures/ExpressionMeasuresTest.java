package org.c25.trainer.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.c25.trainer.measures.ExpressionMeasures.Pair;
import org.junit.jupiter.api.Test;

class ExpressionMeasuresTest {

    @Test
    void kappaOfFiftyGrantProposals() {
        // The textbook's table of two readers: 20 both yes, 5 and 10 apart, 15 both no. po 0.7, pe 0.5.
        ExpressionMeasures measures = of(new int[][] {{20, 5}, {10, 15}}, 1);
        assertThat(measures.accuracy()).isCloseTo(0.7, within(1e-12));
        assertThat(measures.kappa()).isCloseTo(0.4, within(1e-12));
        assertThat(measures.images()).isEqualTo(50);
    }

    @Test
    void kappaMacroF1AndRecallOfThreeClassesByHand() {
        // Rows are the reference: 6, 4 and 2 images; said 5, 5 and 2.
        ExpressionMeasures measures = of(new int[][] {{4, 2, 0}, {1, 3, 0}, {0, 0, 2}}, 1);
        double chance = (6 * 5 + 4 * 5 + 2 * 2) / 144.0;
        assertThat(measures.accuracy()).isCloseTo(9 / 12.0, within(1e-12));
        assertThat(measures.kappa()).isCloseTo((0.75 - chance) / (1 - chance), within(1e-12));
        assertThat(measures.macroF1()).isCloseTo((8 / 11.0 + 6 / 9.0 + 1) / 3, within(1e-12));
        assertThat(measures.recall()[0]).isCloseTo(4 / 6.0, within(1e-12));
        assertThat(measures.recall()[1]).isCloseTo(0.75, within(1e-12));
        assertThat(measures.recall()[2]).isEqualTo(1);
        assertThat(measures.recall()[3]).isNaN();
        assertThat(measures.confusion()[0]).startsWith(4, 2, 0);
        assertThat(measures.lost()).isEmpty();
    }

    @Test
    void aClassThatIsNeverSaidIsLostAndHasAnF1OfNought() {
        // Of the third class nothing is right; a fourth is said and never there: it counts for nobody's mean.
        ExpressionMeasures measures = of(new int[][] {{3, 0, 0, 1}, {0, 4, 0, 0}, {1, 1, 0, 0}}, 1);
        assertThat(measures.lost()).containsExactly(2);
        assertThat(measures.macroF1()).isCloseTo((6 / 8.0 + 8 / 9.0 + 0) / 3, within(1e-12));
    }

    @Test
    void calibrationErrorByHand() {
        // The bin of 0.9 … 1: shares 0.9 and 1, both right, 0.05 below; that of 0.6 … 0.7: 0.6 and 0.64, one right,
        // 0.12 above.
        ExpressionMeasures measures = ExpressionMeasures.of(
                List.of(new Pair(0, 0, 0.9), new Pair(1, 1, 1), new Pair(2, 2, 0.6), new Pair(3, 4, 0.64)));
        assertThat(measures.calibrationError()).isCloseTo((2 * 0.05 + 2 * 0.12) / 4, within(1e-12));
        assertThat(ExpressionMeasures.of(List.of(new Pair(0, 0, 0.9), new Pair(0, 0, Double.NaN)))
                        .calibrationError())
                .as("without a share there is none")
                .isNaN();
    }

    @Test
    void whatNobodyKnowsIsNaN() {
        ExpressionMeasures none = ExpressionMeasures.of(List.of());
        assertThat(List.of(none.accuracy(), none.kappa(), none.macroF1(), none.calibrationError()))
                .allSatisfy(value -> assertThat(value).isNaN());
        assertThat(none.lost()).isEmpty();
        assertThat(ExpressionMeasures.of(List.of(new Pair(5, 5, 1))).kappa())
                .as("where all is one class, chance explains everything")
                .isNaN();
    }

    private static ExpressionMeasures of(int[][] counts, double confidence) {
        List<Pair> pairs = new ArrayList<>();
        for (int row = 0; row < counts.length; row++) {
            for (int column = 0; column < counts[row].length; column++) {
                for (int i = 0; i < counts[row][column]; i++) {
                    pairs.add(new Pair(row, column, confidence));
                }
            }
        }
        return ExpressionMeasures.of(pairs);
    }
}
