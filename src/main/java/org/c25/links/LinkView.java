package org.c25.links;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A link as its page shows it.
 *
 * @param slot the slot taken with it, null if none was, or if everything of the person was erased
 * @param recruited whether the person came by a recruiting link
 * @param reachable whether an e-mail can carry the link
 * @param remindedLately whether a reminder was written so short a while ago that another one would be too many
 * @param restorable whether it was revoked a short while ago
 * @param letter the last e-mail, null if there was none
 */
record LinkView(
        long id,
        @Nullable String email,
        Instant createdAt,
        LinkStatus status,
        @Nullable Integer slot,
        boolean recruited,
        boolean reachable,
        boolean remindedLately,
        boolean restorable,
        @Nullable LetterView letter) {

    /** Returns why the person gets no reminder now; null if they can get one. */
    @Nullable
    String whyNoReminder() {
        if (status == LinkStatus.REVOKED) {
            return "The link is revoked.";
        }
        if (!status.isAwaited()) {
            return "There is nothing to remind of. State: " + status.words() + ".";
        }
        if (!reachable) {
            return "No address is known here.";
        }
        return remindedLately ? "A reminder was written within the last 24 hours." : null;
    }

    /** Returns what the page calls the link, such as {@code #7 (kim@example.org)}. */
    String name() {
        return "#" + id + (recruited ? " (recruiting link)" : email == null ? "" : " (" + email + ")");
    }

    /**
     * An e-mail as the page shows it.
     *
     * @param at when it was sent, or else when its next attempt is due
     * @param error what the server said, null for nothing
     */
    record LetterView(
            long id,
            EmailKind kind,
            EmailState state,
            int attempts,
            Instant at,
            @Nullable String error) {

        /** Returns the words for the kind on the page, such as {@code slot released}. */
        public String words() {
            return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ').replace("place", "slot");
        }
    }
}
