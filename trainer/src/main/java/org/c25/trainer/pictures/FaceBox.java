package org.c25.trainer.pictures;

import java.awt.Rectangle;

/**
 * The box around a face, in pixels from the upper left corner of the picture as it is stored (not turned by EXIF). It may
 * reach over the picture's edge.
 *
 * @param width 1 …
 * @param height 1 …
 */
public record FaceBox(int x, int y, int width, int height) {

    /** @throws IllegalArgumentException if the box has no area */
    public FaceBox {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a face box has a width and a height, not " + width + " × " + height);
        }
    }

    boolean touches(int imageWidth, int imageHeight) {
        return new Rectangle(x, y, width, height).intersects(0, 0, imageWidth, imageHeight);
    }

    /**
     * Returns the part of a picture that the web application cuts out for a set of AffectNet's images: the box, and of
     * each side a share of its width or height besides, as far as the picture reaches.
     */
    Rectangle widened(double margin, int imageWidth, int imageHeight) {
        int left = (int) Math.max(0, Math.floor(x - margin * width));
        int top = (int) Math.max(0, Math.floor(y - margin * height));
        int right = (int) Math.min(imageWidth, Math.ceil(x + (1 + margin) * width));
        int bottom = (int) Math.min(imageHeight, Math.ceil(y + (1 + margin) * height));
        return new Rectangle(left, top, right - left, bottom - top);
    }
}
