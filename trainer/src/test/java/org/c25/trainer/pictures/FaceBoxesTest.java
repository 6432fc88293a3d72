package org.c25.trainer.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaceBoxesTest {

    private static final String HEADER = "subDirectory_filePath,face_x,face_y,face_width,face_height,facial_landmarks,"
            + "expression,valence,arousal\n";

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("Training.csv"), text);
    }

    @Test
    void readsAffectNetsTrainingCsv() throws IOException {
        Path file = file(HEADER + "689/a.jpg,134,140,899,899,1;2,1,0.7,0.1\n1/b.png,NULL,NULL,NULL,NULL,,10,-2,-2\n");
        FaceBoxes boxes = FaceBoxes.read(file);
        assertThat(boxes.of("a.jpg")).isEqualTo(new FaceBox(134, 140, 899, 899));
        assertThatThrownBy(() -> boxes.of("b.png")).hasMessage("The image b.png has no face box in " + file + ".");
    }

    @Test
    void readsATableOfOnesOwn() throws IOException {
        assertThat(FaceBoxes.read(file("\uFEFFfilename,face_x,face_y,face_width,face_height\na.jpg,-3,4,5,6\n"))
                        .of("a.jpg"))
                .isEqualTo(new FaceBox(-3, 4, 5, 6));
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        Path none = folder.resolve("none.csv");
        assertThatThrownBy(() -> FaceBoxes.read(none)).hasMessage("There is no file " + none + ".");
        Path bad = file(HEADER + "a.jpg,1,2,three,4,,0,0,0\n");
        assertThatThrownBy(() -> FaceBoxes.read(bad))
                .hasMessage(bad + ", line 2: face_width is a whole number, not three.");
        Path lacking = file("filename,face_x\na.jpg,1\n");
        assertThatThrownBy(() -> FaceBoxes.read(lacking)).hasMessageContaining("lack the column face_y");
        Path empty = file(HEADER);
        assertThatThrownBy(() -> FaceBoxes.read(empty)).hasMessage("There are no face boxes in " + empty + ".");
        Path latin = Files.write(
                folder.resolve("latin.csv"),
                (HEADER + "\u00E9.jpg,1,2,3,4,,0,0,0\n").getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> FaceBoxes.read(latin)).hasMessageContaining("is not in UTF-8");
        Path two = file(HEADER + "1/a.jpg,1,2,3,4,,0,0,0\n2/a.jpg,1,2,3,5,,0,0,0\n");
        assertThatThrownBy(() -> FaceBoxes.read(two).of("a.jpg")).hasMessageContaining("several face boxes");
    }

    @Test
    void findsPicturesByTheirBareNames() throws IOException {
        Files.createDirectories(folder.resolve("689"));
        Path one = Files.createFile(folder.resolve("689/b.JPG"));
        Files.createFile(folder.resolve("a.webp"));
        Files.createFile(folder.resolve("._a.webp"));
        Files.createFile(folder.resolve("notes.txt"));
        PictureFolder pictures = PictureFolder.of(folder);
        assertThat(pictures.names()).containsExactly("a.webp", "b.JPG");
        assertThat(pictures.file("b.JPG")).isEqualTo(one);
        assertThatThrownBy(() -> pictures.file("c.png")).hasMessage("The image c.png is not in " + folder + ".");
        Files.createFile(folder.resolve("b.JPG"));
        assertThatThrownBy(() -> PictureFolder.of(folder).file("b.JPG")).hasMessageContaining("several files b.JPG");
    }

    @Test
    void saysThatThereAreNoImages() {
        assertThatThrownBy(() -> PictureFolder.of(folder)).hasMessageStartingWith("There are no images in " + folder);
        assertThatThrownBy(() -> PictureFolder.of(folder.resolve("x")))
                .hasMessage("There is no folder " + folder.resolve("x") + ".");
    }
}
