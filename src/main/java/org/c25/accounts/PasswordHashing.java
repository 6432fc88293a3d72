package org.c25.accounts;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.c25.common.Problem;
import org.c25.security.Secret;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords, few at a time. Hashing is meant to take long, and participants are not to wait for it. Call it
 * without an open transaction, which would hold a connection meanwhile.
 */
@Component
class PasswordHashing {

    private static final int MOST_WAITING = 50;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final PasswordEncoder encoder;
    private final Semaphore atOnce;
    private final AtomicInteger waiting = new AtomicInteger();
    private final String nobodys;

    /**
     * @param atOnce how many passwords this node hashes at the same time; 0 for half as many as it has processors, but
     *     at least one
     */
    PasswordHashing(PasswordEncoder encoder, @Value("${c25.sign-in.hashing-at-once:0}") int atOnce) {
        this.encoder = encoder;
        int half = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        this.atOnce = new Semaphore(atOnce > 0 ? atOnce : half, true);
        this.nobodys = Objects.requireNonNull(encoder.encode(Secret.random().text()));
    }

    /**
     * Refuses to begin while too many wait.
     *
     * @throws Problem 503 if too many wait for this already
     */
    void requireRoom() {
        if (waiting.get() >= MOST_WAITING) {
            throw busy();
        }
    }

    /**
     * Hashes a password.
     *
     * @throws Problem 503 if too many wait for this already
     */
    String hash(String password) {
        return inTurn(() -> Objects.requireNonNull(encoder.encode(password)));
    }

    /**
     * Returns whether a password is the right one.
     *
     * @param hash the hash of the right password; empty if there is none, which takes as long to find out
     * @throws Problem 503 if too many wait for this already
     */
    boolean matches(String password, Optional<String> hash) {
        return inTurn(() -> encoder.matches(password, hash.orElse(nobodys))) && hash.isPresent();
    }

    private <T> T inTurn(Supplier<T> work) {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            throw busy();
        }
        try {
            if (!atOnce.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        } finally {
            waiting.decrementAndGet();
        }
        try {
            return work.get();
        } finally {
            atOnce.release();
        }
    }

    private static Problem busy() {
        return Problem.unavailable(
                "Many people are signing in at this moment. Try again in a few seconds.", LONGEST_WAIT);
    }
}
