package org.c25.participation;

/**
 * The event that a participant leaves and has everything erased. In the transaction that is still open, every listener
 * that holds rows of theirs deletes them; the participant's own row is deleted afterwards.
 */
public record ParticipantWithdrew(long participantId, long invitationId) {}
