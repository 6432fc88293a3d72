package org.c25.common;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does together what comes at the same time: while a batch is at work, the next one gathers. Who comes to an idle
 * batcher does not wait, since nothing is held up in order to fill a batch. It has no thread of its own: of those that
 * ask, one does the batch for all of them.
 *
 * @param <K> of what a batch has one at most; the second with the same key waits for another batch
 * @param <T> what is to be done
 * @param <R> what comes of it
 */
public final class Batcher<K, T, R> {

    private final int most;
    private final int atOnce;
    private final Duration patience;
    private final Function<Map<K, T>, Map<K, R>> work;
    private final Deque<Entry<K, T, R>> waiting = new ArrayDeque<>();
    private int atWork;

    /**
     * Sets up one with nothing to do.
     *
     * @param most how many a batch has at most
     * @param atOnce how many batches are at work at the same time at most
     * @param patience for how long anything waits for its batch to begin
     * @param work does a batch; what could not be done is not in its result
     */
    public Batcher(int most, int atOnce, Duration patience, Function<Map<K, T>, Map<K, R>> work) {
        this.most = most;
        this.atOnce = atOnce;
        this.patience = patience;
        this.work = work;
    }

    /**
     * Does one thing, alone or together with others.
     *
     * @return what came of it; empty if nothing did, or if its batch did not begin in time
     * @throws RuntimeException if the work failed with it; all of a batch get the same
     */
    public Optional<R> perform(K key, T task) {
        Entry<K, T, R> mine = new Entry<>(key, task);
        join(mine);
        if (!mine.isWokenWithin(patience)) {
            if (left(mine)) {
                return Optional.empty();
            }
            mine.woken.acquireUninterruptibly();
        }
        if (mine.leads) {
            lead(mine);
        }
        return mine.outcome();
    }

    private synchronized void join(Entry<K, T, R> mine) {
        if (atWork < atOnce) {
            atWork++;
            mine.lead();
        } else {
            waiting.add(mine);
        }
    }

    private synchronized boolean left(Entry<K, T, R> mine) {
        return waiting.remove(mine);
    }

    private void lead(Entry<K, T, R> mine) {
        Map<K, Entry<K, T, R>> batch = gather(mine);
        Map<K, T> tasks = new LinkedHashMap<>();
        batch.forEach((key, entry) -> tasks.put(key, entry.task));
        try {
            Map<K, R> results = work.apply(tasks);
            batch.forEach((key, entry) -> entry.result = results.get(key));
        } catch (RuntimeException | Error e) {
            batch.values().forEach(entry -> entry.failure = e);
        }
        handOn();
        batch.values().forEach(entry -> entry.woken.release());
    }

    private synchronized Map<K, Entry<K, T, R>> gather(Entry<K, T, R> mine) {
        Map<K, Entry<K, T, R>> batch = new LinkedHashMap<>(Map.of(mine.key, mine));
        Iterator<Entry<K, T, R>> others = waiting.iterator();
        while (batch.size() < most && others.hasNext()) {
            Entry<K, T, R> other = others.next();
            if (batch.putIfAbsent(other.key, other) == null) {
                others.remove();
            }
        }
        return batch;
    }

    private synchronized void handOn() {
        Entry<K, T, R> next = waiting.poll();
        if (next == null) {
            atWork--;
        } else {
            next.lead();
        }
    }

    private static final class Entry<K, T, R> {

        private final K key;
        private final T task;
        private final Semaphore woken = new Semaphore(0);
        private boolean leads;
        private @Nullable R result;
        private @Nullable Throwable failure;

        Entry(K key, T task) {
            this.key = key;
            this.task = task;
        }

        void lead() {
            leads = true;
            woken.release();
        }

        /** A thread that is interrupted goes on waiting: its task may be done already. */
        boolean isWokenWithin(Duration patience) {
            boolean interrupted = false;
            long end = System.nanoTime() + patience.toNanos();
            try {
                while (true) {
                    try {
                        return woken.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                    } catch (InterruptedException e) {
                        interrupted = true;
                    }
                }
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        Optional<R> outcome() {
            if (failure instanceof RuntimeException e) {
                throw e;
            }
            if (failure instanceof Error e) {
                throw e;
            }
            return Optional.ofNullable(result);
        }
    }
}
