package org.c25.demonstration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trained net of the demonstration is there as soon as its files are. */
class TrainedModelTest {

    @TempDir
    Path folder;

    private Optional<TrainedModel> found() throws IOException {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            return TrainedModel.in(loader);
        }
    }

    @Test
    void withoutFilesThereIsNone() throws IOException {
        assertThat(found()).isEmpty();
    }

    @Test
    void theCardComesWithThePredictionsIfThereIsOne() throws IOException {
        Path demonstration = Files.createDirectory(folder.resolve("demonstration"));
        Files.writeString(demonstration.resolve("predictions.csv"), "filename,expression\ndrawn-01.png,0\n");

        assertThat(found().orElseThrow().card()).isNull();

        Files.writeString(demonstration.resolve("model.json"), "{}");
        TrainedModel whole = found().orElseThrow();
        assertThat(whole.card()).isEqualTo("{}".getBytes(UTF_8));
        assertThat(whole.stream().readAllBytes()).startsWith("filename,".getBytes(UTF_8));
    }
}
