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
 * Counts the flags of each slot on which nobody has decided yet. The live page asks more often than they can be
 * counted, so a count may be some seconds old. The flags of a large set are counted in the background, and the page has
 * them at its next look.
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

    /** Returns the counts by slot; empty while they are counted for the first time. */
    Map<Integer, Integer> of(Caller caller, SetView set) {
        Counted kept = counted.get(set.id(), id -> new Counted());
        if (set.capacity() > SMALL) {
            countBeside(kept, caller, set.id());
        } else if (kept.isDue(clock.instant(), FRESH)) {
            kept.count(caller, set.id());
        }
        return kept.bySlot;
    }

    /**
     * Counts one large set at a time in the background, because each holds a connection while it is read. The others
     * are counted at a later look.
     */
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
        private volatile Map<Integer, Integer> bySlot = Map.of();

        /** Whether the caller must count: if many ask at once, only one of them gets true. */
        synchronized boolean isDue(Instant now, Duration fresh) {
            boolean due = !now.isBefore(at.plus(fresh));
            at = due ? now : at;
            return due;
        }

        void count(Caller caller, long setId) {
            bySlot = flags.of(caller, setId).entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> (int) entry.getValue().stream()
                            .filter(FlagView::isUndecided)
                            .count()));
        }
    }
}
