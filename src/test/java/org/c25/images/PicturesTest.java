package org.c25.images;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.c25.testing.Databases;
import org.c25.testing.Lab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class PicturesTest {

    /** One pixel, lossless. */
    private static final byte[] WEBP = Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");

    private final Pictures pictures = pictures(100_000, 10_000);

    private static Pictures pictures(long maxBytes, long maxPixels) {
        return new Pictures(
                new ImageSettings(DataSize.ofBytes(maxBytes), maxPixels, DataSize.ofGigabytes(1)),
                new DecodingBudget());
    }

    @Test
    void thePictureTellsItsTypeAndSizeFromItsBytes() throws Exception {
        assertThat(pictures.examine(Lab.picture("png", 1)))
                .returns("image/png", Picture::type)
                .returns(24, Picture::width)
                .returns(24, Picture::height);
        assertThat(pictures.examine(Lab.picture("jpg", 1)).type()).isEqualTo("image/jpeg");
        assertThat(pictures.examine(WEBP))
                .returns("image/webp", Picture::type)
                .returns(1, Picture::width)
                .returns(1, Picture::height);
    }

    @Test
    void theNameIsTheHashOfTheBytes() throws Exception {
        assertThat(pictures.examine(WEBP).hash())
                .isEqualTo(java.util.HexFormat.of()
                        .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                                .digest(WEBP)));
    }

    @Test
    void whatIsNoPictureIsUnfit() {
        expectUnfit(pictures, "not a picture".getBytes(UTF_8), "not an image");
        expectUnfit(pictures, new byte[0], "not an image");
    }

    @Test
    void aPictureOfAnotherKindHearsWhichAreTaken() {
        expectUnfit(pictures, Lab.picture("bmp", 1), "is a BMP picture, and JPEG, PNG and WebP are taken");
        expectUnfit(pictures, Lab.picture("gif", 1), "is a GIF picture");
        expectUnfit(pictures, Lab.picture("tiff", 1), "is a TIFF picture");
        expectUnfit(pictures, "0000ftypheic0000".getBytes(UTF_8), "is a HEIC or AVIF picture");
    }

    @Test
    void anAnimatedPictureIsRefusedByName() {
        byte[] frames = {0, 0, 0, 2, 0, 0, 0, 0};
        expectUnfit(pictures, MadePictures.withChunk(Lab.picture("png", 1), "acTL", frames), "is an animated PNG");
        byte[] webp =
                ("RIFF\u0026\0\0\0WEBPVP8X\n\0\0\0\2\0\0\0\0\0\0\0\0\0ANIM\6\0\0\0\0\0\0\0\0\0").getBytes(ISO_8859_1);
        expectUnfit(pictures, webp, "is an animated WebP");
    }

    @Test
    void aPngThatBrowsersDontShowIsRefusedInWords() {
        byte[] png = Lab.picture("png", 1);
        expectUnfit(pictures, MadePictures.withChunk(png, "CgBI", new byte[4]), "for iPhones alone");
        expectUnfit(pictures, MadePictures.withChunk(png, "ABCD", new byte[4]), "has a part (ABCD)");
        byte[] flipped = png.clone();
        flipped[30] ^= 1; // in the checksum of the header
        expectUnfit(pictures, flipped, "the checksum of its part IHDR does not fit");
    }

    @Test
    void aJpegThatLacksNothingButItsEndMarkerIsTaken() throws Exception {
        byte[] jpeg = Lab.picture("jpg", 1);

        assertThat(pictures.examine(Arrays.copyOf(jpeg, jpeg.length - 2)).width())
                .isEqualTo(24);
    }

    @Test
    void aPictureCutShortIsUnfit() {
        byte[] png = Lab.picture("png", 1);

        expectUnfit(pictures, Arrays.copyOf(png, png.length / 2), "damaged");
        byte[] jpeg = Lab.picture("jpg", 1);
        expectUnfit(pictures, Arrays.copyOf(jpeg, jpeg.length * 9 / 10), "damaged");
        expectUnfit(pictures, Arrays.copyOf(jpeg, jpeg.length - 20), "damaged");
    }

    @Test
    void aPictureTooLargeIsUnfit() {
        expectUnfit(pictures(100, 10_000), Lab.picture("png", 1), "c25.images.max-bytes");
        expectUnfit(pictures(100_000, 24 * 24 - 1), Lab.picture("png", 1), "24 × 24 pixels");
    }

    private static void expectUnfit(Pictures pictures, byte[] bytes, String words) {
        assertThatExceptionOfType(UnfitImageException.class)
                .isThrownBy(() -> pictures.examine(bytes))
                .withMessageContaining(words);
    }

    @Test
    void theStoreGivesBackTheVeryBytesAndKeepsThemOnce(@TempDir Path folder) throws Exception {
        ImageFiles store = new ImageFiles(Databases.files(folder));
        byte[] png = Lab.picture("png", 1);
        String hash = pictures.examine(png).hash();

        store.put(hash, png);
        store.put(hash, png);

        assertThat(store.get(hash).getContentAsByteArray()).isEqualTo(png);
        assertThat(files(folder)).isEqualTo(1);
    }

    private static long files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
