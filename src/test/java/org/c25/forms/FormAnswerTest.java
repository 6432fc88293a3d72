package org.c25.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
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

    /** A form sent before an update may be sent again after it. */
    @Test
    void whatWasKeptWithShortLengthsIsReadStill() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeInt(302);
            for (String[] words : new String[][] {{"Location", "/sets/1"}, {"done", "한 번만"}}) {
                out.writeInt(1);
                out.writeUTF(words[0]);
                out.writeUTF(words[1]);
            }
            out.writeInt(2);
            out.write(new byte[] {1, 2});
        }

        FormAnswer again = FormAnswer.unpacked(bytes.toByteArray());

        assertThat(again.headers()).isEqualTo(Map.of("Location", "/sets/1"));
        assertThat(again.flash()).isEqualTo(Map.of("done", "한 번만"));
        assertThat(again.body()).containsExactly(1, 2);
    }
}
