package org.c25.participation;

/**
 * The event that a slot was taken from somebody who had not finished, and is free. It is published in the transaction
 * that takes it.
 */
public record SlotReleased(long participantId, long invitationId) {}
