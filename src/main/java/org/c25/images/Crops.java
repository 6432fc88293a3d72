package org.c25.images;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.springframework.stereotype.Component;

/** Cuts faces out of pictures: a PNG out of a PNG, a JPEG out of anything else. */
@Component
public class Crops {

    private static final float QUALITY = 0.95f;

    private final Pictures pictures;

    Crops(Pictures pictures) {
        this.pictures = pictures;
    }

    /**
     * The bytes of a picture of the box and what is around it.
     *
     * @param margin the share of the box's width and height that is added on each side; what is beyond the image is not
     * @throws UnfitImageException if the bytes are no image, or none of the box lies in it
     */
    public byte[] cut(byte[] bytes, Rectangle box, double margin) throws UnfitImageException {
        Picture checked = pictures.examine(bytes);
        if (!box.intersects(0, 0, checked.width(), checked.height())) {
            throw new UnfitImageException(
                    "has " + checked.width() + " × " + checked.height() + " pixels, and its face box lies outside");
        }
        Rectangle area = widened(box, margin, checked);
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
            BufferedImage face = image.getSubimage(area.x, area.y, area.width, area.height);
            return checked.type().equals("image/png") ? png(face) : jpeg(face);
        } catch (IOException e) {
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

    private static byte[] jpeg(BufferedImage face) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(opaque(face), null, null), settings);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** JPEG knows no transparency, and every browser takes plain RGB. */
    private static BufferedImage opaque(BufferedImage face) {
        BufferedImage rgb = new BufferedImage(face.getWidth(), face.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = rgb.createGraphics();
        brush.drawImage(face, 0, 0, Color.WHITE, null);
        brush.dispose();
        return rgb;
    }
}
