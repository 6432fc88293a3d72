package org.c25.trainer.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.c25.trainer.pictures.TestPictures.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.c25.trainer.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of {@code src/test/python/make_pictures.py}: one drawn face, 61 × 47, in all kinds of files. */
class PicturesTest {

    private static final int FACE = 0xE6BE96;

    @TempDir
    private Path folder;

    @Test
    void readsPngAndWebPToTheBit() {
        Picture png = Pictures.read(file("face.png"));
        assertThat(png.width()).isEqualTo(61);
        assertThat(png.height()).isEqualTo(47);
        assertThat(png.rgb()[23 * 61 + 30]).isEqualTo(FACE);
        assertThat(png.rgb()[0]).isEqualTo(0x0000FF);
        assertThat(Pictures.read(file("face.webp")).rgb()).isEqualTo(png.rgb());
    }

    @Test
    void readsAJpegAsPillowDoes() {
        Picture byPillow = Pictures.read(file("face-jpg-by-pillow.png"));
        assertThat(TestPictures.meanDifference(Pictures.read(file("face.jpg")), byPillow))
                .isLessThan(0.1);
    }

    @Test
    void whatIsTransparentIsWhite() {
        Picture picture = Pictures.read(file("see-through.png"));
        assertThat(picture.rgb()[23 * 61 + 10]).isEqualTo(0xFFFFFF);
        assertThat(picture.rgb()[23 * 61 + 31]).isEqualTo(FACE);
    }

    @Test
    void aGreyPictureHasThreeEqualChannels() {
        assertThat(Arrays.stream(Pictures.read(file("grey.png")).rgb()))
                .allMatch(pixel -> (pixel & 0xFF) == (pixel >> 8 & 0xFF) && (pixel & 0xFF) == pixel >> 16);
    }

    /** Where the upper left corner of the stored picture (blue) and its upper right one (red) come to lie, by EXIF 2.32. */
    @ParameterizedTest
    @CsvSource({
        "1, 61, 0, 0, 60, 0",
        "2, 61, 60, 0, 0, 0",
        "3, 61, 60, 46, 0, 46",
        "4, 61, 0, 46, 60, 46",
        "5, 47, 0, 0, 0, 60",
        "6, 47, 46, 0, 46, 60",
        "7, 47, 46, 60, 46, 0",
        "8, 47, 0, 60, 0, 0"
    })
    void turnsAsBrowsersDo(int orientation, int width, int blueX, int blueY, int redX, int redY) {
        Picture picture = Pictures.read(file("turned-" + orientation + ".jpg"));
        assertThat(picture.width()).isEqualTo(width);
        assertThat(picture.sample(blueX, blueY, 2)).isGreaterThan(230);
        assertThat(picture.sample(blueX, blueY, 0)).isLessThan(25);
        assertThat(picture.sample(redX, redY, 0)).isGreaterThan(230);
        assertThat(picture.sample(redX, redY, 2)).isLessThan(25);
    }

    @Test
    void turnsAPngAndNoWebP() {
        assertThat(Pictures.read(file("turned-6.png")).width()).isEqualTo(47);
        assertThat(Pictures.read(file("turned-6.webp")).width()).isEqualTo(61);
    }

    /** Worked by hand: 10 − 0.25 · 20 = 5, 10 + 1.25 · 20 = 35; 5 − 0.25 · 30 < 0, 5 + 1.25 · 30 = 42.5, rounded up. */
    @Test
    void cropsToTheBoxWithItsMarginAsFarAsThePictureReaches() {
        Picture face = Pictures.read(file("face.png"), new FaceBox(10, 5, 20, 30), 0.25);
        Picture whole = Pictures.read(file("face.png"));
        assertThat(face.width()).isEqualTo(30);
        assertThat(face.height()).isEqualTo(43);
        for (int y = 0; y < 43; y++) {
            for (int x = 0; x < 30; x++) {
                assertThat(face.rgb()[y * 30 + x]).isEqualTo(whole.rgb()[y * 61 + x + 5]);
            }
        }
    }

    /** A crop out of AffectNet's images is never turned, and is a JPEG again. */
    @Test
    void aCropOfAJpegIsCompressedOnceMoreAndNotTurned() {
        FaceBox all = new FaceBox(0, 0, 61, 47);
        Picture crop = Pictures.read(file("turned-6.jpg"), all, 0);
        Picture whole = Pictures.read(file("turned-1.jpg"));
        assertThat(crop.width()).isEqualTo(61);
        assertThat(TestPictures.meanDifference(crop, whole)).isBetween(0.1, 6.0);
    }

    @Test
    void namesTheFileThatIsNoPicture() throws IOException {
        Path text = Files.writeString(folder.resolve("text.jpg"), "no picture");
        assertThatThrownBy(() -> Pictures.read(text))
                .isInstanceOf(Problem.class)
                .hasMessage(text + " is not an image: JPEG, PNG and WebP are taken.");
        Path none = folder.resolve("none.png");
        assertThatThrownBy(() -> Pictures.read(none)).hasMessage(none + " is not there.");
        assertThatThrownBy(() -> Pictures.read(file("face.png"), new FaceBox(61, 0, 5, 5), 0.2))
                .hasMessageEndingWith("face.png has 61 × 47 pixels, and its face box lies outside.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"face.png", "face.jpg", "face.webp", "turned-6.png"})
    void namesTheFileThatIsCutOff(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(file(name));
        Path half = Files.write(folder.resolve(name), Arrays.copyOf(bytes, bytes.length * 2 / 3));
        assertThatThrownBy(() -> Pictures.read(half)).hasMessage(half + " is a damaged image; export it again.");
    }
}
