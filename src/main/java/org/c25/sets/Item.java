package org.c25.sets;

import org.c25.affect.AffectNetLabel;
import org.jspecify.annotations.Nullable;

/**
 * One image of a set.
 *
 * @param position its place in the manifest, from 0
 * @param index its row in AffectNet's Training.csv, from 0
 * @param filename the bare file name
 * @param label AffectNet's own labels, where known
 * @param imageHash what the picture is stored under, null in a set without pictures
 */
public record Item(
        long id,
        int position,
        long index,
        String filename,
        AffectNetLabel label,
        @Nullable String imageHash) {}
