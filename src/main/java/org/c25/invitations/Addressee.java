package org.c25.invitations;

import java.util.Locale;
import java.util.Set;
import org.c25.security.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was invited by e-mail, as a letter to them needs it.
 *
 * @param email where the letter goes; null if no address is known, or none any more
 * @param secret of their link; null if it is not kept, or can't be opened
 * @param publicAddress how the link began when it was made, null if that is not known
 * @param language in which they agreed to take part; English before that
 * @param status of their participation, null before they took a place
 * @param live whether the link still works
 */
public record Addressee(
        long invitationId,
        long setId,
        @Nullable String email,
        @Nullable Secret secret,
        @Nullable String publicAddress,
        Locale language,
        @Nullable String status,
        boolean live) {

    /** Who can still go on, or begin; also after their place was given on. */
    private static final Set<String> UNDER_WAY = Set.of("AT_WORK", "RELEASED");

    /** Whether a letter can reach them. */
    public boolean hasAddress() {
        return live && email != null;
    }

    /** Whether a letter makes sense: not to those who have finished or left. */
    public boolean isAwaited() {
        return live && (status == null || UNDER_WAY.contains(status));
    }
}
