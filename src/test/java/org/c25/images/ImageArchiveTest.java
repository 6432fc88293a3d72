package org.c25.images;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.c25.common.Problem;
import org.c25.testing.Lab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
            assertThatExceptionOfType(UnfitImageException.class)
                    .isThrownBy(() -> archive.read("out.png"))
                    .withMessageContaining("outside the archive");
        }
    }

    @Test
    void twoFilesOfOneNameAreAFault() throws Exception {
        try (ImageArchive archive = open(Map.of("a/one.png", new byte[1], "b/one.png", new byte[1]), 9999, 9999)) {
            assertThatExceptionOfType(UnfitImageException.class)
                    .isThrownBy(() -> archive.read("one.png"))
                    .withMessageContaining("a/one.png")
                    .withMessageContaining("b/one.png");
        }
    }

    @Test
    void foldersThatWindowsPackedAreNoFiles() throws Exception {
        Map<String, byte[]> entries = Map.of("anger\\", new byte[0], "fear\\", new byte[0], "fear\\a.png", new byte[1]);
        try (ImageArchive archive = open(entries, 9999, 9999)) {
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

    @ParameterizedTest
    @CsvSource({
        "x-windows-949, 얼굴/얼굴1.png, 얼굴1.png", "windows-31j, 顔/かお.png, かお.png", "GB18030, 脸部.png, 脸部.png",
        "IBM437, caf\u00e9.png, caf\u00e9.png", "windows-1252, stra\u00dfe.png, stra\u00dfe.png",
                "UTF-8, 얼굴.png, 얼굴.png",
        "IBM866, лицо.png, лицо.png"
    })
    void aNameIsReadInTheCharsetOfWhoeverPackedIt(String charset, String path, String name) throws Exception {
        Path file = packed(charset, ZipArchiveOutputStream.UnicodeExtraFieldPolicy.NEVER, path);

        try (ImageArchive archive = opened(file)) {
            assertThat(archive.read(name)).containsExactly(7, 7);
        }
    }

    @Test
    void aNameInInfoZipsUnicodeFieldIsThatName() throws Exception {
        Path file = packed("IBM437", ZipArchiveOutputStream.UnicodeExtraFieldPolicy.ALWAYS, "얼굴.png");

        try (ImageArchive archive = opened(file)) {
            assertThat(archive.read("얼굴.png")).containsExactly(7, 7);
        }
    }

    private Path packed(String charset, ZipArchiveOutputStream.UnicodeExtraFieldPolicy policy, String path)
            throws IOException {
        Path file = folder.resolve("packed.zip");
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(file)) {
            out.setEncoding(charset);
            out.setUseLanguageEncodingFlag(false);
            out.setCreateUnicodeExtraFields(policy);
            out.putArchiveEntry(new ZipArchiveEntry(path));
            out.write(new byte[] {7, 7});
            out.closeArchiveEntry();
        }
        return file;
    }

    private static ImageArchive opened(Path file) throws IOException {
        ImageSettings settings = new ImageSettings(DataSize.ofBytes(9999), 9999, DataSize.ofBytes(9999));
        return new ImageArchives(settings, new Pictures(settings, new DecodingBudget())).open("images", file);
    }

    @Test
    void whatNobodyAsksForMayBeThereTwice() throws Exception {
        Map<String, byte[]> entries = Map.of(
                "a/readme.txt", new byte[1],
                "b/readme.txt", new byte[2],
                "a/._one.png", new byte[1],
                "b/deep/__MACOSX/one.png", new byte[1],
                "b/THUMBS.DB", new byte[1],
                "b/@eaDir/one.png", new byte[1],
                "b/one.png", new byte[] {1},
                "../two.png", new byte[1]);
        try (ImageArchive archive = open(entries, 9999, 9999)) {
            assertThat(archive.read("one.png")).containsExactly(1);
            assertThat(archive.size()).isEqualTo(4);
        }
    }

    @Test
    void aNameThatIsNearlyThereIsHintedAt() throws Exception {
        try (ImageArchive archive = open(Map.of("x/Face.JPG", new byte[1]), 9999, 9999)) {
            assertThat(archive.alike("face.jpeg")).contains("Face.JPG");
            assertThat(archive.alike("face2.jpeg")).isEmpty();
        }
    }

    @Test
    void anEntryIsComparedWithItsChecksum() throws Exception {
        byte[] zip = Lab.zip(Map.of("a.png", "0123456789".getBytes(UTF_8)));
        int directory = indexOf(zip, new byte[] {'P', 'K', 1, 2});
        zip[directory + 16] ^= 1; // the first byte of the checksum

        try (ImageArchive archive = opened(Files.write(folder.resolve("flip.zip"), zip))) {
            assertThatExceptionOfType(UnfitImageException.class)
                    .isThrownBy(() -> archive.read("a.png"))
                    .withMessageContaining("checksum");
        }
    }

    @ParameterizedTest
    @CsvSource({"8, 1, has a password", "10, 98, is packed by a method that is not read here", "10, 14, (LZMA)"})
    void anEntryThatCantBeReadSaysWhy(int offset, int value, String words) throws Exception {
        byte[] zip = Lab.zip(Map.of("a.png", "0123456789".getBytes(UTF_8)));
        zip[indexOf(zip, new byte[] {'P', 'K', 1, 2}) + offset] = (byte) value;

        try (ImageArchive archive = opened(Files.write(folder.resolve("odd.zip"), zip))) {
            assertThatExceptionOfType(Exception.class)
                    .isThrownBy(() -> archive.read("a.png"))
                    .withMessageContaining(words)
                    .withMessageContaining("pack");
        }
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        return new String(bytes, ISO_8859_1).indexOf(new String(part, ISO_8859_1));
    }

    @ParameterizedTest
    @CsvSource({
        "377abcaf271c0004, is a 7z archive",
        "526172211a070100, is a RAR archive",
        "1f8b0800, is a gzip",
        "fd377a585a0000, is a xz archive",
        "ffd8ffe0, is a picture",
        "89504e470d0a1a0a, is a picture",
        "504b0304140000, whose end is missing",
        "504b0708, in several parts",
        "255044462d, is a PDF",
        "'', is an empty file"
    })
    void anythingElseThatIsSentAsAZipHearsWhatItIs(String hex, String words) throws IOException {
        Path file = Files.write(folder.resolve("other.zip"), HexFormat.of().parseHex(hex));

        assertThatExceptionOfType(Problem.class).isThrownBy(() -> opened(file)).withMessageContaining(words);
    }
}
