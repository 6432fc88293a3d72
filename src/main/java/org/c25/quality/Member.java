package org.c25.quality;

import org.c25.enrolment.ParticipantStatus;

/**
 * Somebody in a slot.
 *
 * @param slot the column {@code participant{slot}}
 * @param trials how many there are for this person
 */
record Member(int slot, long participantId, ParticipantStatus status, int trials) {}
