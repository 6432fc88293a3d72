package org.c25.images;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.c25.web.Sha256;
import org.springframework.stereotype.Component;

/** Tells whether bytes are an image, by decoding them whole. */
@Component
public class Pictures {

    private static final Map<String, String> TYPES =
            Map.of("jpeg", "image/jpeg", "png", "image/png", "webp", "image/webp");

    private final ImageSettings settings;

    Pictures(ImageSettings settings) {
        this.settings = settings;
        // The whole image is in memory already: a cache file on the disk would only cost time.
        ImageIO.setUseCache(false);
    }

    /** The most bytes that one image may have. */
    public long maxBytes() {
        return settings.maxBytes().toBytes();
    }

    /**
     * Decodes the bytes and describes them.
     *
     * @throws UnfitImageException if they are no JPEG, PNG or WebP, are damaged, or are too large in bytes or in pixels
     */
    public Picture examine(byte[] bytes) throws UnfitImageException {
        if (bytes.length > maxBytes()) {
            throw tooManyBytes();
        }
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw notAnImage();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return describe(bytes, reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // Readers meet damaged files with all kinds of unchecked exceptions.
            throw damaged();
        }
    }

    UnfitImageException tooManyBytes() {
        return new UnfitImageException(
                "is larger than " + settings.maxBytes().toKilobytes() + " kB (c25.images.max-bytes)");
    }

    private Picture describe(byte[] bytes, ImageReader reader) throws IOException, UnfitImageException {
        String type = TYPES.get(reader.getFormatName().toLowerCase(Locale.ROOT));
        if (type == null) {
            throw notAnImage();
        }
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > settings.maxPixels()) {
            throw new UnfitImageException("has " + width + " × " + height + " pixels, more than the "
                    + settings.maxPixels() + " allowed (c25.images.max-pixels)");
        }
        List<String> gaps = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> {
            if (tellsOfAGap(warning)) {
                gaps.add(warning);
            }
        });
        BufferedImage decoded = reader.read(0);
        decoded.flush();
        if (!gaps.isEmpty()) {
            throw damaged();
        }
        return new Picture(Sha256.of(bytes), type, width, height);
    }

    /** The reader paints grey what is missing of a JPEG, and only warns. */
    private static boolean tellsOfAGap(String warning) {
        return warning.startsWith("Truncated File") || warning.contains("premature end of data");
    }

    private static UnfitImageException damaged() {
        return new UnfitImageException("is a damaged image; export it again");
    }

    private static UnfitImageException notAnImage() {
        return new UnfitImageException("is not an image: JPEG, PNG and WebP are taken");
    }
}
