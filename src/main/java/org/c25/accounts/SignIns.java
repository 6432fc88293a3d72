package org.c25.accounts;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.c25.accounts.SignInDelays.Attempt;
import org.c25.common.Numbers;
import org.c25.common.Problem;
import org.c25.common.Sha256;
import org.springframework.stereotype.Component;

/**
 * Checks passwords, whichever way they come, and makes guessing slow. Wrong passwords are counted for an account
 * together with where they come from: a browser in which somebody has signed in to it before, or else an address. So
 * the wrong passwords of others shut nobody out who comes from elsewhere or has signed in here before. For everybody
 * else, wrong passwords also count for the address and for the account as a whole. A name that no account has is
 * treated in the same way, and takes as long.
 */
@Component
class SignIns {

    private static final int DIGITS_OF_UNKNOWN_NAME = 4;
    private static final long NOBODY = -1;

    private final Accounts accounts;
    private final RecentRefusals refusals;
    private final SignInDelays delays;
    private final SignInPlaces places;
    private final PasswordHashing hashing;
    private final SignInTrail trail;

    SignIns(
            Accounts accounts,
            RecentRefusals refusals,
            SignInDelays delays,
            SignInPlaces places,
            PasswordHashing hashing,
            SignInTrail trail) {
        this.accounts = accounts;
        this.refusals = refusals;
        this.delays = delays;
        this.places = places;
        this.hashing = hashing;
        this.trail = trail;
    }

    /**
     * Returns the account with this name and password; empty if either is wrong or the account is disabled.
     *
     * @throws Problem 429 after too many wrong passwords, 503 while too many wait for theirs; both say when to try
     *     again
     */
    Optional<Caller> check(String name, String password, Origin origin) {
        Duration early = refusals.early(name, origin);
        if (!early.isZero()) {
            throw tooEarly(early);
        }
        hashing.requireRoom();
        Optional<Caller> account = accounts.named(name);
        Attempt attempt = begin(name, account, origin);
        String known = account.map(Caller::getUsername).orElse(null);
        if (attempt.isRefused()) {
            refusals.note(name, origin, attempt.early());
            if (delays.isFirst(attempt)) {
                trail.refused(known, origin, "too many wrong passwords before");
            }
            throw tooEarly(attempt.early());
        }
        if (!isRight(attempt, account, password)) {
            String count = attempt.failures() == 1 ? "" : ", " + attempt.failures() + " in a row";
            trail.refused(known, origin, "wrong name or password" + count);
            return Optional.empty();
        }
        delays.forgive(attempt);
        account.ifPresent(caller -> welcome(caller, origin));
        return account;
    }

    private Attempt begin(String name, Optional<Caller> account, Origin origin) {
        // What is typed as a name may be a password. A few digits of its hash betray nothing, and are enough to count
        // by.
        String who = account.map(found -> "account " + found.accountId())
                .orElseGet(() -> "no account " + Sha256.of(name).substring(0, DIGITS_OF_UNKNOWN_NAME));
        String address = "address " + origin.address();
        // The browser is looked up even if there is no account, so that the time taken betrays nothing.
        long id = account.map(Caller::accountId).orElse(NOBODY);
        if (places.knowsBrowser(id, origin)) {
            String own = who + " in browser " + origin.browser();
            return delays.begin(own, Map.of(own, Delay.OF_ONE));
        }
        String own = who + " from " + address;
        Map<String, Delay> counted = new HashMap<>(Map.of(own, Delay.OF_ONE));
        if (!places.knowsAddress(id, origin)) {
            counted.put(address, Delay.OF_ADDRESS);
            counted.put(who, Delay.OF_ACCOUNT);
        }
        return delays.begin(own, counted);
    }

    private boolean isRight(Attempt attempt, Optional<Caller> account, String password) {
        try {
            return hashing.matches(password, account.map(Caller::getPassword))
                    && account.filter(Caller::isEnabled).isPresent();
        } catch (Problem busy) {
            delays.takeBack(attempt);
            throw busy;
        }
    }

    private void welcome(Caller caller, Origin origin) {
        places.remember(caller.accountId(), origin);
        if (origin.way() != Origin.Way.ACCOUNT_PAGE) {
            trail.signedIn(caller.getUsername(), origin);
        }
    }

    private static Problem tooEarly(Duration wait) {
        return Problem.tooMany("Too many wrong passwords. Try again in " + words(wait) + ".", wait);
    }

    private static String words(Duration wait) {
        long seconds = (wait.toMillis() + 999) / 1000;
        if (seconds < 60) {
            return Numbers.count(seconds, "second");
        }
        long minutes = (seconds + 59) / 60;
        return Numbers.count(minutes, "minute");
    }
}
