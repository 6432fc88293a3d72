package org.c25.jobs;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.c25.common.Problem;
import org.springframework.stereotype.Component;

/**
 * Wakes the requests of this node that wait for jobs, as soon as one has ended here. It is a short cut: a job may end on
 * another node, so that who waits also looks into the database now and then.
 */
@Component
class JobWaiters {

    private static final Duration KEEP = Duration.ofMinutes(1);
    private static final int MOST = 1000;

    private final Cache<Long, Boolean> ended =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEEP).build();
    private final Cache<Long, Problem> problems =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEEP).build();

    synchronized void ended(long id) {
        ended.put(id, true);
        notifyAll();
    }

    /** Waits until a job ends on this node, or for a moment. */
    synchronized void await(long id, Duration moment) {
        long until = System.nanoTime() + moment.toNanos();
        try {
            while (ended.asMap().remove(id) == null && System.nanoTime() < until) {
                TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, until - System.nanoTime()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void refused(long id, Problem problem) {
        problems.put(id, problem);
    }

    /** Returns the problem of a job of this node just as it was thrown; empty if it is not known any more. */
    Optional<Problem> problem(long id) {
        return Optional.ofNullable(problems.getIfPresent(id));
    }
}
