package org.c25.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import org.c25.common.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsOfProtocolFilesTest {

    private static Protocol read(byte[] file) throws IOException {
        return ProtocolFile.read(new ByteArrayInputStream(file), null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\": \"x\", \"contact\": \"a\\u0000b\"}|contact: holds a character that is no text (NUL",
                "{\"name\": \"x\", \"name\": \"y\"}|protocol, line 1, name: is there twice; keep one",
                "{\"name\": \"x\", \"pacing\": {\"breakEvery\": 1, \"breakEvery\": 2}}|protocol, line 1, breakEvery: is there twice",
                "{\"name\": \"x\", \"ordering\": \"alphabetical\"}|ordering: is one of ",
                "{\"name\": \"x\", \"presentation\": {\"direction\": \"UP\"}}|presentation.direction: is one of ",
                "{\"name\": \"x\", \"capacity\": \"many\"}|capacity: is a whole number, not many",
                "{\"name\": \"x\", \"repeatShare\": []}|repeatShare: is a number",
                "{\"name\": \"x\", \"questions\": 3}|questions: is a list",
                "{\"name\": \"x\", \"colour\": 3}|colour: is not known here",
                "[1]|protocol: ",
                "{\"name\": |protocol, line 1: is not JSON",
            })
    void aFaultIsToldByFieldAndWithWhatIsAllowed(String json, String words) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> read(json.getBytes(UTF_8)))
                .withMessageContaining(words);
    }

    @Test
    void everyOrderingIsNamed() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> read("{\"name\": \"x\", \"ordering\": \"alphabetical\"}".getBytes(UTF_8)))
                .satisfies(problem -> {
                    for (TrialOrdering one : TrialOrdering.values()) {
                        assertThat(problem.detail()).contains(one.name());
                    }
                    assertThat(problem.detail()).contains("not alphabetical");
                });
    }

    @Test
    void anotherEncodingIsNamed() {
        byte[] korean = "{\"name\": \"얼굴\"}".getBytes(Charset.forName("x-windows-949"));

        assertThatExceptionOfType(Problem.class).isThrownBy(() -> read(korean)).withMessageContaining("not in UTF-8");
    }

    @Test
    void aByteOrderMarkIsNoFault() throws IOException {
        assertThat(read("\uFEFF{\"name\": \"얼굴\"}".getBytes(UTF_8)).name()).isEqualTo("얼굴");
    }
}
