package org.c25.images;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.c25.common.Causes;
import org.c25.common.Problem;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Small JPEGs of stored images, made when somebody first looks at them. */
@Component
public class Thumbnails {

    /** The longer side of a thumbnail in pixels, at most. */
    static final int SIDE = 160;

    private static final float QUALITY = 0.8f;

    private final ImageStore images;
    private final ThumbnailStore thumbnails;
    private final DecodingBudget budget;
    private final ConcurrentHashMap<String, Object> underWay = new ConcurrentHashMap<>();

    Thumbnails(ImageStore images, ThumbnailStore thumbnails, DecodingBudget budget) {
        this.images = images;
        this.thumbnails = thumbnails;
        this.budget = budget;
    }

    /**
     * Returns the thumbnail of a stored image, a JPEG of at most 160 × 160 pixels. Several requests for it at the same
     * moment wait while one of them makes it. Another node may make it too, which does no harm.
     *
     * @throws UncheckedIOException if there is no such image, or it can't be read
     * @throws Problem 503 if there is no memory for it at the moment, 422 if there never is
     */
    public Resource of(String hash) {
        Optional<Resource> there = thumbnails.find(hash);
        if (there.isPresent()) {
            return there.get();
        }
        synchronized (underWay.computeIfAbsent(hash, key -> new Object())) {
            try {
                return thumbnails.find(hash).orElseGet(() -> make(hash));
            } finally {
                underWay.remove(hash);
            }
        }
    }

    private Resource make(String hash) {
        try (Decoder decoder = Decoder.of(images.get(hash).getContentAsByteArray())) {
            // A large image is never whole in memory; the part taken of it has at least 640 pixels on its longer side.
            int step = Math.max(1, Math.max(decoder.width(), decoder.height()) / (4 * SIDE));
            byte[] small = decoder.every(step, budget, image -> Jpegs.write(scaled(decoder.asShown(image)), QUALITY));
            thumbnails.put(hash, small);
            return new ByteArrayResource(small);
        } catch (IOException e) {
            if (Causes.isShortOfMemory(e)) {
                throw DecodingBudget.busy();
            }
            throw new UncheckedIOException("No thumbnail of image " + hash, e);
        } catch (UnfitImageException e) {
            throw Problem.invalid("image", String.valueOf(e.getMessage()));
        }
    }

    /** Scales an image down by halves at most, so that every pixel counts. */
    private static BufferedImage scaled(BufferedImage image) {
        double factor = Math.min(1, (double) SIDE / Math.max(image.getWidth(), image.getHeight()));
        int width = (int) Math.max(1, Math.round(image.getWidth() * factor));
        int height = (int) Math.max(1, Math.round(image.getHeight() * factor));
        BufferedImage now = image;
        while (now.getWidth() >= 2 * width && now.getHeight() >= 2 * height) {
            now = Jpegs.opaque(now, now.getWidth() / 2, now.getHeight() / 2);
        }
        return Jpegs.opaque(now, width, height);
    }
}
