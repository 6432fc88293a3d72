package org.c25.trainer.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.c25.trainer.predict.TestNets.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command as a process of its own. */
@Timeout(60)
class PredictProcessTest {

    private static final int TERMINATED = 128 + 15;

    @TempDir
    private Path folder;

    private Process start(List<String> options, Object... arguments) throws IOException {
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        line.addAll(options);
        line.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Predict.class.getName()));
        Stream.of(arguments).map(String::valueOf).forEach(line::add);
        return new ProcessBuilder(line).redirectErrorStream(true).start();
    }

    private boolean loadsDjl(String net) throws IOException, InterruptedException {
        Path log = folder.resolve(net.replace('/', '-') + ".log");
        Process process = start(
                List.of("-Xlog:class+load:file=" + log),
                "--model",
                file(net),
                "--preset",
                "dan-raf-db",
                "--images",
                file("pictures"),
                "--out",
                folder);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        try (Stream<String> lines = Files.lines(log)) {
            return lines.anyMatch(line -> line.contains("ai.djl."));
        }
    }

    @Test
    void anOnnxFileNeedsNothingOfDjl() throws IOException, InterruptedException {
        assertThat(loadsDjl("nets/dan-raf-db.onnx")).isFalse();
        assertThat(loadsDjl("nets/dan-raf-db.pt")).isTrue();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void whoeverStopsItFindsNothingHalfWritten() throws IOException, InterruptedException {
        Path images = Files.createDirectories(folder.resolve("images"));
        for (int i = 0; i < 3000; i++) {
            Files.copy(file("pictures/c.png"), images.resolve(i + ".png"));
        }
        Path out = folder.resolve("out");
        Process process = start(
                List.of(),
                "--model",
                file("nets/dan-raf-db.onnx"),
                "--preset",
                "dan-raf-db",
                "--images",
                images,
                "--out",
                out);
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.lines()
                            .filter(line -> line.contains(" of 3000 images, "))
                            .findFirst())
                    .isPresent();
            process.toHandle().destroy();
            assertThat(said.lines()).contains("Stopped. Nothing was written.");
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(TERMINATED);
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files).isEmpty();
        }
    }

    /** 60 batches of 16 pictures of 256 × 256 pixels are 750 MB: kept, they would show. */
    @ParameterizedTest
    @ValueSource(strings = {"nets/emonet-8.pt", "nets/emonet-8.onnx"})
    @EnabledOnOs(OS.LINUX)
    void memoryStaysFlatOverBatches(String name) {
        Preset preset = Presets.find("emonet-8");
        float[] numbers = new float[16 * preset.preprocessing().numbers()];
        try (Net net = NetFile.load(file(name), 1)) {
            for (int i = 0; i < 10; i++) {
                net.ask(numbers, 16, preset.preprocessing());
            }
            long before = residentMegabytes();
            for (int i = 0; i < 60; i++) {
                net.ask(numbers, 16, preset.preprocessing());
            }
            assertThat(residentMegabytes() - before).isLessThan(300);
        }
    }

    private static long residentMegabytes() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
