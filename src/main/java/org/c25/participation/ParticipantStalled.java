package org.c25.participation;

/** Somebody at work has not come for as long as their study allows. Published in the transaction that marks it, once a stall. */
public record ParticipantStalled(long participantId, long invitationId) {}
