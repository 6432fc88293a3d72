package org.c25.images;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.doubles;
import static org.quicktheories.generators.SourceDSL.integers;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.c25.testing.Lab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quicktheories.core.Gen;
import org.springframework.util.unit.DataSize;

class CropsTest {

    /** One pixel, lossless. */
    private static final byte[] WEBP = Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");

    private static final Pictures PICTURES = new Pictures(
            new ImageSettings(DataSize.ofBytes(100_000), 10_000, DataSize.ofGigabytes(1)), new DecodingBudget());

    /** Images of 24 × 24 pixels. */
    private static final byte[] PNG = Lab.picture("png", 5);

    private static final byte[] JPEG = Lab.picture("jpg", 5);

    private final Crops crops = new Crops(PICTURES, new DecodingBudget());

    private static BufferedImage decoded(byte[] bytes) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    @Test
    void theFaceOfAPngIsCutOutPixelByPixel() throws Exception {
        byte[] face = crops.cut(PNG, new Rectangle(6, 8, 10, 5), 0.2);

        assertThat(PICTURES.examine(face))
                .returns("image/png", Picture::type)
                .returns(14, Picture::width)
                .returns(7, Picture::height);
        for (int x = 0; x < 14; x++) {
            for (int y = 0; y < 7; y++) {
                assertThat(decoded(face).getRGB(x, y)).isEqualTo(decoded(PNG).getRGB(x + 4, y + 7));
            }
        }
    }

    @Test
    void theFaceOfAJpegLooksAsBefore() throws Exception {
        byte[] face = crops.cut(JPEG, new Rectangle(6, 8, 10, 10), 0);

        assertThat(PICTURES.examine(face))
                .returns("image/jpeg", Picture::type)
                .returns(10, Picture::width)
                .returns(10, Picture::height);
        Color before = new Color(decoded(JPEG).getRGB(11, 13));
        Color after = new Color(decoded(face).getRGB(5, 5));
        assertThat(after.getRed()).isBetween(before.getRed() - 12, before.getRed() + 12);
        assertThat(after.getGreen()).isBetween(before.getGreen() - 12, before.getGreen() + 12);
        assertThat(after.getBlue()).isBetween(before.getBlue() - 12, before.getBlue() + 12);
    }

    @Test
    void aWebpBecomesAJpeg() throws Exception {
        assertThat(PICTURES.examine(crops.cut(WEBP, new Rectangle(0, 0, 1, 1), 0.2)))
                .returns("image/jpeg", Picture::type)
                .returns(1, Picture::width);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bmp", "tiff"})
    void anUnpackedPictureBecomesAPngPixelByPixel(String format) throws Exception {
        byte[] file = Lab.picture(format, 5);

        byte[] face = crops.cut(file, new Rectangle(2, 3, 10, 10), 0);

        assertThat(PICTURES.examine(face).type()).isEqualTo("image/png");
        assertThat(decoded(face).getRGB(4, 5)).isEqualTo(decoded(PNG).getRGB(6, 8));
    }

    @Test
    void whatIsTransparentIsWhite() throws Exception {
        BufferedImage glass = new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(glass, "png", png);

        byte[] face = crops.cut(png.toByteArray(), new Rectangle(1, 1, 2, 2), 0);

        assertThat(decoded(face).getRGB(0, 0)).isEqualTo(0xffffffff);
    }

    @Test
    void aCropHoldsTheBoxAndNothingBeyondTheImage() {
        Gen<Rectangle> boxes = integers()
                .between(-40, 23)
                .zip(
                        integers().between(-40, 23),
                        integers().between(41, 90),
                        integers().between(41, 90),
                        Rectangle::new);
        qt().withExamples(300).forAll(boxes, doubles().between(0, 2)).checkAssert((box, margin) -> {
            Picture face = cut(box, margin);

            assertThat(face.width()).isBetween(Math.min(24, box.x + box.width) - Math.max(0, box.x), 24);
            assertThat(face.height()).isBetween(Math.min(24, box.y + box.height) - Math.max(0, box.y), 24);
        });
    }

    private Picture cut(Rectangle box, double margin) {
        try {
            return PICTURES.examine(crops.cut(PNG, box, margin));
        } catch (UnfitImageException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aBoxOfAnySizeIsClampedToTheImage() throws Exception {
        Rectangle vast = new Rectangle(-2_000_000_000, -2_000_000_000, Integer.MAX_VALUE, Integer.MAX_VALUE);

        assertThat(PICTURES.examine(crops.cut(PNG, vast, 2)).width()).isEqualTo(24);
    }

    @Test
    void aBoxOutsideTheImageIsRefusedInWords() {
        assertThatExceptionOfType(UnfitImageException.class)
                .isThrownBy(() -> crops.cut(PNG, new Rectangle(24, 0, 10, 10), 2))
                .withMessageContaining("24 × 24")
                .withMessageContaining("lies outside");
    }

    @Test
    void whatIsNoImageIsRefused() {
        assertThatExceptionOfType(UnfitImageException.class)
                .isThrownBy(() -> crops.cut("no image".getBytes(UTF_8), new Rectangle(0, 0, 1, 1), 0));
    }
}
