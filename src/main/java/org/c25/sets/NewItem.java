package org.c25.sets;

import org.c25.affect.AffectNetLabel;
import org.c25.images.FaceBox;
import org.c25.images.Picture;
import org.jspecify.annotations.Nullable;

/**
 * An image that replaces another one in a set.
 *
 * @param index its row in AffectNet's Training.csv, from 0
 * @param score the score by which it was ranked
 * @param face the box of the face in the image from which the picture was cut; null if nothing was cut
 */
public record NewItem(
        long index,
        String filename,
        Picture picture,
        AffectNetLabel label,
        @Nullable Double score,
        @Nullable FaceBox face) {}
