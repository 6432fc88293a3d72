package org.c25.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own, as a terminal or a machine that shuts down ends it. */
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class TrainProcessTest {

    private static final int TERMINATED = 128 + 15;

    @TempDir
    private Path folder;

    @Test
    void whoeverIsToEndEndsAfterAStepAndLeavesWhatTheNextRunGoesOnFrom() throws IOException, InterruptedException {
        DrawnSet.write(folder);
        Process process = start("100000");
        List<String> said = new ArrayList<>();
        try (BufferedReader reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                said.add(line);
                if (line.contains("epoch 3 of")) {
                    // Not the process itself: that would close what it says, too.
                    process.toHandle().destroy();
                }
            }
        }
        assertThat(process.waitFor()).as(() -> String.join("\n", said)).isEqualTo(TERMINATED);
        assertThat(said)
                .endsWith("Stopping after this step.", "Stopped. The same command goes on after the last whole epoch.");
        try (Stream<Path> files = Files.list(folder.resolve("out").resolve("mv-seed1"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .singleElement()
                    .asString()
                    .matches("checkpoint-[0-9a-f]{12}\\.safetensors");
        }
    }

    private Process start(String epochs) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Train.class.getName(),
                        "--images",
                        folder.resolve("images").toString(),
                        "--labels",
                        folder.resolve("labels").toString(),
                        "--out",
                        folder.resolve("out").toString(),
                        "--size",
                        "16",
                        "--epochs",
                        epochs,
                        "--seeds",
                        "1",
                        "--threads",
                        "1")
                .redirectErrorStream(true)
                .start();
    }
}
