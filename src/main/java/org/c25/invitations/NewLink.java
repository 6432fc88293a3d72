package org.c25.invitations;

import org.c25.security.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A link that was just made; its secret is shown this once.
 *
 * @param email the address that it is for, null if it is for nobody in particular
 */
public record NewLink(long invitationId, @Nullable String email, Secret secret) {}
