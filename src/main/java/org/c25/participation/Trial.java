package org.c25.participation;

import org.jspecify.annotations.Nullable;

/**
 * One showing of one item to one participant.
 *
 * @param position the trial's number from 0, in the order of this participant
 * @param itemId the item that is shown; no client is told it
 * @param repeatOf the position of the first showing; null for a first showing
 * @param imageKey the name of the image in addresses, which reveals neither file nor item; null if the answers were
 *     imported
 */
public record Trial(
        int position,
        long itemId,
        @Nullable Integer repeatOf,
        @Nullable String imageKey) {}
