package org.c25.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatcherTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Set<String>> batches = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch goesOn = new CountDownLatch(1);

    @AfterEach
    void nobodyWaitsAnyMore() {
        goesOn.countDown();
        threads.shutdownNow();
    }

    @Test
    void whoComesAloneIsServedAtOnce() {
        Batcher<String, Integer, Integer> batcher = new Batcher<>(10, 1, LONG, this::doubled);

        assertThat(batcher.perform("a", 1)).contains(2);
        assertThat(batcher.perform("a", 2)).contains(4);
        assertThat(batches).containsExactly(Set.of("a"), Set.of("a"));
    }

    @Test
    void whatComesMeanwhileIsDoneTogether() throws Exception {
        Batcher<String, Integer, Integer> batcher = new Batcher<>(3, 1, LONG, this::doubledWhenTheFirstMayGoOn);
        Future<Optional<Integer>> first = begin(() -> batcher.perform("first", 1));
        await().until(() -> batches.size() == 1);
        List<Future<Optional<Integer>>> others = new ArrayList<>();
        for (String key : List.of("a", "b", "a", "c", "d")) {
            int task = 10 + others.size();
            others.add(queued(() -> batcher.perform(key, task)));
        }
        goesOn.countDown();

        assertThat(first.get()).contains(2);
        for (int i = 0; i < others.size(); i++) {
            assertThat(others.get(i).get()).contains(2 * (10 + i));
        }
        assertThat(batches).containsExactly(Set.of("first"), Set.of("a", "b", "c"), Set.of("a", "d"));
    }

    @Test
    void whatFailsIsToldToItsBatchAlone() throws Exception {
        Batcher<String, Integer, Integer> batcher = new Batcher<>(2, 1, LONG, tasks -> {
            Map<String, Integer> results = doubledWhenTheFirstMayGoOn(tasks);
            if (tasks.containsKey("bad")) {
                throw new IllegalStateException("bad");
            }
            return results;
        });
        Future<Optional<Integer>> first = begin(() -> batcher.perform("first", 1));
        await().until(() -> batches.size() == 1);
        Future<Optional<Integer>> bad = queued(() -> batcher.perform("bad", 1));
        Future<Optional<Integer>> beside = queued(() -> batcher.perform("beside", 1));
        Future<Optional<Integer>> after = queued(() -> batcher.perform("after", 1));
        goesOn.countDown();

        assertThat(first.get()).contains(2);
        for (Future<Optional<Integer>> failed : List.of(bad, beside)) {
            assertThatThrownBy(failed::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasRootCauseMessage("bad");
        }
        assertThat(after.get()).contains(2);
        assertThat(batcher.perform("again", 4)).contains(8);
    }

    @Test
    void whoHasWaitedTooLongLeavesAndNothingIsDone() throws Exception {
        Batcher<String, Integer, Integer> batcher =
                new Batcher<>(10, 1, Duration.ofMillis(50), this::doubledWhenTheFirstMayGoOn);
        Future<Optional<Integer>> first = begin(() -> batcher.perform("first", 1));
        await().until(() -> batches.size() == 1);

        assertThat(batcher.perform("late", 1)).isEmpty();

        goesOn.countDown();
        assertThat(first.get()).contains(2);
        assertThat(batches).containsExactly(Set.of("first"));
    }

    @Test
    void nothingComesOfWhatHasNoResult() {
        Batcher<String, Integer, Integer> batcher = new Batcher<>(10, 1, LONG, tasks -> Map.of());

        assertThat(batcher.perform("a", 1)).isEmpty();
    }

    @Test
    void eachIsDoneOnceUnderLoad() throws Exception {
        AtomicInteger done = new AtomicInteger();
        AtomicInteger atWork = new AtomicInteger();
        AtomicInteger mostAtWork = new AtomicInteger();
        Batcher<Integer, Integer, Integer> batcher = new Batcher<>(7, 2, LONG, tasks -> {
            mostAtWork.accumulateAndGet(atWork.incrementAndGet(), Math::max);
            Map<Integer, Integer> results = new HashMap<>();
            tasks.forEach((key, task) -> results.put(key, key * 100_000 + task));
            done.addAndGet(tasks.size());
            atWork.decrementAndGet();
            return results;
        });
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int n = 0; n < 16; n++) {
            int key = n % 12; // Some share a key.
            work.add(() -> IntStream.range(0, 2000)
                    .allMatch(task -> batcher.perform(key, task).orElseThrow() == key * 100_000 + task));
        }
        for (Future<Boolean> one : threads.invokeAll(work)) {
            assertThat(one.get()).isTrue();
        }
        assertThat(done).hasValue(32_000);
        assertThat(mostAtWork.get()).isBetween(1, 2);
    }

    private Map<String, Integer> doubled(Map<String, Integer> tasks) {
        batches.add(Set.copyOf(tasks.keySet()));
        Map<String, Integer> results = new HashMap<>();
        tasks.forEach((key, task) -> results.put(key, 2 * task));
        return results;
    }

    private Map<String, Integer> doubledWhenTheFirstMayGoOn(Map<String, Integer> tasks) {
        Map<String, Integer> results = doubled(tasks);
        if (tasks.containsKey("first")) {
            try {
                goesOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return results;
    }

    private <V> Future<V> begin(Callable<V> call) {
        return threads.submit(call);
    }

    /** Begins a call, and returns when its thread waits. */
    private <V> Future<V> queued(Callable<V> call) {
        Thread[] thread = new Thread[1];
        Future<V> future = threads.submit(() -> {
            thread[0] = Thread.currentThread();
            return call.call();
        });
        await().until(() -> thread[0] != null && thread[0].getState() == Thread.State.TIMED_WAITING);
        return future;
    }
}
