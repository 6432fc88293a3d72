package org.c25.participation;

import org.jspecify.annotations.Nullable;

/**
 * One showing of one item to one participant.
 *
 * @param position 0 …, in the order of this participant
 * @param itemId what is shown; no client is told
 * @param repeatOf the position of the first showing; null for a first showing
 * @param imageKey names the picture in addresses, and tells neither file nor item; null where answers were imported
 */
public record Trial(
        int position,
        long itemId,
        @Nullable Integer repeatOf,
        @Nullable String imageKey) {}
