package org.c25.accounts;

import java.time.Instant;

/** An account as a page shows it. */
public record AccountView(long id, String name, Role role, boolean passwordMadeUp, boolean enabled, Instant createdAt) {

    static AccountView of(Account account) {
        return new AccountView(
                account.id(),
                account.name(),
                account.role(),
                account.passwordMadeUp(),
                account.enabled(),
                account.createdAt());
    }
}
