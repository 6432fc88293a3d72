package org.c25.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormAnswerTest {

    @Test
    void wordsOfAnyLengthAndLanguageComeBackAsTheyWere() throws IOException {
        String words = "한 번만 ".repeat(20_000);
        FormAnswer answer =
                new FormAnswer(302, Map.of("Location", "/sets/1"), Map.of("done", words), new byte[] {1, 2});

        FormAnswer again = FormAnswer.unpacked(answer.packed());

        assertThat(again.status()).isEqualTo(302);
        assertThat(again.headers()).isEqualTo(answer.headers());
        assertThat(again.flash()).isEqualTo(answer.flash());
        assertThat(again.body()).isEqualTo(answer.body());
    }
}
