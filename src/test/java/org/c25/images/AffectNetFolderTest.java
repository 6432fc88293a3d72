package org.c25.images;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.c25.common.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class AffectNetFolderTest {

    private static final Pictures PICTURES = new Pictures(
            new ImageSettings(DataSize.ofBytes(100), 10_000, DataSize.ofGigabytes(1)), new DecodingBudget());

    @TempDir
    Path temp;

    private AffectNetFolder folder;

    @BeforeEach
    void aFolderWithLinks() throws IOException {
        Path root = Files.createDirectories(temp.resolve("real/root"));
        Path outside = Files.createDirectories(temp.resolve("real/root-of-another"));
        Files.createDirectories(root.resolve("images/7"));
        Files.writeString(root.resolve("training.csv"), "inside");
        Files.writeString(root.resolve("images/7/a.jpg"), "a face");
        Files.write(root.resolve("images/7/large.jpg"), new byte[101]);
        Files.writeString(outside.resolve("secret.csv"), "outside");
        Files.createSymbolicLink(root.resolve("in"), Path.of("images"));
        Files.createSymbolicLink(root.resolve("out"), outside);
        Files.createSymbolicLink(root.resolve("images/7/out.jpg"), outside.resolve("secret.csv"));
        Files.createSymbolicLink(root.resolve("images/7/up.jpg"), root.resolve("training.csv"));
        Files.createSymbolicLink(root.resolve("round"), Path.of("round"));
        // The folder itself may be named by a link.
        folder = new AffectNetFolder(
                Files.createSymbolicLink(temp.resolve("root"), root).toString(), PICTURES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"training.csv", "./training.csv", "images/../training.csv", "images/7/up.jpg"})
    void aFileBelowTheFolderIsRead(String path) throws IOException {
        try (InputStream in = folder.open("trainingPath", path)) {
            assertThat(in.readAllBytes()).asString(UTF_8).isEqualTo("inside");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../root-of-another/secret.csv",
                "out/secret.csv",
                "images/7/out.jpg",
                "/etc/passwd",
                "nowhere.csv",
                "training.csv/x",
                "round",
                "images",
                "a\0b",
                ""
            })
    void nothingElseIsAndWhatIsOutsideIsToldAsWhatIsNotThere(String path) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> folder.open("trainingPath", path))
                .satisfies(problem -> assertThat(problem.detail())
                        .isEqualTo(
                                "trainingPath: there is no file " + path + " below the folder of c25.affectnet.root"));
    }

    @Test
    void imagesAreReadFromTheirFolderAlone() throws Exception {
        ImageFolder images = folder.images("images", "in/7");

        assertThat(images.read("a.jpg")).asString(UTF_8).isEqualTo("a face");
        for (String path : new String[] {"out.jpg", "up.jpg", "../../training.csv", "b.jpg", "", "/etc/passwd"}) {
            assertThatExceptionOfType(UnfitImageException.class)
                    .isThrownBy(() -> images.read(path))
                    .withMessage("is not in the folder of images");
        }
        assertThatExceptionOfType(UnfitImageException.class)
                .isThrownBy(() -> images.read("large.jpg"))
                .withMessageContaining("c25.images.max-bytes");
        assertThat(folder.images("images", "").read("images/7/a.jpg"))
                .asString(UTF_8)
                .isEqualTo("a face");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "out", "/", "training.csv", "nowhere"})
    void noFolderOfImagesLiesOutside(String path) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> folder.images("images", path))
                .satisfies(problem -> assertThat(problem.detail()).contains("there is no folder " + path));
    }

    @Test
    void withoutTheSettingPathsAreRefusedInWordsThatNameIt() {
        AffectNetFolder none = new AffectNetFolder("", PICTURES);

        assertThat(none.isConfigured()).isFalse();
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> none.open("trainingPath", "training.csv"))
                .satisfies(problem -> assertThat(problem.detail()).contains("c25.affectnet.root"));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> new AffectNetFolder(temp.resolve("gone").toString(), PICTURES).images("images", ""))
                .satisfies(problem -> assertThat(problem.detail()).contains("c25.affectnet.root", "is not there"));
    }
}
