package org.c25.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.c25.common.Sha256;
import org.springframework.stereotype.Component;

/**
 * The names and origins that this node has refused within the last second. They are refused again without a query to
 * the database, so that a flood of guesses takes no connections from participants. The rule itself is kept in the
 * database.
 */
@Component
class RecentRefusals {

    private static final Duration KEPT = Duration.ofSeconds(1);
    private static final int MOST = 10_000;

    /** The time from which each may try again. */
    private final Cache<String, Instant> refusals =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    private final Clock clock;

    RecentRefusals(Clock clock) {
        this.clock = clock;
    }

    void note(String name, Origin origin, Duration early) {
        refusals.put(key(name, origin), clock.instant().plus(early));
    }

    /** Returns how long it takes until a password may be tried; zero if the database has to be asked. */
    Duration early(String name, Origin origin) {
        Instant freeAt = refusals.getIfPresent(key(name, origin));
        Instant now = clock.instant();
        return freeAt == null || freeAt.isBefore(now) ? Duration.ZERO : Duration.between(now, freeAt);
    }

    void forget() {
        refusals.invalidateAll();
    }

    private static String key(String name, Origin origin) {
        return Sha256.of(name + "\n" + origin.address() + "\n" + origin.browser());
    }
}
