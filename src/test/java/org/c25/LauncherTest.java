package org.c25;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code bin/c25} does with a jar and a Java. Both are pretended here: the Java writes down what it is asked, and does
 * of it what the launcher waits for.
 */
@EnabledOnOs(OS.LINUX)
class LauncherTest {

    private static final String JAVA = """
            #!/usr/bin/env bash
            echo "$*" >>"$(dirname "$0")/asked"
            for word in "$@"; do
              case $word in
                -XX:AOTMode=auto) exit 1 ;;
                extract) mkdir -p "${@: -1}/lib" && echo parts >"${@: -1}/c25.jar" ;;
                -XX:ArchiveClassesAtExit=*) archive=${word#*=} ;;
              esac
            done
            if [[ -n ${archive:-} ]]; then
              [[ ! -e $(dirname "$0")/broken ]] || exit 1
              trap 'echo classes >"$archive"; exit 143' TERM
              echo "Tomcat started on port PORT (http)"
              echo "╚"
              while :; do sleep 0.05; done
            fi
            """;

    @TempDir
    Path home;

    private HttpServer server;

    @AfterEach
    void end() {
        server.stop(0);
    }

    @BeforeEach
    void aJarAndAJava() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        Files.createDirectories(home.resolve("bin"));
        Files.createDirectories(home.resolve("java/bin"));
        Files.createDirectories(home.resolve("target"));
        Files.writeString(home.resolve("target/c25.jar"), "the jar");
        Files.copy(Path.of("bin/c25"), home.resolve("bin/c25"));
        Files.writeString(
                home.resolve("java/bin/java"),
                JAVA.replace("PORT", String.valueOf(server.getAddress().getPort())));
        for (String program : List.of("bin/c25", "java/bin/java")) {
            Files.setPosixFilePermissions(home.resolve(program), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void theFirstStartMakesPartsAndArchiveAndEachLaterOneUsesThem() throws Exception {
        assertThat(run(Map.of(), "--server.port=8090")).contains("Preparing").endsWith("exit 0");
        List<String> first = asked();
        assertThat(run(Map.of(), "--server.port=8091")).isEqualTo("exit 0");

        assertThat(first.get(0)).contains("-jar " + home + "/target/c25.jar extract");
        assertThat(first)
                .anyMatch(line -> line.contains("-XX:ArchiveClassesAtExit=")
                        && line.contains("--server.port=0")
                        && line.contains("--c25.data-dir="));
        List<String> second = asked().subList(first.size(), asked().size());
        assertThat(second.get(second.size() - 1))
                .contains("-XX:+UseSerialGC", "-XX:SharedArchiveFile=" + parts().get(0))
                .endsWith("-jar " + parts().get(0) + "/c25.jar --server.port=8091");
        assertThat(second).noneMatch(line -> line.contains("extract"));
    }

    @Test
    void anotherJarHasOtherPartsAndThoseOfTheFormerStayForWhoeverRunsFromThem() throws Exception {
        run(Map.of(), "prepare");
        for (int release = 1; release <= 3; release++) {
            Path jar = home.resolve("target/c25.jar");
            Files.writeString(jar, "the jar");
            Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH.plusSeconds(release)));
            run(Map.of());
        }

        assertThat(asked()).filteredOn(line -> line.contains(" extract ")).hasSize(4);
        assertThat(parts()).hasSize(2);
    }

    @Test
    void whatJavaIsAskedForInTheEnvironmentWins() throws Exception {
        run(Map.of("JAVA_OPTS", "-XX:+UseG1GC -Xmx2g"));

        assertThat(asked().get(asked().size() - 1))
                .contains("-XX:+UseG1GC -Xmx2g -jar")
                .doesNotContain("SerialGC");
    }

    @Test
    void withoutAnArchiveItStartsAllTheSameAndSaysSoAndTriesOnlyOnce() throws Exception {
        Files.createFile(home.resolve("java/bin/broken"));

        assertThat(run(Map.of()))
                .contains("No archive of classes could be made")
                .endsWith("exit 0");
        assertThat(run(Map.of())).contains("Delete it to try again").endsWith("exit 0");
        assertThat(asked())
                .filteredOn(line -> line.contains("ArchiveClassesAtExit"))
                .hasSize(1);
        assertThat(asked().get(asked().size() - 1))
                .doesNotContain("SharedArchiveFile")
                .contains("/c25.jar");
    }

    @Test
    void whereNothingCanBeWrittenTheJarIsStartedAsItIs() throws Exception {
        // Root may write everywhere: what would make the folder is made to fail instead.
        Path shims = Files.createDirectory(home.resolve("shims"));
        Files.writeString(shims.resolve("mktemp"), "#!/bin/sh\nexit 1\n");
        Files.setPosixFilePermissions(shims.resolve("mktemp"), PosixFilePermissions.fromString("rwxr-xr-x"));
        String path = shims + ":" + System.getenv("PATH");

        assertThat(run(Map.of("PATH", path), "--server.port=8090"))
                .contains("can't be written, so C25 starts from the jar as it is")
                .endsWith("exit 0");
        assertThat(asked()).singleElement().asString().endsWith("-jar " + home + "/target/c25.jar --server.port=8090");
        assertThat(run(Map.of("PATH", path), "prepare"))
                .contains("Nothing is prepared")
                .endsWith("exit 1");
    }

    @Test
    void withoutAJarItSaysWhatMakesIt() throws Exception {
        Files.delete(home.resolve("target/c25.jar"));

        assertThat(run(Map.of())).contains("mvn package makes it").endsWith("exit 1");
    }

    private String run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/c25").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder launcher = new ProcessBuilder(command).redirectErrorStream(true);
        launcher.environment().keySet().removeAll(List.of("JAVA_OPTS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        launcher.environment().put("JAVA_HOME", home.resolve("java").toString());
        launcher.environment().putAll(environment);
        Process process = launcher.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return printed + "exit " + process.waitFor();
    }

    private List<String> asked() throws IOException {
        return Files.readAllLines(home.resolve("java/bin/asked"));
    }

    private List<Path> parts() throws IOException {
        try (Stream<Path> beside = Files.list(home.resolve("target"))) {
            return beside.filter(Files::isDirectory).sorted().toList();
        }
    }
}
