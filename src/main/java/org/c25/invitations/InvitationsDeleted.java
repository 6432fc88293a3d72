package org.c25.invitations;

import java.util.List;

/**
 * The event that all invitations of a set are deleted, together with the set. In the transaction that is still open,
 * every listener deletes what it has of them; the invitations' own rows are deleted afterwards.
 */
public record InvitationsDeleted(List<Long> invitationIds) {}
