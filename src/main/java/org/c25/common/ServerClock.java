package org.c25.common;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/**
 * The clock that all times come from, in UTC and in whole microseconds, as both databases keep them. The demonstration
 * sets it back for what it does itself, so that its people answered days ago; nothing else may.
 */
public final class ServerClock extends Clock {

    private static final Clock PRESENT = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));

    private final ThreadLocal<Clock> ofThread = ThreadLocal.withInitial(() -> PRESENT);

    /** Does something as if it were this moment, for all code that runs in the same thread meanwhile. */
    public void at(Instant moment, Runnable deed) {
        at(moment, () -> {
            deed.run();
            return moment;
        });
    }

    /** Returns what something returns that is done as if it were this moment, see {@link #at(Instant, Runnable)}. */
    public <T> T at(Instant moment, Supplier<T> deed) {
        Clock before = ofThread.get();
        ofThread.set(Clock.fixed(moment.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC));
        try {
            return deed.get();
        } finally {
            ofThread.set(before);
        }
    }

    @Override
    public Instant instant() {
        return ofThread.get().instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return ofThread.get().withZone(zone);
    }
}
