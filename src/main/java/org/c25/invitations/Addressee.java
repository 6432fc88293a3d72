package org.c25.invitations;

import org.c25.mail.EmailAddress;
import org.c25.security.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was invited by e-mail, with everything that an e-mail to them needs.
 *
 * @param email the address to which the e-mail goes; null if no address is known, or none any more
 * @param secret the secret of their link; null if it is not kept, or can't be opened
 * @param publicAddress how the link began when it was made, null if that is not known
 * @param live whether the link still works: it is not revoked, and the person has not had everything erased
 */
public record Addressee(
        long invitationId,
        long setId,
        @Nullable String email,
        @Nullable Secret secret,
        @Nullable String publicAddress,
        boolean live) {

    /** Whether an e-mail can reach them. None reaches an address that is invented. */
    public boolean hasAddress() {
        return live && email != null && !EmailAddress.isInvented(email);
    }
}
