package org.c25.participation;

/** A slot was taken from somebody who had not finished, and is free. Published in the transaction that takes it. */
public record SlotReleased(long participantId, long invitationId) {}
