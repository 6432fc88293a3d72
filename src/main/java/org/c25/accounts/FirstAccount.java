package org.c25.accounts;

import java.util.Optional;
import org.c25.security.Secret;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Makes the account {@code admin} on an empty database. */
@Component
public class FirstAccount implements SmartInitializingSingleton {

    public static final String NAME = "admin";

    private final Accounts accounts;
    private final Passwords passwords;
    private final String configured;
    private Optional<Secret> madeUp = Optional.empty();

    FirstAccount(Accounts accounts, Passwords passwords, @Value("${c25.admin-password:}") String configured) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.configured = configured;
    }

    /** Makes the account before the first request can come. */
    @Override
    public void afterSingletonsInstantiated() {
        if (!accounts.none()) {
            return;
        }
        if (Passwords.isTooLong(configured)) {
            throw new IllegalStateException("c25.admin-password has at most 72 bytes; choose a shorter one");
        }
        try {
            make();
        } catch (DataIntegrityViolationException e) {
            if (accounts.none()) {
                throw e;
            }
            // Another node, started at the same moment, has made it; if it made up a password, that one shows it.
        }
    }

    private void make() {
        if (configured.isEmpty()) {
            madeUp = Optional.of(passwords.makeUpFirst(NAME));
        } else {
            passwords.takeFirst(NAME, configured);
        }
    }

    /** Returns the password that this start has made up, and forgets it: it is shown once. */
    public Optional<Secret> takeMadeUpPassword() {
        Optional<Secret> taken = madeUp;
        madeUp = Optional.empty();
        return taken;
    }
}
