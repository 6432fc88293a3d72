package org.c25.participation;

/**
 * The event that somebody at work has given no sign of life for as long as their study allows. It is published once for
 * each stall, in the transaction that marks it.
 */
public record ParticipantStalled(long participantId, long invitationId) {}
