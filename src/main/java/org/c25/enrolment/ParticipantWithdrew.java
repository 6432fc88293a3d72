package org.c25.enrolment;

/** A participant left: in the transaction that is still open, whatever holds their answers erases them. */
public record ParticipantWithdrew(long participantId) {}
