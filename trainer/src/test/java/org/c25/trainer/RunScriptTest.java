package org.c25.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code run.sh}, by which bin/train and bin/predict find Java and their classes, beside programs that only say what they were given. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class RunScriptTest {

    @TempDir
    private Path folder;

    private String classPath(String system) throws IOException, InterruptedException {
        program("java", "echo \"$@\"");
        program("uname", "echo " + system);
        program("mvn", "exit 0");
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", "source ./run.sh && run Some.Class --option");
        shell.environment().put("PATH", folder + ":" + System.getenv("PATH"));
        shell.environment().remove("JAVA_HOME");
        Process process = shell.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.lines().reduce((first, last) -> last).orElse("");
    }

    private void program(String name, String does) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + does + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void theClassPathHasTheMarkOfTheSystem() throws IOException, InterruptedException {
        String target = Path.of("").toAbsolutePath().resolve("target").toString();
        for (List<String> one :
                List.of(List.of("Linux", ":"), List.of("Darwin", ":"), List.of("MINGW64_NT-10.0-19045", ";"))) {
            assertThat(classPath(one.get(0)))
                    .isEqualTo(
                            "-cp " + target + "/c25-trainer.jar" + one.get(1) + target + "/lib/* Some.Class --option");
        }
    }
}
