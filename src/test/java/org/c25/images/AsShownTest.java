package org.c25.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

/** Pictures look here as they do in a browser. */
class AsShownTest {

    private static final Pictures PICTURES = new Pictures(
            new ImageSettings(DataSize.ofBytes(100_000), 10_000, DataSize.ofGigabytes(1)), new DecodingBudget());

    private final Crops crops = new Crops(PICTURES, new DecodingBudget());

    /** Where the green corner of the picture, which lies at the lower left of the file, is shown. */
    @ParameterizedTest
    @CsvSource({
        "1, 80, 40, 5, 35", "2, 80, 40, 75, 35", "3, 80, 40, 75, 5", "4, 80, 40, 5, 5",
        "5, 40, 80, 35, 5", "6, 40, 80, 5, 5", "7, 40, 80, 5, 75", "8, 40, 80, 35, 75"
    })
    void aPictureIsTurnedAsExifSays(int orientation, int width, int height, int greenX, int greenY) throws Exception {
        for (String format : new String[] {"jpg", "png"}) {
            byte[] file = MadePictures.turned(
                    MadePictures.written(MadePictures.redAndBlue(BufferedImage.TYPE_INT_RGB), format), orientation);

            assertThat(PICTURES.examine(file)).returns(width, Picture::width).returns(height, Picture::height);
            BufferedImage whole = MadePictures.read(crops.cut(file, new Rectangle(0, 0, 80, 40), 0));

            assertThat(whole.getWidth()).isEqualTo(width);
            assertThat(whole.getHeight()).isEqualTo(height);
            assertThat(isGreen(whole, greenX, greenY)).as(format).isTrue();
        }
    }

    private static boolean isGreen(BufferedImage image, int x, int y) {
        Color color = new Color(image.getRGB(x, y));
        return color.getGreen() > 200 && color.getRed() < 90 && color.getBlue() < 90;
    }

    @Test
    void theBoxOfAFaceCountsInTheFilesOwnPixels() throws Exception {
        byte[] file = MadePictures.turned(
                MadePictures.written(MadePictures.redAndBlue(BufferedImage.TYPE_INT_RGB), "png"), 6);

        BufferedImage corner = MadePictures.read(crops.cut(file, new Rectangle(0, 20, 20, 10), 0));

        assertThat(corner.getWidth()).isEqualTo(10);
        assertThat(corner.getHeight()).isEqualTo(20);
        assertThat(isGreen(corner, 5, 5)).isTrue();
    }

    @Test
    void aTurnedPngIsStoredUprightAndAJpegAsItCame() throws Exception {
        byte[] png = MadePictures.written(MadePictures.redAndBlue(BufferedImage.TYPE_INT_RGB), "png");
        byte[] jpeg = MadePictures.turned(
                MadePictures.written(MadePictures.redAndBlue(BufferedImage.TYPE_INT_RGB), "jpg"), 6);

        assertThat(PICTURES.asStored(png)).isSameAs(png);
        assertThat(PICTURES.asStored(jpeg)).isSameAs(jpeg);
        BufferedImage upright = MadePictures.read(PICTURES.asStored(MadePictures.turned(png, 6)));
        assertThat(upright.getWidth()).isEqualTo(40);
        assertThat(isGreen(upright, 5, 5)).isTrue();
    }

    @Test
    void aTransparentPngIsStoredOnWhiteAndOneThatOnlyCouldBeAsItCame() throws Exception {
        BufferedImage picture = MadePictures.redAndBlue(BufferedImage.TYPE_INT_ARGB);
        byte[] opaque = MadePictures.written(picture, "png");
        picture.setRGB(3, 3, 0);
        byte[] glassy = MadePictures.written(picture, "png");

        assertThat(PICTURES.asStored(opaque)).isSameAs(opaque);
        BufferedImage stored = MadePictures.read(PICTURES.asStored(glassy));
        assertThat(stored.getRGB(3, 3)).isEqualTo(0xffffffff);
        assertThat(isGreen(stored, 5, 35)).isTrue();
    }

    /** A linear half is 188 of 255 in sRGB (IEC 61966-2-1). */
    @Test
    void theColoursOfAPngAreThoseOfItsProfile() throws Exception {
        BufferedImage half = new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 81; i++) {
            half.setRGB(i % 9, i / 9, 0x800080);
        }
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] png = MadePictures.withProfile(MadePictures.written(half, "png"), linear);

        Color color = new Color(
                MadePictures.read(crops.cut(png, new Rectangle(0, 0, 9, 9), 0)).getRGB(4, 4));

        assertThat(color.getRed()).isBetween(186, 190);
        assertThat(color.getGreen()).isZero();
        assertThat(color.getBlue()).isBetween(186, 190);
    }

    @Test
    void aProfileThatCantBeReadChangesNothing() throws Exception {
        byte[] png = MadePictures.withProfile(
                MadePictures.written(MadePictures.redAndBlue(BufferedImage.TYPE_INT_RGB), "png"), new byte[300]);

        assertThat(isGreen(MadePictures.read(crops.cut(png, new Rectangle(0, 0, 80, 40), 0)), 5, 35))
                .isTrue();
    }

    /** A grey of 100 stays one: Java's own drawing makes 169 of it where a picture has transparency. */
    @ParameterizedTest
    @CsvSource({"255, 100", "0, 255", "128, 177"})
    void greyAndTransparentPicturesStandOnWhite(int alpha, int shown) {
        ColorModel greys = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY),
                true,
                false,
                Transparency.TRANSLUCENT,
                DataBuffer.TYPE_BYTE);
        WritableRaster raster = greys.createCompatibleWritableRaster(2, 2);
        for (int i = 0; i < 4; i++) {
            raster.setPixel(i % 2, i / 2, new int[] {100, alpha});
        }

        BufferedImage image = AsShown.of(new BufferedImage(greys, raster, false, null), null, 1);

        assertThat(image.getRGB(0, 0) & 0xff).isEqualTo(shown);
        assertThat(image.getRGB(1, 1) >> 16 & 0xff).isEqualTo(shown);
    }

    @Test
    void aJpegIsStoredWithTheEndMarkerThatItLacks() throws Exception {
        byte[] whole = MadePictures.written(MadePictures.redAndBlue(BufferedImage.TYPE_INT_RGB), "jpg");

        assertThat(PICTURES.asStored(Arrays.copyOf(whole, whole.length - 2))).isEqualTo(whole);
        byte[] more = Arrays.copyOf(whole, whole.length + 9);
        assertThat(PICTURES.asStored(more))
                .as("what stands behind it does no harm")
                .isSameAs(more);
    }

    @Test
    void whatJfifSaysOfTheColoursComesBeforeWhatAdobeSays() throws Exception {
        byte[] jpeg = MadePictures.written(MadePictures.redAndBlue(BufferedImage.TYPE_INT_RGB), "jpg");
        byte[] adobe = "\u00ff\u00ee\0\u000eAdobe\0d\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
        byte[] both = new byte[jpeg.length + adobe.length];
        System.arraycopy(jpeg, 0, both, 0, 2);
        System.arraycopy(adobe, 0, both, 2, adobe.length);
        System.arraycopy(jpeg, 2, both, 2 + adobe.length, jpeg.length - 2);

        assertThat(isGreen(MadePictures.read(crops.cut(both, new Rectangle(0, 0, 80, 40), 0)), 5, 35))
                .isTrue();
    }

    /** Chromium shows the grey of 128 as 187 where the file says that its samples are linear. */
    @ParameterizedTest
    @CsvSource({"100000, 187", "45455, 128", "0, 128"})
    void whatAPngSaysOfItsCurveCounts(int gamma, int shown) throws Exception {
        BufferedImage grey = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64; i++) {
            grey.setRGB(i % 8, i / 8, 0x808080);
        }
        byte[] png = MadePictures.withChunk(
                MadePictures.written(grey, "png"),
                "gAMA",
                ByteBuffer.allocate(4).putInt(gamma).array());

        assertThat(redOf(png)).isCloseTo(shown, within(2));
    }

    @Test
    void whatAPngSaysOfItsPrimariesCounts() throws Exception {
        BufferedImage red = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64; i++) {
            red.setRGB(i % 8, i / 8, 0xc00000);
        }
        ByteBuffer displayP3 = ByteBuffer.allocate(32);
        for (int number : new int[] {31270, 32900, 68000, 32000, 26500, 69000, 15000, 6000}) {
            displayP3.putInt(number);
        }
        byte[] alone = MadePictures.withChunk(MadePictures.written(red, "png"), "cHRM", displayP3.array());
        byte[] both = MadePictures.withChunk(
                alone, "gAMA", ByteBuffer.allocate(4).putInt(45455).array());

        assertThat(redOf(both)).as("Chromium shows 212").isCloseTo(212, within(4));
        assertThat(redOf(alone)).as("without a curve they don't count").isEqualTo(192);
    }

    private int redOf(byte[] png) throws Exception {
        return MadePictures.read(crops.cut(png, new Rectangle(0, 0, 8, 8), 0)).getRGB(4, 4) >> 16 & 0xff;
    }
}
