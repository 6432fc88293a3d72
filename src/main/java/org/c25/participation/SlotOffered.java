package org.c25.participation;

/** The event that somebody on the waiting list is offered a slot, published in the transaction that offers it. */
public record SlotOffered(long invitationId) {}
