package org.c25.images;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.c25.common.Causes;
import org.c25.common.Problem;
import org.c25.images.PictureFile.Kind;
import org.springframework.stereotype.Component;

/**
 * Cuts faces out of pictures, as browsers show them: upright, in sRGB, on white. A JPEG is cut out of a JPEG or WebP, a
 * PNG out of anything else, so that nothing is lost twice.
 */
@Component
public class Crops {

    private static final float QUALITY = 0.95f;

    private final Pictures pictures;
    private final DecodingBudget budget;

    Crops(Pictures pictures, DecodingBudget budget) {
        this.pictures = pictures;
        this.budget = budget;
    }

    /**
     * Cuts out the box with a margin around it and returns the bytes of the new picture.
     *
     * @param box in the file's own pixels, before EXIF turns them
     * @param margin the share of the box's width and height that is added on each side, as far as the image reaches
     * @throws UnfitImageException if the bytes are no image, or none of the box lies in it
     * @throws Problem 503 if there is no memory for it at the moment
     */
    public byte[] cut(byte[] bytes, Rectangle box, double margin) throws UnfitImageException {
        String type = pictures.examineToCut(bytes).type();
        boolean jpeg = type.equals("image/jpeg") || type.equals("image/webp");
        try (Decoder decoder = Decoder.of(bytes)) {
            Rectangle image = new Rectangle(decoder.width(), decoder.height());
            if (!box.intersects(image)) {
                throw new UnfitImageException(
                        "has " + image.width + " × " + image.height + " pixels, and its face box lies outside");
            }
            return decoder.region(widened(box, margin, image), budget, cut -> {
                BufferedImage face = decoder.asShown(cut);
                return jpeg ? Jpegs.write(face, QUALITY) : Pictures.png(face);
            });
        } catch (IOException e) {
            if (Causes.isShortOfMemory(e)) {
                throw DecodingBudget.busy();
            }
            throw new UnfitImageException("can't be cropped: it is damaged");
        }
    }

    /**
     * Returns the bytes of a whole picture as they are stored: a BMP or TIFF becomes a PNG.
     *
     * @throws UnfitImageException if the bytes are no image
     * @throws Problem 503 if there is no memory for it at the moment
     */
    public byte[] whole(byte[] bytes) throws UnfitImageException {
        Kind kind = PictureFile.of(bytes).kind();
        if (kind != Kind.BMP && kind != Kind.TIFF) {
            return pictures.asStored(bytes);
        }
        return cut(bytes, new Rectangle(Integer.MAX_VALUE, Integer.MAX_VALUE), 0);
    }

    private static Rectangle widened(Rectangle box, double margin, Rectangle image) {
        int left = (int) Math.max(0, Math.floor(box.x - margin * box.width));
        int top = (int) Math.max(0, Math.floor(box.y - margin * box.height));
        int right = (int) Math.min(image.width, Math.ceil(box.x + (1 + margin) * box.width));
        int bottom = (int) Math.min(image.height, Math.ceil(box.y + (1 + margin) * box.height));
        return new Rectangle(left, top, right - left, bottom - top);
    }
}
