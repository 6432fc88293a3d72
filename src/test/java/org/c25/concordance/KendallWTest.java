package org.c25.concordance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.c25.agreement.Answers;
import org.c25.agreement.Samples;
import org.junit.jupiter.api.Test;

/** Kendall's W with ties of the ratings that the package irr brings, {@code anxiety}: 20 subjects, 3 raters, steps 1 … 6. */
class KendallWTest {

    private final Answers anxiety = Samples.raters(
            7,
            "3 3 3 4 5 5 2 3 5 2 2 6 1 5 2 2 1 2 4 3",
            "3 6 4 6 2 4 2 4 3 3 2 3 3 3 2 2 1 3 3 4",
            "2 1 4 4 3 2 1 6 1 1 1 2 3 3 1 1 3 3 2 2");

    /** DescTools prints 0.5396569 for them ({@code KendallW(anxiety, correct = TRUE)}). */
    @Test
    void anxiety() {
        assertThat(KendallW.of(anxiety.completeRows(), 7)).isEqualTo(0.5396569, within(5e-8));
    }

    @Test
    void sameOrderIsOneAndOppositeOrdersAreNothing() {
        assertThat(KendallW.of(new byte[][] {{0, 1}, {1, 2}, {3, 8}}, 9)).isEqualTo(1, within(1e-12));
        assertThat(KendallW.of(new byte[][] {{0, 8}, {1, 7}, {3, 2}}, 9)).isEqualTo(0, within(1e-12));
    }

    @Test
    void withoutOrderItIsUndefined() {
        assertThat(KendallW.of(new byte[][] {{2, 3}, {2, 3}}, 9)).isNaN();
        assertThat(KendallW.of(new byte[][] {{2}, {3}}, 9)).isNaN();
        assertThat(KendallW.of(new byte[0][], 9)).isNaN();
    }
}
