package org.c25.images;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.c25.common.Fault;
import org.c25.common.Problem;
import org.c25.testing.Lab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class ImageArchiveTest {

    @TempDir
    Path folder;

    private ImageArchive open(Map<String, byte[]> entries, long maxBytes, long maxArchive) throws IOException {
        Path file = Files.write(folder.resolve("images.zip"), Lab.zip(entries));
        ImageSettings settings = new ImageSettings(DataSize.ofBytes(maxBytes), 1_000_000, DataSize.ofBytes(maxArchive));
        return new ImageArchives(settings, new Pictures(settings, new DecodingBudget())).open("images", file);
    }

    @Test
    void anImageIsFoundByItsBareNameInWhateverFolder() throws Exception {
        byte[] picture = Lab.picture("png", 1);
        try (ImageArchive archive =
                open(Map.of("a/b/one.png", picture, "__MACOSX/a/b/._one.png", new byte[3]), 9999, 9999)) {
            assertThat(archive.faults()).isEmpty();
            assertThat(archive.has("one.png")).isTrue();
            assertThat(archive.has("One.png")).isFalse();
            assertThat(archive.read("one.png")).isEqualTo(picture);
        }
    }

    @Test
    void aNameThatMacOsDecomposedIsTheSameName() throws Exception {
        try (ImageArchive archive = open(Map.of("cafe\u0301.png", new byte[1]), 9999, 9999)) {
            assertThat(archive.has("caf\u00e9.png")).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../out.png", "a/../../out.png", "/etc/out.png", "..\\out.png", "C:\\out.png"})
    void aPathOutOfTheArchiveIsAFault(String path) throws Exception {
        try (ImageArchive archive = open(Map.of(path, new byte[1]), 9999, 9999)) {
            assertThat(archive.faults()).extracting(Fault::file).containsExactly(path);
            assertThat(archive.has("out.png")).isFalse();
        }
    }

    @Test
    void twoFilesOfOneNameAreAFault() throws Exception {
        try (ImageArchive archive = open(Map.of("a/one.png", new byte[1], "b/one.png", new byte[1]), 9999, 9999)) {
            assertThat(archive.faults()).hasSize(1);
        }
    }

    @Test
    void foldersThatWindowsPackedAreNoFiles() throws Exception {
        Map<String, byte[]> entries = Map.of("anger\\", new byte[0], "fear\\", new byte[0], "fear\\a.png", new byte[1]);
        try (ImageArchive archive = open(entries, 9999, 9999)) {
            assertThat(archive.faults()).isEmpty();
            assertThat(archive.size()).isEqualTo(1);
            assertThat(archive.has("a.png")).isTrue();
        }
    }

    @Test
    void whatIsTooLargeForAnImageCountsForTheArchiveToo() throws Exception {
        try (ImageArchive archive = open(Map.of("a.png", new byte[900], "b.png", new byte[900]), 500, 1000)) {
            assertThatExceptionOfType(UnfitImageException.class).isThrownBy(() -> archive.read("a.png"));
            assertThatExceptionOfType(Problem.class).isThrownBy(() -> archive.read("b.png"));
        }
    }

    @Test
    void anImageLargerThanAllowedIsUnfitWhateverTheArchiveSaysOfIt() throws Exception {
        try (ImageArchive archive = open(Map.of("zeros.png", new byte[5000]), 4999, 9999)) {
            assertThatExceptionOfType(UnfitImageException.class)
                    .isThrownBy(() -> archive.read("zeros.png"))
                    .withMessageContaining("c25.images.max-bytes");
        }
    }

    @Test
    void anArchiveThatUnpacksToMoreThanAllowedIsRefused() throws Exception {
        try (ImageArchive archive = open(Map.of("a.png", new byte[600], "b.png", new byte[600]), 1000, 1000)) {
            archive.read("a.png");
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> archive.read("b.png"))
                    .withMessageContaining("c25.images.max-archive");
        }
    }

    @Test
    void whatIsNoZipIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("text.zip"), "not a zip".getBytes(UTF_8));
        ImageSettings settings = new ImageSettings(DataSize.ofBytes(9), 9, DataSize.ofBytes(9));

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() ->
                        new ImageArchives(settings, new Pictures(settings, new DecodingBudget())).open("images", file))
                .withMessageContaining("ZIP");
    }
}
