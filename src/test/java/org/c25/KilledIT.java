package org.c25;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.c25.testing.Lab;
import org.c25.testing.Person;
import org.c25.testing.RunningJar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The finished jar on H2: killed in the middle of answers, and started again on what it left. */
class KilledIT {

    private static final int PEOPLE = 4;
    private static final int ANSWERS_BEFORE_THE_KILL = 150;

    @TempDir
    Path data;

    /** Twice only, as a start takes long: on nothing, and on what the kill left. */
    @Test
    void aSecondStartKeepsEverythingAndWhatIsAcknowledgedIsThereAfterAKill() throws Exception {
        String password;
        Map<String, String> acknowledged = new ConcurrentHashMap<>();
        List<String> tokens;
        try (RunningJar first = RunningJar.start(data, "--c25.demonstration=true")) {
            password = passwordIn(first.printed());
            assertThat(password).hasSizeGreaterThan(20);
            assertThat(String.join("\n", first.printed()))
                    .contains("Data           " + data, "in the same folder", "invented");
            Person person = new Person(first.stranger(), linkIn(first.printed()));
            assertThat(person.consent().expect(200).number("trials")).isEqualTo(44);
            assertThat(person.get(person.trials().get(0).get("image").asString())
                            .expect(200)
                            .header("Content-Type"))
                    .isEqualTo("image/png");

            Lab lab = new Lab(first.stranger().account("admin", password));
            long set = lab.openSet(lab.study(Map.of("repeatShare", 0)), 100);
            tokens = lab.invite(set, PEOPLE);
            answerUntilKilled(first, tokens, acknowledged);
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ANSWERS_BEFORE_THE_KILL);

        try (RunningJar again = RunningJar.start(data, "--c25.demonstration=true")) {
            assertThat(passwordIn(again.printed())).isEmpty();
            assertThat(again.printed()).anyMatch(line -> line.contains("/join/"));
            again.stranger().account("admin", password);
            // The person goes on where they were: the place and the order of trials are the same.
            for (String token : tokens) {
                Person person = new Person(again.stranger(), token);
                assertThat(person.consent().expect(200).number("trials")).isEqualTo(100);
                person.answer(99, 1, 1, 1).expect(200);
            }
            assertThat(RunningJar.run(data, "check-answers"))
                    .contains("stop the server first")
                    .endsWith("exit 2");
        }

        assertThat(stored()).containsAllEntriesOf(acknowledged);
        assertThat(RunningJar.run(data, "check-answers"))
                .contains("The answers that count are those of the record.")
                .endsWith("exit 0");
        List<String> counts = new ArrayList<>();
        query(
                "select (select count(*) from study), (select count(*) from image_set), (select count(*) from item),"
                        + " (select count(*) from account)",
                row -> counts.add(row.getInt(1) + " " + row.getInt(2) + " " + row.getInt(3) + " " + row.getInt(4)));
        // The demonstration's study with its sets of 40 and 16 images, once, and the study and set of 100 made here.
        assertThat(counts).containsExactly("2 3 156 1");
        query(
                "select password_hash from account",
                row -> assertThat(row.getString(1)).startsWith("{bcrypt}$2a$10$"));
    }

    private static void answerUntilKilled(RunningJar jar, List<String> tokens, Map<String, String> acknowledged)
            throws InterruptedException {
        CountDownLatch enough = new CountDownLatch(ANSWERS_BEFORE_THE_KILL);
        List<Thread> people = new ArrayList<>();
        for (String token : tokens) {
            Person person = new Person(jar.stranger(), token);
            person.consent().expect(200);
            people.add(new Thread(() -> answerAll(person, acknowledged, enough)));
        }
        people.forEach(Thread::start);
        assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
        jar.kill();
        for (Thread thread : people) {
            thread.join();
        }
    }

    private static void answerAll(Person person, Map<String, String> acknowledged, CountDownLatch enough) {
        try {
            for (int position = 0; position < 99; position++) {
                String id = UUID.randomUUID().toString();
                person.answer(position, Person.body(id, position % 8, 1 + position % 9, 5))
                        .expect(200);
                acknowledged.put(id, position + ": " + position % 8 + " " + (1 + position % 9) + " 5");
                enough.countDown();
            }
        } catch (UncheckedIOException killed) {
            // What was on its way has no acknowledgement, and may or may not be there.
        }
    }

    private Map<String, String> stored() throws SQLException {
        Map<String, String> answers = new HashMap<>();
        query(
                "select id, position, expression, valence, arousal from annotation",
                row -> answers.put(
                        row.getString(1),
                        row.getInt(2) + ": " + row.getInt(3) + " " + row.getInt(4) + " " + row.getInt(5)));
        return answers;
    }

    private static String passwordIn(List<String> printed) {
        return printed.stream()
                .filter(line -> line.startsWith("║") && line.contains("    password   "))
                .map(line -> line.replaceAll("[║ ]", "").replaceFirst("password", ""))
                .findFirst()
                .orElse("");
    }

    private static String linkIn(List<String> printed) {
        return printed.stream()
                .filter(line -> line.contains("/join/"))
                .map(line -> line.replaceAll(".*/join/([A-Za-z0-9_-]+).*", "$1"))
                .findFirst()
                .orElseThrow();
    }

    private void query(String sql, Row row) throws SQLException {
        String url = "jdbc:h2:file:" + data.resolve("c25") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;IFEXISTS=TRUE";
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                row.read(rows);
            }
        }
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }
}
