package org.c25.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token as pages show it.
 *
 * @param account the owner's name
 * @param name the words with which the owner said what the token is for
 * @param lastUsedAt the time of its last use, to the minute; null if it has never been used
 * @param endedAt the time at which it stopped working; null while it works
 * @param end the reason why it ended; null while it works
 */
record ApiToken(
        long id,
        String account,
        String name,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant endedAt,
        @Nullable End end) {

    enum End {
        REVOKED("you revoked it"),
        REVOKED_BY_ADMIN("an admin revoked it"),
        PASSWORD_CHOSEN("you chose another password"),
        PASSWORD_RESET("an admin reset your password"),
        ACCOUNT_DISABLED("your account was disabled");

        private final String words;

        End(String words) {
            this.words = words;
        }

        /** Returns the reason, in words for the token's owner. */
        public String words() {
            return words;
        }
    }
}
