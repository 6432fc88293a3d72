package org.c25.enrolment;

/**
 * The person who brings an invitation's secret: who they are, until they take a place and after.
 *
 * @param invitationId the invitation
 * @param setId the set it is for
 */
public record Invited(long invitationId, long setId) {}
