package org.c25.images;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.SampleModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import org.c25.images.PictureFile.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one image while they are decoded. It never decodes into more pixels than are asked for: the readers for
 * JPEG and PNG go through the whole file, and so find damage, with memory for those pixels alone.
 */
final class Decoder implements AutoCloseable {

    private static final Map<Kind, String> TYPES =
            Map.of(Kind.JPEG, "image/jpeg", Kind.PNG, "image/png", Kind.WEBP, "image/webp");

    /**
     * The bytes that the reader for WebP takes per pixel of the whole image: objects for each block, or a copy if the
     * image is lossless.
     */
    private static final int WEBP_BYTES = 64;

    private static final int WEBP_LOSSLESS_BYTES = 12;
    private static final int WEBP_KIND = 15;

    /** The bytes for streams, tables and rows. */
    private static final long OVERHEAD = 4 << 20;

    private final byte[] bytes;
    private final PictureFile file;
    private final ImageInputStream stream;
    private final ImageReader reader;
    private final List<String> gaps = new ArrayList<>();

    private Decoder(byte[] bytes, PictureFile file, ImageInputStream stream, ImageReader reader) {
        this.bytes = bytes;
        this.file = file;
        this.stream = stream;
        this.reader = reader;
    }

    /**
     * Returns a decoder of these bytes.
     *
     * @throws UnfitImageException if the bytes are no picture of a kind that is known here
     */
    static Decoder of(byte[] bytes) throws IOException, UnfitImageException {
        return of(bytes, PictureFile.of(bytes));
    }

    static Decoder of(byte[] bytes, PictureFile file) throws IOException, UnfitImageException {
        ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(readable(bytes, file)));
        Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
        if (file.kind() == null || !readers.hasNext()) {
            throw Pictures.notAnImage();
        }
        Decoder decoder = new Decoder(bytes, file, stream, readers.next());
        decoder.reader.setInput(stream, true, true);
        decoder.reader.addIIOReadWarningListener((source, warning) -> {
            if (tellsOfAGap(warning)) {
                decoder.gaps.add(warning);
            }
        });
        return decoder;
    }

    private static byte[] readable(byte[] bytes, PictureFile file) {
        return file.kind() == Kind.WEBP
                ? PictureFile.withoutUnfitProfile(bytes)
                : file.kind() == Kind.JPEG ? JpegFile.asRead(bytes) : bytes;
    }

    /** Whether a warning tells of a gap: the reader paints missing parts of a JPEG grey, and only warns. */
    private static boolean tellsOfAGap(String warning) {
        return warning.startsWith("Truncated File") || warning.contains("premature end of data");
    }

    /** Returns the type as the web names it; null for a kind that browsers don't show. */
    @Nullable
    String type() {
        return TYPES.get(file.kind());
    }

    /** Returns what was decoded as browsers show it: upright, in sRGB, on white. */
    BufferedImage asShown(BufferedImage decoded) {
        return AsShown.of(decoded, file.profile(), file.orientation());
    }

    /** The width of the picture as the file has it, before it is turned upright. */
    int width() throws IOException {
        return reader.getWidth(0);
    }

    int height() throws IOException {
        return reader.getHeight(0);
    }

    /** Whether the parts decoded so far had gaps. */
    boolean hasGaps() {
        return !gaps.isEmpty();
    }

    /**
     * Decodes one pixel in so many of the whole image, in both directions, and hands them on while their memory is in
     * the budget.
     */
    <T> T every(int step, DecodingBudget budget, Use<T> use) throws IOException, UnfitImageException {
        ImageReadParam wanted = reader.getDefaultReadParam();
        wanted.setSourceSubsampling(step, step, 0, 0);
        long pixels = (long) ceilDiv(width(), step) * ceilDiv(height(), step);
        return budget.within(needed(pixels), () -> use.of(reader.read(0, wanted)));
    }

    /** Decodes all pixels of a part of the image, and hands them on in the same way. */
    <T> T region(Rectangle area, DecodingBudget budget, Use<T> use) throws IOException, UnfitImageException {
        ImageReadParam wanted = reader.getDefaultReadParam();
        wanted.setSourceRegion(area);
        long pixels = (long) area.width * area.height;
        return budget.within(needed(pixels), () -> use.of(reader.read(0, wanted)));
    }

    @FunctionalInterface
    interface Use<T> {

        T of(BufferedImage image) throws IOException;
    }

    /**
     * Estimates the bytes that decoding needs: three times the pixels, since colours are converted from one copy to
     * another, and pictures turned; for WebP the whole image besides.
     */
    private long needed(long pixels) throws IOException {
        long rows = 2L * width() * bytesAPixel();
        long whole = "image/webp".equals(type()) ? (long) width() * height() * webpBytes() : 0;
        return OVERHEAD + rows + whole + 3 * pixels * bytesAPixel();
    }

    private int webpBytes() {
        return bytes.length > WEBP_KIND && bytes[WEBP_KIND] == 'L' ? WEBP_LOSSLESS_BYTES : WEBP_BYTES;
    }

    private int bytesAPixel() throws IOException {
        ImageTypeSpecifier raw = reader.getRawImageType(0);
        if (raw == null) {
            return Integer.BYTES;
        }
        SampleModel samples = raw.getSampleModel();
        int bits = 0;
        for (int band = 0; band < samples.getNumBands(); band++) {
            bits += samples.getSampleSize(band);
        }
        return Math.max(Integer.BYTES, ceilDiv(bits, Byte.SIZE));
    }

    private static int ceilDiv(int number, int divisor) {
        return (number + divisor - 1) / divisor;
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        stream.close();
    }
}
