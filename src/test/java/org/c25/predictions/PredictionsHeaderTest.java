package org.c25.predictions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.c25.common.CsvTable;
import org.c25.common.FaultList;
import org.c25.common.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PredictionsHeaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"index", "filename", "expression", "valence", "arousal", "fear", "clamped"})
    void aColumnThatIsReadIsThereOnce(String twice) throws IOException {
        List<String> once = List.of("index", "filename", "expression", "valence", "arousal", "fear", "clamped");
        List<String> columns = new ArrayList<>(once);
        columns.add(twice);

        assertThat(read(once).hasClamped()).isTrue();
        assertThatThrownBy(() -> read(columns))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.getBody().toString()).contains(twice, "is in the header twice"));
    }

    private static PredictionsHeader read(List<String> columns) throws IOException {
        String line = String.join(",", columns);
        List<PredictionsHeader> headers = new ArrayList<>();
        InputStream file = new ByteArrayInputStream((line + "\n" + line + "\n").getBytes(UTF_8));
        CsvTable.read(file, "a header", new FaultList("predictions"), table -> {
            headers.add(PredictionsHeader.of(table));
            return row -> {};
        });
        return headers.get(0);
    }
}
