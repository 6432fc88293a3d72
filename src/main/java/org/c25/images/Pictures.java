package org.c25.images;

import java.io.IOException;
import javax.imageio.ImageIO;
import org.c25.common.Causes;
import org.c25.common.Problem;
import org.c25.common.Sha256;
import org.springframework.stereotype.Component;

/** Tells whether bytes are an image, by decoding them whole. */
@Component
public class Pictures {

    /** The pixels of a large image that are kept while it is decoded. Damage shows all the same. */
    private static final int ENOUGH_PIXELS = 1_000_000;

    private final ImageSettings settings;
    private final DecodingBudget budget;

    Pictures(ImageSettings settings, DecodingBudget budget) {
        this.settings = settings;
        this.budget = budget;
        // The whole image is in memory already: a cache file on the disk would only cost time.
        ImageIO.setUseCache(false);
    }

    /** Returns the most bytes that one image may have. */
    public long maxBytes() {
        return settings.maxBytes().toBytes();
    }

    /**
     * Decodes the bytes and describes them.
     *
     * @throws UnfitImageException if they are no JPEG, PNG or WebP, are damaged, or are too large in bytes, in pixels or
     *     for this server's memory
     * @throws Problem 503 if there is no memory for them at the moment
     */
    public Picture examine(byte[] bytes) throws UnfitImageException {
        if (bytes.length > maxBytes()) {
            throw tooManyBytes();
        }
        try (Decoder decoder = Decoder.of(bytes)) {
            return describe(bytes, decoder);
        } catch (Problem busy) {
            throw busy;
        } catch (IOException | RuntimeException e) {
            if (Causes.isShortOfMemory(e)) {
                throw DecodingBudget.busy();
            }
            // Readers meet damaged files with all kinds of unchecked exceptions.
            throw damaged();
        }
    }

    UnfitImageException tooManyBytes() {
        return new UnfitImageException(
                "is larger than " + settings.maxBytes().toKilobytes() + " kB (c25.images.max-bytes)");
    }

    private Picture describe(byte[] bytes, Decoder decoder) throws IOException, UnfitImageException {
        int width = decoder.width();
        int height = decoder.height();
        long pixels = (long) width * height;
        if (pixels > settings.maxPixels()) {
            throw new UnfitImageException("has " + width + " × " + height + " pixels, more than the "
                    + settings.maxPixels() + " allowed (c25.images.max-pixels)");
        }
        int step = (int) Math.ceil(Math.sqrt((double) pixels / ENOUGH_PIXELS));
        decoder.every(Math.max(1, step), budget, image -> image);
        if (decoder.hasGaps()) {
            throw damaged();
        }
        return new Picture(Sha256.of(bytes), String.valueOf(decoder.type()), width, height);
    }

    private static UnfitImageException damaged() {
        return new UnfitImageException("is a damaged image; export it again");
    }
}
