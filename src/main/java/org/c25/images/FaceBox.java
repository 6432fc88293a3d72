package org.c25.images;

/**
 * The box around a face in its image, in pixels from the upper left corner of the file's own pixels, before EXIF turns them. It may
 * reach over the image's edge.
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

    public int shorterSide() {
        return Math.min(width, height);
    }
}
