package org.c25.participation;

/** Somebody who waited is offered a place; published in the transaction that does it. */
public record SlotOffered(long invitationId) {}
