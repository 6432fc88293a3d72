package org.c25.participation;

/**
 * One showing of one item to one participant.
 *
 * @param position 0 …, in the order of this participant
 * @param imageKey names the picture in addresses; tells neither file nor item
 */
public record Trial(int position, String imageKey) {}
