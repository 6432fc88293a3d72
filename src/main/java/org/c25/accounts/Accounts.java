package org.c25.accounts;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.c25.audit.Audit;
import org.c25.common.Problem;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates, changes and finds the accounts of the staff. */
@Service
@Transactional
public class Accounts {

    private final AccountRows accounts;
    private final ApiTokens apiTokens;
    private final Audit audit;
    private final Clock clock;

    Accounts(AccountRows accounts, ApiTokens apiTokens, Audit audit, Clock clock) {
        this.accounts = accounts;
        this.apiTokens = apiTokens;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Caller> named(String name) {
        return accounts.named(name).map(Account::asCaller);
    }

    /** Returns an account as a caller, for what is done on its behalf; empty if it is disabled. */
    @Transactional(readOnly = true)
    public Optional<Caller> enabled(long id) {
        return accounts.find(id).filter(Account::enabled).map(Account::asCaller);
    }

    /** Whether somebody who signed in a while ago may still act: enabled, in the same role, with the same password. */
    @Transactional(readOnly = true)
    boolean isStillIn(Caller caller) {
        return accounts.find(caller.accountId())
                .map(Account::asCaller)
                .filter(caller::isStill)
                .isPresent();
    }

    @Transactional(readOnly = true)
    public boolean none() {
        return accounts.none();
    }

    @Transactional(readOnly = true)
    public List<AccountView> all() {
        return accounts.all().stream().map(AccountView::of).toList();
    }

    @Transactional(readOnly = true)
    public AccountView own(Caller caller) {
        return AccountView.of(require(caller.accountId()));
    }

    /** Creates the first account of an empty database, with the role of an admin. */
    void createFirst(String name, String hash, boolean madeUp) {
        accounts.insert(new Account(name, Role.ADMIN, hash, madeUp, clock.instant()));
        audit.record("system", "account created", "account " + name, "ADMIN, the first account");
    }

    /**
     * Creates an account.
     *
     * @param hash the hash of a password that the system has made up
     * @throws Problem if the name is empty, too long or taken
     */
    void create(Caller admin, String name, Role role, String hash) {
        if (!name.matches("[\\p{L}\\p{N}._@-]{1,60}")) {
            throw Problem.invalid("name", "1 to 60 letters, digits and . _ @ -, and no spaces");
        }
        if (accounts.named(name).isPresent()) {
            throw nameTaken();
        }
        try {
            accounts.insert(new Account(name, role, hash, true, clock.instant()));
        } catch (DataIntegrityViolationException e) {
            throw nameTaken(); // another request has taken it since the look-up
        }
        audit.record(admin.getUsername(), "account created", "account " + name, role.name());
    }

    private static Problem nameTaken() {
        return Problem.invalid("name", "is taken; choose another");
    }

    /**
     * Returns an account.
     *
     * @throws Problem 404 if there is none
     */
    @Transactional(readOnly = true)
    public AccountView of(long id) {
        return AccountView.of(require(id));
    }

    /** Gives an account a new made-up password, for someone who forgot theirs. */
    void resetPassword(Caller admin, long id, String hash) {
        Account account = requireLocked(id);
        account.resetPassword(hash);
        accounts.update(account);
        int tokens = apiTokens.endAll(id, ApiToken.End.PASSWORD_RESET);
        audit.record(admin.getUsername(), "password reset", "account " + account.name(), ended(tokens));
    }

    void disable(Caller admin, long id) {
        if (admin.accountId() == id) {
            throw Problem.conflict("You can't disable the account you are signed in with.");
        }
        Account account = requireLocked(id);
        if (!account.enabled()) {
            return;
        }
        account.disable();
        accounts.update(account);
        int tokens = apiTokens.endAll(id, ApiToken.End.ACCOUNT_DISABLED);
        audit.record(admin.getUsername(), "account disabled", "account " + account.name(), ended(tokens));
    }

    void enable(Caller admin, long id) {
        Account account = requireLocked(id);
        if (account.enabled()) {
            return;
        }
        account.enable();
        accounts.update(account);
        audit.record(admin.getUsername(), "account enabled", "account " + account.name(), "");
    }

    /**
     * Sets another password of the caller's own, and ends every other session and every token of the account.
     *
     * @return the caller, as whom the present session goes on
     * @throws Problem 401 if another password was set meanwhile
     */
    Caller choosePassword(Caller caller, String hash) {
        Account account = requireLocked(caller.accountId());
        if (!caller.isStill(account.asCaller())) {
            throw Problem.unauthorized("Your password was changed meanwhile. Sign in again.");
        }
        account.choosePassword(hash);
        accounts.update(account);
        int tokens = apiTokens.endAll(caller.accountId(), ApiToken.End.PASSWORD_CHOSEN);
        audit.record(caller.getUsername(), "password chosen", "account " + account.name(), ended(tokens));
        return account.asCaller();
    }

    /** Keeps that the caller has looked at a preview, once: it is one of the first steps. */
    public void previewed(Caller caller) {
        if (accounts.hasNotPreviewed(caller.accountId())) {
            change(caller, account -> account.previewed(clock.instant()));
        }
    }

    /** Hides the list of first steps from the caller, until {@link #showFirstSteps}. */
    public void putFirstStepsAway(Caller caller) {
        change(caller, account -> account.putFirstStepsAway(clock.instant()));
    }

    public void showFirstSteps(Caller caller) {
        change(caller, Account::showFirstSteps);
    }

    private void change(Caller caller, Consumer<Account> change) {
        Account account = requireLocked(caller.accountId());
        change.accept(account);
        accounts.update(account);
    }

    private static String ended(int tokens) {
        return tokens == 0 ? "" : tokens == 1 ? "ended 1 API token" : "ended " + tokens + " API tokens";
    }

    private Account requireLocked(long id) {
        return accounts.findLocked(id).orElseThrow(() -> Problem.notFound("account"));
    }

    private Account require(long id) {
        return accounts.find(id).orElseThrow(() -> Problem.notFound("account"));
    }
}
