package org.c25.monitoring;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.c25.accounts.Caller;
import org.c25.quality.FlagView;
import org.c25.quality.Flags;
import org.c25.sets.SetView;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Component;

/**
 * How many flags of each place nobody has decided on yet. The live page asks more often than they can be worked out, so
 * they may be some seconds old; of a large set they are worked out beside, and the page has them with its next look.
 */
@Component
class FlagCounts {

    private static final int SMALL = 100;
    private static final Duration FRESH = Duration.ofSeconds(15);
    private static final Duration FRESH_OF_LARGE = Duration.ofMinutes(2);
    private static final int KEPT = 100;

    private final Flags flags;
    private final TaskExecutor beside;
    private final Clock clock;
    private final Semaphore large = new Semaphore(1);
    private final Cache<Long, Counted> counted =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    FlagCounts(Flags flags, TaskExecutor applicationTaskExecutor, Clock clock) {
        this.flags = flags;
        this.beside = applicationTaskExecutor;
        this.clock = clock;
    }

    /** By place, without those that have none; empty while they are worked out for the first time. */
    Map<Integer, Integer> of(Caller caller, SetView set) {
        Counted kept = counted.get(set.id(), id -> new Counted());
        if (set.capacity() > SMALL) {
            countBeside(kept, caller, set.id());
        } else if (kept.isDue(clock.instant(), FRESH)) {
            kept.count(caller, set.id());
        }
        return kept.byPlace;
    }

    /** One large set at a time: each holds a connection while it is read. The others come with a later look. */
    private void countBeside(Counted kept, Caller caller, long setId) {
        if (!large.tryAcquire()) {
            return;
        }
        boolean begun = false;
        try {
            if (kept.isDue(clock.instant(), FRESH_OF_LARGE)) {
                beside.execute(() -> {
                    try {
                        kept.count(caller, setId);
                    } finally {
                        large.release();
                    }
                });
                begun = true;
            }
        } finally {
            if (!begun) {
                large.release();
            }
        }
    }

    private final class Counted {

        private Instant at = Instant.EPOCH;
        private volatile Map<Integer, Integer> byPlace = Map.of();

        /** Of many who ask at once, one is told to count. */
        synchronized boolean isDue(Instant now, Duration fresh) {
            boolean due = !now.isBefore(at.plus(fresh));
            at = due ? now : at;
            return due;
        }

        void count(Caller caller, long setId) {
            byPlace = flags.of(caller, setId).entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> (int) entry.getValue().stream()
                            .filter(FlagView::isUndecided)
                            .count()));
        }
    }
}
