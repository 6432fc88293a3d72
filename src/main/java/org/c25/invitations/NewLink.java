package org.c25.invitations;

import org.c25.security.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A link that was just made; its secret is shown this once.
 *
 * @param email for whom it is, null if for nobody in particular
 */
public record NewLink(long invitationId, @Nullable String email, Secret secret) {}
