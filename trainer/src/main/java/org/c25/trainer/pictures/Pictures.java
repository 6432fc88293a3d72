package org.c25.trainer.pictures;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads picture files: JPEG, PNG and WebP, as the web application takes them. */
public final class Pictures {

    private static final String DAMAGED = "is a damaged image; export it again";

    private Pictures() {}

    /**
     * Reads a picture as a participant sees it: whole, turned as EXIF says, what is transparent on white.
     *
     * @throws UnfitPictureException if the file is not there, is no JPEG, PNG or WebP, is damaged or too large
     */
    public static Picture read(Path file) {
        byte[] bytes = bytes(file);
        return decoded(file, bytes, decoder -> Orientation.turn(pixels(decoder.whole()), Orientation.of(bytes)));
    }

    /**
     * Reads a face as the web application cuts it out of one of AffectNet's images when it makes a set: the box with a
     * margin, as far as the picture reaches, not turned, and compressed again if the file is no PNG.
     *
     * @param margin the share of the box's width and height that is added on each side; the web application's is 0.2
     *     unless somebody chose another
     * @throws UnfitPictureException as {@link #read}, and if none of the box lies in the picture
     */
    public static Picture read(Path file, FaceBox box, double margin) {
        return decoded(file, bytes(file), decoder -> {
            if (!box.touches(decoder.width(), decoder.height())) {
                throw new UnfitPictureException(
                        file,
                        "has " + decoder.width() + " × " + decoder.height() + " pixels, and its face box lies outside");
            }
            Rectangle area = box.widened(margin, decoder.width(), decoder.height());
            BufferedImage face = decoder.region(area);
            return pixels(decoder.isPng() ? face : Jpegs.again(face));
        });
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new UnfitPictureException(file, "is not there");
        } catch (IOException e) {
            throw new UnfitPictureException(file, "can't be read: " + e.getMessage());
        }
    }

    private static Picture decoded(Path file, byte[] bytes, Use use) {
        try (Decoder decoder = Decoder.of(file, bytes)) {
            Picture picture = use.of(decoder);
            if (decoder.hasGaps()) {
                throw new UnfitPictureException(file, DAMAGED);
            }
            return picture;
        } catch (UnfitPictureException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Readers meet damaged files with all kinds of unchecked exceptions.
            throw new UnfitPictureException(file, DAMAGED);
        }
    }

    @FunctionalInterface
    private interface Use {

        Picture of(Decoder decoder) throws IOException;
    }

    private static Picture pixels(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] rgb = Jpegs.opaque(image).getRGB(0, 0, width, height, null, 0, width);
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] &= 0xFFFFFF;
        }
        return new Picture(width, height, rgb);
    }
}
