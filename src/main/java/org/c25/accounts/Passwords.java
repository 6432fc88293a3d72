package org.c25.accounts;

import java.nio.charset.StandardCharsets;
import org.c25.common.Faults;
import org.c25.common.Problem;
import org.c25.security.Secret;
import org.springframework.stereotype.Service;

/** Makes and changes passwords. Each password is hashed before the transaction begins that stores its hash. */
@Service
class Passwords {

    private static final int LEAST = 10;
    // bcrypt ignores all further bytes.
    private static final int MOST_BYTES = 72;

    private final Accounts accounts;
    private final SignIns signIns;
    private final PasswordHashing hashing;

    Passwords(Accounts accounts, SignIns signIns, PasswordHashing hashing) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.hashing = hashing;
    }

    static boolean isTooLong(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
    }

    /**
     * Creates the first account, with a password that the system makes up.
     *
     * @return that password, to be shown once
     */
    Secret makeUpFirst(String name) {
        Secret password = Secret.random();
        accounts.createFirst(name, hashing.hash(password.text()), true);
        return password;
    }

    /** Creates the first account, with a password that somebody has chosen. */
    void takeFirst(String name, String password) {
        accounts.createFirst(name, hashing.hash(password), false);
    }

    /**
     * Makes an account with a password that the system makes up.
     *
     * @return that password, to be shown once
     * @throws Problem if the name is empty, too long or taken
     */
    Secret createAccount(Caller admin, String name, Role role) {
        Secret password = Secret.random();
        accounts.create(admin, name, role, hashing.hash(password.text()));
        return password;
    }

    /**
     * Gives an account a new password, which the system makes up.
     *
     * @return that password, to be shown once
     */
    Secret reset(Caller admin, long account) {
        Secret password = Secret.random();
        accounts.resetPassword(admin, account, hashing.hash(password.text()));
        return password;
    }

    /**
     * Sets the caller's own password, which ends all their tokens and all their other sessions.
     *
     * @return the caller, as whom the present session goes on
     * @throws Problem if the present password is wrong, or has been wrong too often, or the new one is too short or too
     *     long
     */
    Caller choose(Caller caller, String present, String chosen, Origin origin) {
        Faults faults = new Faults();
        if (signIns.check(caller.getUsername(), present, origin).isEmpty()) {
            faults.add("present", "is not your present password");
        }
        if (chosen.length() < LEAST || isTooLong(chosen)) {
            faults.add("chosen", "at least 10 characters, and at most 72 bytes");
        }
        faults.refuseIfAny();
        return accounts.choosePassword(caller, hashing.hash(chosen));
    }
}
