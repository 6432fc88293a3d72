package org.c25.images;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Small JPEGs of stored images, made when somebody first looks at them. */
@Component
public class Thumbnails {

    /** The longer side in pixels, at most. */
    static final int SIDE = 160;

    private static final float QUALITY = 0.8f;

    private final ImageStore images;
    private final ThumbnailStore thumbnails;
    // Decoding needs memory and time: a sheet full of large images is made two at a time.
    private final Semaphore hands = new Semaphore(2);
    private final ConcurrentHashMap<String, Object> underWay = new ConcurrentHashMap<>();

    Thumbnails(ImageStore images, ThumbnailStore thumbnails) {
        this.images = images;
        this.thumbnails = thumbnails;
    }

    /**
     * The thumbnail of a stored image, a JPEG of at most 160 × 160 pixels. Several who ask for one at the same moment
     * wait for one to make it; another server's may be making it too, which does no harm.
     *
     * @throws UncheckedIOException if there is no such image, or it can't be read
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
        hands.acquireUninterruptibly();
        try {
            byte[] small = Jpegs.write(reduced(images.get(hash)), QUALITY);
            thumbnails.put(hash, small);
            return new ByteArrayResource(small);
        } catch (IOException e) {
            throw new UncheckedIOException("No thumbnail of image " + hash, e);
        } finally {
            hands.release();
        }
    }

    private static BufferedImage reduced(Resource image) throws IOException {
        try (InputStream in = image.getInputStream();
                ImageInputStream stream = ImageIO.createImageInputStream(in)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new IOException("it is not an image");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return scaled(coarse(reader));
            } finally {
                reader.dispose();
            }
        }
    }

    /** Every so many pixels of a large image, so that it is never whole in memory; the rest has at least 640 on its longer side. */
    private static BufferedImage coarse(ImageReader reader) throws IOException {
        int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / (4 * SIDE));
        ImageReadParam settings = reader.getDefaultReadParam();
        settings.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, settings);
    }

    /** By halves at most, so that every pixel counts. */
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
