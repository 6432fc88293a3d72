package org.c25.sets;

import org.c25.affect.AffectNetLabel;
import org.jspecify.annotations.Nullable;

/**
 * One image of a set.
 *
 * @param position its position in the manifest, from 0
 * @param index its row in AffectNet's Training.csv, from 0
 * @param filename the bare file name
 * @param label AffectNet's own labels, as far as they are known
 * @param imageHash the hash under which the image is stored; null in a set without images
 */
public record Item(
        long id,
        int position,
        long index,
        String filename,
        AffectNetLabel label,
        @Nullable String imageHash) {}
