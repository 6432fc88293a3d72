package org.c25.participation;

/**
 * A participant left and has everything erased. In the transaction that is still open, whatever holds rows of theirs
 * deletes them; the participant's own row goes afterwards.
 */
public record ParticipantWithdrew(long participantId, long invitationId) {}
