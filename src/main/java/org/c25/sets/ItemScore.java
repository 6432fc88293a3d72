package org.c25.sets;

import org.c25.images.FaceBox;
import org.jspecify.annotations.Nullable;

/**
 * The rank of an image when it was chosen for a set.
 *
 * @param index its row in AffectNet's Training.csv, from 0
 * @param score its score: the higher, the earlier it was chosen; null if chance alone decided
 * @param face the box of the face in the image from which the picture was cut; null if nothing was cut
 */
public record ItemScore(
        long index, @Nullable Double score, @Nullable FaceBox face) {}
