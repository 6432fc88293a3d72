package org.c25.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.c25.testing.Api;
import org.c25.testing.Database;
import org.c25.testing.Lab;
import org.c25.testing.ManyAnswers;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Measures how long a participant's answers take beside twelve downloads of a large long file at 100 kB a second each, and
 * the same answers before them, in the same run.
 *
 * <pre>mvn test -Dtest=AnsweringBesideDownloadsIT -Dc25.measure=true</pre>
 *
 * <p>{@code -Dc25.images=20000} has half a million answers in the file.
 */
@OnBothDatabases
@EnabledIfSystemProperty(
        named = "c25.measure",
        matches = "true",
        disabledReason = "-Dc25.measure=true measures answers beside slow downloads, which takes the build's time")
class AnsweringBesideDownloadsIT {

    private static final int DOWNLOADS = 12;
    private static final int TRIALS = 44;
    private static final int LEAST_ANSWERS = 100;
    private static final double MOST_MILLIS = 3000;
    private static final int A_TENTH_OF_A_SECOND = 10_000;

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Database database;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Person person;
    private int answered;

    private int images() {
        return Integer.getInteger("c25.images", database == Database.H2 ? 2000 : 20000);
    }

    @Test
    void besideTwelveSlowDownloadsAnswersTakeLessThanThreeSeconds() throws Exception {
        Api stranger = Api.stranger(port);
        String token = stranger.named("admin", Api.ADMIN_PASSWORD)
                .post("/api/v1/tokens", Map.of("name", "measure"))
                .expect(201)
                .text("token");
        Lab lab = new Lab(stranger.bearing(token));
        long set = ManyAnswers.fill(stranger.bearing(token), jdbc, images(), 25);
        person =
                new Person(stranger, lab.invite(lab.openSet(lab.study(), 40), 1).get(0));
        person.consent().expect(200);
        answers(20, List.of());

        List<Double> alone = answers(LEAST_ANSWERS, List.of());
        List<Future<SlowReader>> begun = new ArrayList<>();
        for (int i = 0; i < DOWNLOADS; i++) {
            begun.add(threads.submit(() -> begin("/api/v1/sets/" + set + "/exports/long_set1_C25.csv", token)));
        }
        List<Double> making = answers(0, begun);
        List<SlowReader> readers = new ArrayList<>();
        for (Future<SlowReader> one : begun) {
            readers.add(one.get());
        }
        readers.forEach(reader -> threads.submit(() -> drip(reader)));
        List<Double> sending = answers(LEAST_ANSWERS, List.of());
        for (SlowReader reader : readers) {
            reader.vanish();
        }
        threads.shutdownNow();

        print("with nothing beside", alone, alone);
        print("while the files are made", making, alone);
        print("while they are sent", sending, alone);
        assertThat(making).allMatch(millis -> millis < MOST_MILLIS);
        assertThat(sending).allMatch(millis -> millis < MOST_MILLIS);
    }

    /** As programs do, it tries again where the line is too long. */
    private SlowReader begin(String path, String token) throws IOException, InterruptedException {
        while (true) {
            SlowReader reader = new SlowReader(port, path, "Authorization: Bearer " + token + "\r\n");
            if (reader.begin().contains(" 200")) {
                return reader;
            }
            reader.close();
            TimeUnit.SECONDS.sleep(1);
        }
    }

    /** Some five answers a second, until there are so many and all that is under way has come about. */
    private List<Double> answers(int least, List<? extends Future<?>> underWay) throws InterruptedException {
        List<Double> millis = new ArrayList<>();
        while (millis.size() < least || !underWay.stream().allMatch(Future::isDone)) {
            long start = System.nanoTime();
            person.answer(answered++ % TRIALS, 1, 2, 3).expect(200);
            millis.add((System.nanoTime() - start) / 1e6);
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return millis;
    }

    private static Void drip(SlowReader reader) throws IOException, InterruptedException {
        while (reader.more(A_TENTH_OF_A_SECOND)) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return null;
    }

    private void print(String when, List<Double> millis, List<Double> alone) {
        System.out.printf(
                Locale.ROOT,
                "%s, %s: %d answers, median %.0f ms, 99%% %.0f ms, longest %.0f ms; median %.1f times that with nothing"
                        + " beside%n",
                getClass().getSimpleName(),
                when,
                millis.size(),
                quantile(millis, 0.5),
                quantile(millis, 0.99),
                Collections.max(millis),
                quantile(millis, 0.5) / quantile(alone, 0.5));
    }

    private static double quantile(List<Double> millis, double share) {
        List<Double> sorted = millis.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
    }
}
