package org.c25.sets;

import org.c25.images.FaceBox;
import org.c25.images.Picture;
import org.jspecify.annotations.Nullable;

/**
 * An item with all that is stored of it, so that it can be put back after it was removed or replaced.
 *
 * @param picture null in a set without pictures
 * @param score the score by which it was ranked; null if it was not
 * @param face the box of the face in the image from which the picture was cut; null if nothing was cut
 */
public record WholeItem(
        Item item,
        @Nullable Picture picture,
        @Nullable Double score,
        @Nullable FaceBox face) {}
