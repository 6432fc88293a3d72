package org.c25.images;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.c25.common.Causes;
import org.c25.common.Problem;
import org.springframework.stereotype.Component;

/** Cuts faces out of pictures: a PNG out of a PNG, a JPEG out of anything else. */
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
     * @param margin the share of the box's width and height that is added on each side, as far as the image reaches
     * @throws UnfitImageException if the bytes are no image, or none of the box lies in it
     * @throws Problem 503 if there is no memory for it at the moment
     */
    public byte[] cut(byte[] bytes, Rectangle box, double margin) throws UnfitImageException {
        Picture checked = pictures.examine(bytes);
        if (!box.intersects(0, 0, checked.width(), checked.height())) {
            throw new UnfitImageException(
                    "has " + checked.width() + " × " + checked.height() + " pixels, and its face box lies outside");
        }
        Rectangle area = widened(box, margin, checked);
        boolean png = checked.type().equals("image/png");
        try (Decoder decoder = Decoder.of(bytes)) {
            return decoder.region(area, budget, face -> png ? png(face) : Jpegs.write(face, QUALITY));
        } catch (IOException e) {
            if (Causes.isShortOfMemory(e)) {
                throw DecodingBudget.busy();
            }
            throw new UnfitImageException("can't be cropped: it is damaged");
        }
    }

    private static Rectangle widened(Rectangle box, double margin, Picture image) {
        int left = (int) Math.max(0, Math.floor(box.x - margin * box.width));
        int top = (int) Math.max(0, Math.floor(box.y - margin * box.height));
        int right = (int) Math.min(image.width(), Math.ceil(box.x + (1 + margin) * box.width));
        int bottom = (int) Math.min(image.height(), Math.ceil(box.y + (1 + margin) * box.height));
        return new Rectangle(left, top, right - left, bottom - top);
    }

    private static byte[] png(BufferedImage face) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(face, "png", out);
        return out.toByteArray();
    }
}
