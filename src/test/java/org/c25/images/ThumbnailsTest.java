package org.c25.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.c25.common.Sha256;
import org.c25.testing.Databases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.Resource;

class ThumbnailsTest {

    @TempDir
    Path folder;

    private final AtomicInteger reads = new AtomicInteger();

    private Thumbnails thumbnails(ImageFiles images) {
        ImageStore counting = new ImageStore() {

            @Override
            public void put(String hash, byte[] bytes) {
                images.put(hash, bytes);
            }

            @Override
            public Resource get(String hash) {
                reads.incrementAndGet();
                return images.get(hash);
            }

            @Override
            public boolean has(String hash) {
                return images.has(hash);
            }

            @Override
            public void remove(String hash) {
                images.remove(hash);
            }
        };
        return new Thumbnails(counting, new FolderThumbnailStore(folder), new DecodingBudget());
    }

    private static String stored(ImageFiles images, BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        String hash = Sha256.of(bytes.toByteArray());
        images.put(hash, bytes.toByteArray());
        return hash;
    }

    private static BufferedImage read(Resource thumbnail) throws IOException {
        byte[] bytes = thumbnail.getContentAsByteArray();
        assertThat(bytes).startsWith(0xff, 0xd8);
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    @ParameterizedTest
    @CsvSource({"2000,1000,160,80", "224,224,160,160", "1000,4000,40,160", "24,24,24,24", "3000,2,160,1"})
    void theLongerSideIsAtMost160AndTheShapeStays(int width, int height, int thumbWidth, int thumbHeight)
            throws IOException {
        ImageFiles images = new ImageFiles(Databases.files(folder));
        String hash = stored(images, new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));

        BufferedImage small = read(thumbnails(images).of(hash));

        assertThat(small.getWidth()).isEqualTo(thumbWidth);
        assertThat(small.getHeight()).isEqualTo(thumbHeight);
    }

    @Test
    void whatIsTransparentIsWhite() throws IOException {
        ImageFiles images = new ImageFiles(Databases.files(folder));
        String hash = stored(images, new BufferedImage(400, 400, BufferedImage.TYPE_INT_ARGB));

        assertThat(read(thumbnails(images).of(hash)).getRGB(80, 80)).isEqualTo(0xffffffff);
    }

    @Test
    void manyWhoAskAtOnceGetOneThatIsMadeOnce() throws IOException {
        ImageFiles images = new ImageFiles(Databases.files(folder));
        String hash = stored(images, new BufferedImage(3000, 3000, BufferedImage.TYPE_INT_RGB));
        Thumbnails thumbnails = thumbnails(images);

        List<Integer> widths = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> {
                    try {
                        return read(thumbnails.of(hash)).getWidth();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();

        assertThat(widths).hasSize(16).containsOnly(160);
        assertThat(reads).hasValue(1);
        try (Stream<Path> files = Files.walk(folder.resolve("thumbnails"))) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    void aThumbnailIsShownAlsoWhereItCantBeKept() throws IOException {
        ImageFiles images = new ImageFiles(Databases.files(folder));
        String hash = stored(images, new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB));
        Files.writeString(folder.resolve("thumbnails"), "a file where the folder should be");

        assertThat(read(thumbnails(images).of(hash)).getWidth()).isEqualTo(160);
    }

    @Test
    void thereIsNoneOfAnImageThatIsNotThere() throws IOException {
        Thumbnails thumbnails = thumbnails(new ImageFiles(Databases.files(folder)));

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> thumbnails.of(Sha256.of("nothing")));
    }
}
