package org.c25.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.c25.common.Sha256;
import org.springframework.stereotype.Component;

/**
 * Whom this node has refused within the last second. They are refused again without a look into the database, so that a
 * flood of guesses takes no connections from those who rate faces. The rule itself stands in the database.
 */
@Component
class RecentRefusals {

    private static final Duration KEPT = Duration.ofSeconds(1);
    private static final int MOST = 10_000;

    private final Map<String, Refusal> refusals = new ConcurrentHashMap<>();
    private final Clock clock;

    RecentRefusals(Clock clock) {
        this.clock = clock;
    }

    void note(String name, Origin origin, Duration early) {
        if (refusals.size() >= MOST) {
            refusals.clear();
        }
        Instant now = clock.instant();
        refusals.put(key(name, origin), new Refusal(now, now.plus(early)));
    }

    /** How long before a password may be tried; zero if the database has to be asked. */
    Duration early(String name, Origin origin) {
        Refusal refusal = refusals.get(key(name, origin));
        Instant now = clock.instant();
        return refusal == null
                        || refusal.at().plus(KEPT).isBefore(now)
                        || refusal.freeAt().isBefore(now)
                ? Duration.ZERO
                : Duration.between(now, refusal.freeAt());
    }

    void forget() {
        refusals.clear();
    }

    private static String key(String name, Origin origin) {
        return Sha256.of(name + "\n" + origin.address() + "\n" + origin.browser());
    }

    private record Refusal(Instant at, Instant freeAt) {}
}
