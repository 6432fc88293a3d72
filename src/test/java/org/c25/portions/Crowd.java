package org.c25.portions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntPredicate;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.Person;

/** Many people who come to a set by links of their own, some of them at the same moment, and rate their portions. */
final class Crowd {

    private final int port;
    private final int atOnce;

    /** @param atOnce how many of them are at work at a time */
    Crowd(int port, int atOnce) {
        this.port = port;
        this.atOnce = atOnce;
    }

    /**
     * What became of one of them.
     *
     * @param slot −1 if they found no place
     * @param joinedMillis how long they waited for their trials to be drawn
     */
    record Visit(int slot, int trials, double joinedMillis) {

        boolean isIn() {
            return slot >= 0;
        }
    }

    /** What became of each, in their order: they rate all that they get, and finish. */
    List<Visit> rate(List<String> tokens) throws Exception {
        return each(tokens, token -> rate(new Person(Api.stranger(port), token)));
    }

    private Visit rate(Person person) {
        Visit visit = join(person);
        for (int position = 0; position < visit.trials(); position++) {
            // A different answer by slot and position, so that one in the wrong cell is seen.
            person.answer(position, body((visit.slot() + position) % 8, 1 + position % 9, 1 + visit.slot() % 9))
                    .expect(200);
        }
        if (visit.isIn()) {
            person.complete(visit.trials()).expect(200);
        }
        return visit;
    }

    /** All that a page tells of an answer. */
    private static Map<String, Object> body(int expression, int valence, int arousal) {
        Map<String, Object> body = Person.body(UUID.randomUUID().toString(), expression, valence, arousal);
        body.putAll(Map.of(
                "responseTimeMillis", 2345,
                "expressionTimeMillis", 800,
                "valenceTimeMillis", 1600,
                "arousalTimeMillis", 2300,
                "hiddenTimeMillis", 0,
                "changes", 0,
                "inputDevice", "mouse",
                "viewportWidth", 1280,
                "viewportHeight", 800,
                "dimmed", false));
        return body;
    }

    /** As {@link #rate}, but whoever has an index of these goes when half is done, and staff give their slot on. */
    List<Visit> rate(List<String> tokens, Lab lab, long set, IntPredicate leaves) throws Exception {
        return each(tokens, token -> {
            Person person = new Person(Api.stranger(port), token);
            return leaves.test(tokens.indexOf(token)) ? leave(person, lab, set) : rate(person);
        });
    }

    private static Visit leave(Person person, Lab lab, long set) {
        Visit visit = join(person);
        for (int position = 0; position < visit.trials() / 2; position++) {
            person.answer(position, body(0, 5, 5)).expect(200);
        }
        if (visit.isIn()) {
            lab.release(set, visit.slot());
        }
        return visit;
    }

    static Visit join(Person person) {
        long begin = System.nanoTime();
        Api.Answer consent = person.consent();
        double millis = (System.nanoTime() - begin) / 1e6;
        if (consent.status() == 409) {
            consent.expectProblem(409, "The set is full");
            return new Visit(-1, 0, millis);
        }
        return new Visit(
                consent.expect(200).json().get("participant").asInt(),
                consent.json().get("trials").asInt(),
                millis);
    }

    /** Something that somebody does. */
    private interface Deed<T> {

        T by(String token) throws Exception;
    }

    private <T> List<T> each(List<String> tokens, Deed<T> deed) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (String token : tokens) {
                Callable<T> call = () -> deed.by(token);
                running.add(threads.submit(call));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> result : running) {
                results.add(result.get());
            }
            assertThat(results).hasSameSizeAs(tokens);
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
