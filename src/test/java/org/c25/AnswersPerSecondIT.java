package org.c25;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.c25.testing.Api;
import org.c25.testing.Databases;
import org.c25.testing.Lab;
import org.c25.testing.Measured;
import org.c25.testing.Person;
import org.c25.testing.RunningJar;
import org.junit.jupiter.api.Test;

/**
 * How many answers a second 25 participants get acknowledged on PostgreSQL, all answering as fast as they can, through
 * HTTP. Two builds are compared in one run, in turns: {@code mvn test -Dtest=AnswersPerSecondIT -Dc25.measure=true
 * -Dc25.jars=before.jar,target/c25.jar}. The ratio is of the last jar to the first.
 */
@Measured
class AnswersPerSecondIT {

    private static final int PEOPLE = 25;
    private static final int TRIALS = Integer.getInteger("c25.trials", 400);
    private static final int ROUNDS = 3;
    private static final String PASSWORD = "--c25.admin-password=" + Api.ADMIN_PASSWORD;

    @Test
    void twentyFivePeopleAnswerAtOnce() throws Exception {
        List<String> jars =
                List.of(System.getProperty("c25.jars", "target/c25.jar").split(","));
        double[] best = new double[jars.size()];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < jars.size(); i++) {
                System.setProperty("c25.jar", jars.get(i));
                double rate = rate("answers_" + round + "_" + i);
                System.out.printf("Round %d, %s: %.0f answers/s%n", round + 1, jars.get(i), rate);
                best[i] = Math.max(best[i], rate);
            }
        }
        System.out.printf(
                "Best of %d rounds: %.0f answers/s; %.2f of the first jar's%n",
                ROUNDS, best[jars.size() - 1], best[jars.size() - 1] / best[0]);
        assertThat(best).doesNotContain(0);
    }

    private static double rate(String database) throws Exception {
        Databases.Server server = Databases.Server.running();
        create(server, database);
        String url = server.url().replaceFirst("/postgres(?=[?]|$)", "/" + database);
        try (RunningJar jar = RunningJar.startWith(
                List.of("-Xmx512m"),
                Databases.folder(),
                PASSWORD,
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + server.user(),
                "--spring.datasource.password=" + server.password())) {
            Lab lab = new Lab(jar.stranger().admin());
            long set = lab.openSet(lab.study(Map.of("repeatShare", 0)), TRIALS);
            List<Person> people = lab.invite(set, PEOPLE).stream()
                    .map(token -> new Person(jar.stranger(), token))
                    .toList();
            people.forEach(person -> person.consent().expect(200));
            answer(people, 0, TRIALS / 4); // What Java compiles is compiled by then.
            long start = System.nanoTime();
            answer(people, TRIALS / 4, TRIALS);
            double seconds = (System.nanoTime() - start) / 1e9;
            assertThat(people).allMatch(person -> person.standing().number("answered") == TRIALS);
            return PEOPLE * (TRIALS - TRIALS / 4) / seconds;
        }
    }

    private static void answer(List<Person> people, int from, int to) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(people.size());
        try {
            List<Future<?>> work = new ArrayList<>();
            for (Person person : people) {
                work.add(threads.submit(() -> {
                    for (int position = from; position < to; position++) {
                        person.answer(position, position % 8, 1 + position % 9, 1 + position % 9)
                                .expect(200);
                    }
                }));
            }
            for (Future<?> one : work) {
                one.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private static void create(Databases.Server server, String database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + database);
        }
    }
}
