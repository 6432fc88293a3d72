package org.c25.accounts;

import java.time.Instant;

/**
 * An account as a page shows it.
 *
 * @param firstStepsAway whether the person has put the list of first steps away
 */
public record AccountView(
        long id,
        String name,
        Role role,
        boolean passwordMadeUp,
        boolean enabled,
        boolean firstStepsAway,
        Instant createdAt) {

    static AccountView of(Account account) {
        return new AccountView(
                account.id(),
                account.name(),
                account.role(),
                account.passwordMadeUp(),
                account.enabled(),
                account.firstStepsAway(),
                account.createdAt());
    }
}
