package org.c25.trainer.pictures;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** The bytes of one picture while they are decoded, by the readers that the web application has, too. */
final class Decoder implements AutoCloseable {

    private static final Set<String> FORMATS = Set.of("jpeg", "png", "webp");
    private static final long MOST_PIXELS = 60_000_000;

    private final ImageInputStream stream;
    private final ImageReader reader;
    private boolean gaps;

    private Decoder(ImageInputStream stream, ImageReader reader) {
        this.stream = stream;
        this.reader = reader;
        reader.setInput(stream, true, true);
        // The reader paints missing parts of a JPEG grey, and only warns.
        reader.addIIOReadWarningListener((source, warning) ->
                gaps |= warning.startsWith("Truncated File") || warning.contains("premature end of data"));
    }

    static Decoder of(Path file, byte[] bytes) throws IOException {
        ImageIO.setUseCache(false);
        ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes));
        Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
        ImageReader reader = readers.hasNext() ? readers.next() : null;
        if (reader == null || !FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
            throw new UnfitPictureException(file, "is not an image: JPEG, PNG and WebP are taken");
        }
        Decoder decoder = new Decoder(stream, reader);
        if ((long) decoder.width() * decoder.height() > MOST_PIXELS) {
            String size = decoder.width() + " × " + decoder.height();
            decoder.close();
            throw new UnfitPictureException(
                    file, "has " + size + " pixels, more than the " + MOST_PIXELS + " that C25 takes");
        }
        return decoder;
    }

    boolean isPng() throws IOException {
        return reader.getFormatName().equalsIgnoreCase("png");
    }

    int width() throws IOException {
        return reader.getWidth(0);
    }

    int height() throws IOException {
        return reader.getHeight(0);
    }

    /** Whether what was decoded so far had gaps. */
    boolean hasGaps() {
        return gaps;
    }

    BufferedImage whole() throws IOException {
        return reader.read(0);
    }

    BufferedImage region(Rectangle area) throws IOException {
        ImageReadParam wanted = reader.getDefaultReadParam();
        wanted.setSourceRegion(area);
        return reader.read(0, wanted);
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        stream.close();
    }
}
