package org.c25.accounts;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.c25.audit.Audit;
import org.c25.web.Problem;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of the people who work here. */
@Service
@Transactional
public class Accounts implements UserDetailsService {

    private static final int PASSWORD_LEAST = 10;
    // bcrypt reads no further.
    static final int PASSWORD_MOST_BYTES = 72;

    private final AccountRepository accounts;
    private final PasswordEncoder encoder;
    private final Audit audit;
    private final Clock clock;

    Accounts(AccountRepository accounts, PasswordEncoder encoder, Audit audit, Clock clock) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Caller loadUserByUsername(String name) {
        return accounts.findByName(name)
                .map(Account::asCaller)
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    /** Whether somebody who signed in a while ago may still act: enabled, in the same role, with the same password. */
    @Transactional(readOnly = true)
    boolean isStillIn(Caller caller) {
        return accounts.findById(caller.accountId())
                .map(Account::asCaller)
                .filter(caller::isStill)
                .isPresent();
    }

    @Transactional(readOnly = true)
    public boolean none() {
        return accounts.count() == 0;
    }

    @Transactional(readOnly = true)
    public List<AccountView> all() {
        return accounts.findAllByOrderByName().stream().map(AccountView::of).toList();
    }

    @Transactional(readOnly = true)
    public AccountView own(Caller caller) {
        return AccountView.of(require(caller.accountId()));
    }

    /** The first account of an empty database. */
    void createFirst(String name, String password, boolean madeUp) {
        accounts.save(new Account(name, Role.ADMIN, hash(password), madeUp, clock.instant()));
        audit.record("system", "account created", "account " + name, "ADMIN, the first account");
    }

    /**
     * Makes an account with a password that the system makes up.
     *
     * @return that password, to be shown once
     * @throws Problem if the name is empty, too long or taken
     */
    Secret create(Caller admin, String name, Role role) {
        if (!name.matches("[\\p{L}\\p{N}._@-]{1,60}")) {
            throw Problem.invalid("name", "has 1 to 60 letters, digits and . _ @ - and no spaces");
        }
        if (accounts.findByName(name).isPresent()) {
            throw nameTaken();
        }
        Secret password = Secret.random();
        try {
            accounts.saveAndFlush(new Account(name, role, hash(password.text()), true, clock.instant()));
        } catch (DataIntegrityViolationException e) {
            throw nameTaken(); // by another request, since it was looked up
        }
        audit.record(admin.getUsername(), "account created", "account " + name, role.name());
        return password;
    }

    private static Problem nameTaken() {
        return Problem.invalid("name", "is taken; choose another");
    }

    @Transactional(readOnly = true)
    AccountView of(long id) {
        return AccountView.of(require(id));
    }

    /** Gives an account a new made-up password, for someone who forgot theirs. */
    Secret resetPassword(Caller admin, long id) {
        Account account = require(id);
        Secret password = Secret.random();
        account.resetPassword(hash(password.text()));
        audit.record(admin.getUsername(), "password reset", "account " + account.name(), "");
        return password;
    }

    void disable(Caller admin, long id) {
        if (admin.accountId() == id) {
            throw Problem.conflict("You can't disable the account you are signed in with.");
        }
        Account account = require(id);
        account.disable();
        audit.record(admin.getUsername(), "account disabled", "account " + account.name(), "");
    }

    void enable(Caller admin, long id) {
        Account account = require(id);
        account.enable();
        audit.record(admin.getUsername(), "account enabled", "account " + account.name(), "");
    }

    /** @throws Problem if the present password is wrong, or the new one too short or too long */
    void choosePassword(Caller caller, String present, String chosen) {
        Account account = require(caller.accountId());
        if (!encoder.matches(present, account.passwordHash())) {
            throw Problem.invalid("present", "is not your present password");
        }
        if (chosen.length() < PASSWORD_LEAST || chosen.getBytes(StandardCharsets.UTF_8).length > PASSWORD_MOST_BYTES) {
            throw Problem.invalid("chosen", "has at least 10 characters and at most 72 bytes");
        }
        account.choosePassword(hash(chosen));
        audit.record(caller.getUsername(), "password chosen", "account " + account.name(), "");
    }

    private String hash(String password) {
        return Objects.requireNonNull(encoder.encode(password));
    }

    private Account require(long id) {
        return accounts.findById(id).orElseThrow(() -> Problem.notFound("account"));
    }
}
