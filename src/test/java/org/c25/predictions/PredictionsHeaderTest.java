package org.c25.predictions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.c25.common.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PredictionsHeaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"index", "filename", "expression", "valence", "arousal", "fear", "clamped"})
    void aColumnThatIsReadIsThereOnce(String twice) {
        List<String> once = List.of("index", "filename", "expression", "valence", "arousal", "fear", "clamped");
        List<String> columns = new ArrayList<>(once);
        columns.add(twice);

        assertThat(PredictionsHeader.of(once).hasClamped()).isTrue();
        assertThatThrownBy(() -> PredictionsHeader.of(columns))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.getBody().toString()).contains(twice, "is in the header twice"));
    }
}
