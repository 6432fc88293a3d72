package org.c25.images;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.c25.common.Causes;
import org.c25.common.Problem;
import org.c25.common.Sha256;
import org.c25.images.PictureFile.Kind;
import org.springframework.stereotype.Component;

/** Tells whether bytes are an image, by decoding them whole. */
@Component
public class Pictures {

    /** The pixels of a large image that are kept while it is decoded. Damage shows all the same. */
    private static final int ENOUGH_PIXELS = 1_000_000;

    private static final Set<Kind> SHOWN = EnumSet.of(Kind.JPEG, Kind.PNG, Kind.WEBP);
    private static final Set<Kind> CUT = EnumSet.of(Kind.JPEG, Kind.PNG, Kind.WEBP, Kind.BMP, Kind.TIFF);

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
     * @throws UnfitImageException if they are no JPEG, PNG or WebP, are animated or damaged, are nothing that browsers
     *     show, or are too large in bytes, in pixels or for this server's memory
     * @throws Problem 503 if there is no memory for them at the moment
     */
    public Picture examine(byte[] bytes) throws UnfitImageException {
        return examine(bytes, SHOWN);
    }

    /** As {@link #examine(byte[])}, and takes the kinds that a face can be cut out of, too: BMP and TIFF. */
    Picture examineToCut(byte[] bytes) throws UnfitImageException {
        return examine(bytes, CUT);
    }

    private Picture examine(byte[] bytes, Set<Kind> kinds) throws UnfitImageException {
        if (bytes.length > maxBytes()) {
            throw tooManyBytes();
        }
        PictureFile file = PictureFile.of(bytes);
        if (file.kind() == null) {
            throw new UnfitImageException(FileKind.insteadOfAPicture(bytes));
        }
        refuse(file, kinds);
        try (Decoder decoder = Decoder.of(bytes, file)) {
            return describe(bytes, decoder, file);
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

    private static void refuse(PictureFile file, Set<Kind> kinds) throws UnfitImageException {
        Kind kind = file.kind();
        if (kind == null) {
            throw notAnImage();
        }
        if (!kinds.contains(kind)) {
            throw new UnfitImageException("is a " + kind.title() + " picture, and JPEG, PNG and WebP are taken:"
                    + " save it as one of these");
        }
        if (file.animated()) {
            throw new UnfitImageException("is an animated " + kind.title() + "; a still picture is needed");
        }
        if (file.fault() != null) {
            throw new UnfitImageException(file.fault());
        }
    }

    static UnfitImageException notAnImage() {
        return new UnfitImageException("is not an image: JPEG, PNG and WebP are taken");
    }

    /**
     * Returns the bytes that are stored of a picture: the same, but for a PNG or WebP that EXIF turns or that is
     * transparent. Not every browser turns these, and what is transparent looks as the page behind it. A PNG of them,
     * upright and on white, looks the same everywhere. All browsers turn JPEGs. A JPEG that lacks its end marker gets it.
     *
     * @throws UnfitImageException if the picture can't be decoded
     * @throws Problem 503 if there is no memory for it at the moment
     */
    public byte[] asStored(byte[] bytes) throws UnfitImageException {
        PictureFile file = PictureFile.of(bytes);
        if (file.kind() == Kind.JPEG) {
            return JpegFile.read(bytes).ended() ? bytes : JpegFile.ended(bytes);
        }
        boolean stays = file.orientation() == 1 && !file.glassy();
        if (stays || !SHOWN.contains(file.kind())) {
            return bytes;
        }
        examine(bytes);
        try (Decoder decoder = Decoder.of(bytes, file)) {
            return decoder.every(
                    1,
                    budget,
                    image -> file.orientation() == 1 && AsShown.isOpaque(image) ? bytes : png(decoder.asShown(image)));
        } catch (IOException e) {
            if (Causes.isShortOfMemory(e)) {
                throw DecodingBudget.busy();
            }
            throw damaged();
        }
    }

    static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    UnfitImageException tooManyBytes() {
        return new UnfitImageException(
                "is larger than " + settings.maxBytes().toKilobytes() + " kB (c25.images.max-bytes)");
    }

    private Picture describe(byte[] bytes, Decoder decoder, PictureFile file) throws IOException, UnfitImageException {
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
        return new Picture(
                Sha256.of(bytes),
                String.valueOf(decoder.type()),
                file.turned() ? height : width,
                file.turned() ? width : height);
    }

    private static UnfitImageException damaged() {
        return new UnfitImageException("is a damaged image; export it again");
    }
}
