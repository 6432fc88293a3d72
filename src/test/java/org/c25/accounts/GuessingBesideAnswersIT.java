package org.c25.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.Person;
import org.c25.testing.RunningJar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures how long a participant waits for the acknowledgement of an answer while 220 people send wrong passwords to the
 * finished jar, each the next as soon as the last is refused, beside the same without them, in the same run.
 *
 * <pre>mvn package -DskipTests
 * mvn test -Dtest=GuessingBesideAnswersIT -Dc25.measure=true</pre>
 */
@EnabledIfSystemProperty(
        named = "c25.measure",
        matches = "true",
        disabledReason = "-Dc25.measure=true measures a participant's answers beside 220 wrong passwords")
class GuessingBesideAnswersIT {

    private static final int GUESSERS = 220;
    private static final int ANSWERS = 300;

    @TempDir
    Path data;

    private final Map<Integer, Integer> replies = new ConcurrentHashMap<>();

    @Test
    void answersBesideWrongPasswords() throws Exception {
        try (RunningJar jar =
                RunningJar.startWith(List.of("-Xmx512m"), data, "--c25.admin-password=" + Api.ADMIN_PASSWORD)) {
            Lab lab = new Lab(jar.stranger().account("admin", Api.ADMIN_PASSWORD));
            long set = lab.openSet(lab.study(Map.of("repeatShare", 0)), ANSWERS);
            List<String> tokens = lab.invite(set, 5);
            answer(jar, tokens.get(0)); // Java becomes quick.
            print("nobody guesses", answer(jar, tokens.get(1)));
            print("220 guess one account's", beside(jar, tokens.get(2), i -> "admin", i -> "203.0.113.1"));
            print(
                    "220 guess, of 220 names, from 220 addresses",
                    beside(jar, tokens.get(3), i -> "name-" + i, i -> "203.0.113." + i));
            print("nobody guesses", answer(jar, tokens.get(4)));
        }
    }

    private double[] beside(RunningJar jar, String token, IntFunction<String> name, IntFunction<String> address)
            throws Exception {
        replies.clear();
        AtomicBoolean going = new AtomicBoolean(true);
        AtomicInteger turns = new AtomicInteger();
        ExecutorService people = Executors.newFixedThreadPool(GUESSERS);
        try {
            for (int i = 0; i < GUESSERS; i++) {
                Api guesser = jar.stranger().named(name.apply(i), "wrong").saying("X-Forwarded-For", address.apply(i));
                people.submit(() -> {
                    while (going.get()) {
                        int status = guesser.post("/api/v1/tokens", Map.of("name", "x"))
                                .status();
                        replies.merge(status, 1, Integer::sum);
                        turns.incrementAndGet();
                    }
                });
            }
            while (turns.get() == 0) {
                Thread.onSpinWait();
            }
            double[] times = answer(jar, token);
            assertThat(replies.keySet()).isSubsetOf(401, 429, 503);
            return times;
        } finally {
            going.set(false);
            people.shutdown();
            people.awaitTermination(1, TimeUnit.MINUTES);
            System.out.println("  replies to guesses: " + new TreeMap<>(replies));
        }
    }

    /** Milliseconds of each answer, each sent when the last is acknowledged. */
    private static double[] answer(RunningJar jar, String token) {
        Person person = new Person(jar.stranger(), token);
        person.consent().expect(200);
        List<Double> times = new ArrayList<>();
        for (int position = 0; position < ANSWERS; position++) {
            long begin = System.nanoTime();
            person.answer(position, 1, 5, 5).expect(200);
            times.add((System.nanoTime() - begin) / 1e6);
        }
        return times.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void print(String what, double[] times) {
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "%-45s median %7.1f ms, p99 %7.1f ms, worst %7.1f ms%n",
                what,
                times[times.length / 2],
                times[times.length * 99 / 100],
                times[times.length - 1]);
    }
}
