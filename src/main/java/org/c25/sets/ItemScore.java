package org.c25.sets;

import org.c25.images.FaceBox;
import org.jspecify.annotations.Nullable;

/**
 * How an image was ranked when it was chosen for a set.
 *
 * @param index its row in AffectNet's Training.csv, from 0
 * @param score the higher, the earlier it was chosen; null where chance alone chose
 * @param face where the face was in the image from which the picture was cut; null if nothing was cut
 */
public record ItemScore(
        long index, @Nullable Double score, @Nullable FaceBox face) {}
