package org.c25.storage;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.c25.common.Causes;
import org.c25.storage.DatabaseCheck.Condition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Checks every second how the database is, in a thread of its own and with no connection of the pool. Callers are told
 * at once what it saw last, even while the database hangs, and however many ask.
 */
public class DatabaseWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /**
     * The time after which a check that is not over means that the database does not answer. Usually it takes
     * milliseconds.
     */
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private static final long NOT_LOOKING = -1;

    private final DatabaseCheck check;
    private volatile Condition condition = Condition.SOUND;
    private volatile long lookingSince = NOT_LOOKING;
    private volatile @Nullable String era;
    private volatile boolean running;
    private ScheduledExecutorService thread;

    DatabaseWatch(DatabaseCheck check) {
        this.check = check;
        this.thread = newThread();
    }

    private static ScheduledExecutorService newThread() {
        return Executors.newSingleThreadScheduledExecutor(task -> {
            Thread watch = new Thread(task, "database-watch");
            watch.setDaemon(true);
            return watch;
        });
    }

    /** Whether the database can be read and written, as far as is known. */
    boolean isSound() {
        long since = lookingSince;
        boolean hangs = since != NOT_LOOKING && System.nanoTime() - since > PATIENCE.toNanos();
        return condition == Condition.SOUND && !hangs;
    }

    /** Returns {@link DatabaseCheck#era()} as it was at the last look. */
    @Nullable
    String era() {
        return era;
    }

    /** Whether it is certain that the database can't be used at all. */
    boolean isAway() {
        return condition == Condition.AWAY;
    }

    /** Tells it that a request failed because the disk of the database is full. */
    void suspectFullDisk() {
        check.suspectFullDisk();
    }

    private void look() {
        lookingSince = Math.max(0, System.nanoTime());
        try {
            found(check.look(), "");
            era = check.era();
        } catch (SQLException | RuntimeException e) {
            found(Condition.AWAY, Causes.bottom(e));
        } catch (OutOfMemoryError e) {
            LOG.warn("The database was not looked at: {}", Causes.bottom(e)); // If thrown on, it would end the watch.
        } finally {
            lookingSince = NOT_LOOKING;
        }
    }

    private void found(Condition now, String why) {
        if (now != condition) {
            condition = now;
            LOG.warn("The database is {}{}", now, why.isEmpty() ? "" : ": " + why);
        }
    }

    @Override
    public void start() {
        running = true;
        // Nobody waits for its result: look() throws nothing.
        Future<?> unused = thread.scheduleWithFixedDelay(this::look, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Stops the watch without an interrupt, at which H2 would close its file. */
    @Override
    public void stop() {
        running = false;
        thread.execute(check::close);
        thread.shutdown();
        try {
            thread.awaitTermination(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = newThread();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
