package org.c25.enrolment;

/** A place is kept for somebody on the waiting list, in the transaction that is still open. */
public record SlotOffered(long invitationId) {}
