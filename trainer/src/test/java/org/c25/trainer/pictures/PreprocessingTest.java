package org.c25.trainer.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.c25.trainer.pictures.TestPictures.file;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreprocessingTest {

    private static final List<Double> ZERO = List.of(0.0, 0.0, 0.0);
    private static final List<Double> ONE = List.of(1.0, 1.0, 1.0);

    /** What OpenCV 4.6 and Pillow 9.4 themselves made of the same face, smaller, larger, and both at once. */
    @ParameterizedTest
    @CsvSource({
        "OPENCV, 16, 16",
        "OPENCV, 24, 40",
        "OPENCV, 90, 70",
        "PILLOW, 16, 16",
        "PILLOW, 24, 40",
        "PILLOW, 90, 70"
    })
    void resizesToTheBitAsTheLibraries(Resize resize, int width, int height) {
        Picture resized = resize.to(width, height, Pictures.read(file("face.png")));
        Picture expected = Pictures.read(file(resize.word() + "-" + width + "x" + height + ".png"));
        assertThat(resized.rgb()).isEqualTo(expected.rgb());
    }

    @Test
    void ofTheSameSizeNothingChanges() {
        Picture face = Pictures.read(file("face.png"));
        assertThat(Resize.OPENCV.to(61, 47, face)).isSameAs(face);
    }

    /** By hand: red 255 is (1 − 0.5) / 0.25 = 2, green 51 is (0.2 − 0.2) / 0.5 = 0, blue 0 is (0 − 0.1) / 0.2 = −0.5. */
    @Test
    void eachChannelIsScaledAndStandsForItself() {
        Picture picture = new Picture(2, 1, new int[] {0xFF3300, 0x0033FF});
        Preprocessing rgb = new Preprocessing(
                2, 1, Resize.OPENCV, ColourOrder.RGB, List.of(0.5, 0.2, 0.1), List.of(0.25, 0.5, 0.2));
        assertThat(rgb.of(picture)).containsExactly(new float[] {2, -2, 0, 0, -0.5f, 4.5f}, within(1e-6f));
        Preprocessing bgr = new Preprocessing(2, 1, Resize.OPENCV, ColourOrder.BGR, ZERO, ONE);
        assertThat(bgr.of(picture)).containsExactly(new float[] {0, 1, 0.2f, 0.2f, 1, 0}, within(1e-6f));
    }

    @Test
    void refusesWhatIsNoPreprocessing() {
        assertThatThrownBy(() -> new Preprocessing(0, 1, Resize.OPENCV, ColourOrder.RGB, ZERO, ONE))
                .hasMessageContaining("1 × 1");
        assertThatThrownBy(() -> new Preprocessing(1, 1, Resize.OPENCV, ColourOrder.RGB, ZERO, ZERO))
                .hasMessageContaining("above 0");
        assertThatThrownBy(() -> new Preprocessing(1, 1, Resize.OPENCV, ColourOrder.RGB, ZERO, List.of(1.0)))
                .hasMessageContaining("three numbers");
    }
}
