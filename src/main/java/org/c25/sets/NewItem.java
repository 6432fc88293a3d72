package org.c25.sets;

import org.c25.affect.AffectNetLabel;
import org.c25.images.FaceBox;
import org.c25.images.Picture;
import org.jspecify.annotations.Nullable;

/**
 * An image that comes into a set in the place of another.
 *
 * @param index its row in AffectNet's Training.csv, from 0
 * @param score by which it was ranked
 * @param face where the face was in the image from which the picture was cut
 */
public record NewItem(
        long index,
        String filename,
        Picture picture,
        AffectNetLabel label,
        @Nullable Double score,
        FaceBox face) {}
