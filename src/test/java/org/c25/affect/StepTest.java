package org.c25.affect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepTest {

    @Test
    void theNineStepsAreWrittenAsTheFormatSays() {
        assertThat(Step.values())
                .extracting(Step::c25)
                .containsExactly("-1.0", "-0.75", "-0.5", "-0.25", "0.0", "0.25", "0.5", "0.75", "1.0");
    }

    @Test
    void aStepIsWrittenAsTheStepLessFiveByFour() {
        for (Step step : Step.values()) {
            assertThat(Double.parseDouble(step.c25())).isEqualTo((step.value() - 5) / 4.0);
            assertThat(Step.ofC25(step.c25())).contains(step);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-0.0", "1", "+0.5", ".5", "0.50", "0.3", " 0.5", "-0.25 ", "NaN", "1.25"})
    void nothingElseIsAStep(String text) {
        assertThat(Step.ofC25(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, -1})
    void aStepIsOneToNine(int value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Step(value));
    }
}
