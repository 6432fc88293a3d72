package org.c25.invitations;

/** The event that a link works no more; published in the transaction that revokes it. */
public record InvitationRevoked(long invitationId) {}
