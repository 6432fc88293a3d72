package org.c25.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.c25.common.Sha256;
import org.c25.testing.Api;
import org.c25.testing.Databases;
import org.c25.testing.Lab;
import org.c25.testing.Person;
import org.c25.testing.RunningJar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The finished jar: backed up on H2 while people answer, restored elsewhere, and moved from there to PostgreSQL. */
class BackupIT {

    private static final int PEOPLE = 4;
    private static final int IMAGES = 100;
    private static final int ANSWERS_BEFORE = 60;
    private static final String[] FILES = {"expression_set1_C25.csv", "long_set1_C25.csv", "data-package.zip"};

    @TempDir
    Path folder;

    @Test
    void whatIsBackedUpUnderLoadIsWholeElsewhereAndTheSameInPostgreSql() throws Exception {
        Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
        Map<String, Integer> before;
        long quiet;
        long busy;
        List<String> hashes;
        Path backup;
        try (RunningJar jar = start(folder.resolve("data"), "--c25.metrics.token=of-prometheus")) {
            String token = token(jar);
            Lab lab = new Lab(jar.stranger().bearing(token));
            quiet = setWithImportedAnswers(jar.stranger().bearing(token), lab);
            busy = lab.draftSet(lab.study(Map.of("repeatShare", 0)), IMAGES);
            jar.stranger()
                    .bearing(token)
                    .put("/api/v1/sets/" + busy + "/portions", Map.of("ratingsPerImage", 25, "imagesPerPerson", IMAGES))
                    .expect(200);
            lab.open(busy);
            AtomicBoolean enough = new AtomicBoolean();
            CountDownLatch begun = new CountDownLatch(ANSWERS_BEFORE);
            List<Thread> people = answerUntil(enough, jar, lab.invite(busy, PEOPLE), acknowledged, begun);
            assertThat(begun.await(120, TimeUnit.SECONDS)).isTrue();
            hashes = hashes(lab, quiet);

            before = Map.copyOf(acknowledged);
            backup = Path.of(run(
                            Map.of(
                                    "C25_DATA_DIR",
                                    folder.resolve("data").toString(),
                                    "C25_URL",
                                    "http://localhost:" + jar.port(),
                                    "C25_TOKEN",
                                    token),
                            "bin/backup",
                            folder.resolve("backups").toString())
                    .strip());
            enough.set(true);
            for (Thread thread : people) {
                thread.join();
            }
            figuresAreForWhoHasTheToken(jar);
        }
        assertThat(Files.readString(backup.resolve("SHA256SUMS"))).contains("database.zip", "files/images/");

        Path elsewhere = folder.resolve("elsewhere");
        run(Map.of("C25_DATA_DIR", elsewhere.toString()), "bin/restore", backup.toString());
        Map<String, Integer> stored = stored(
                "jdbc:h2:file:" + elsewhere.resolve("c25") + ";IFEXISTS=TRUE"
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
                "sa",
                "",
                busy);
        assertThat(stored).containsAllEntriesOf(before);
        // By now the acknowledgement of each has arrived.
        assertThat(acknowledged).containsAllEntriesOf(stored);

        List<String> busyHashes;
        try (RunningJar jar = start(elsewhere)) {
            Lab lab = new Lab(jar.stranger().bearing(token(jar)));
            assertThat(hashes(lab, quiet)).isEqualTo(hashes);
            busyHashes = hashes(lab, busy);
        }

        Databases.Server server = Databases.Server.running();
        new JdbcTemplate(new DriverManagerDataSource(server.url(), server.user(), server.password()))
                .execute("create database moved");
        String url = server.url().replaceFirst("/[^/?]+(\\?|$)", "/moved$1");
        String[] settings = {
            "--spring.datasource.url=" + url,
            "--spring.datasource.username=" + server.user(),
            "--spring.datasource.password=" + server.password()
        };
        assertThat(RunningJar.run(elsewhere, "move-to-postgresql", settings))
                .contains("Everything is in PostgreSQL.")
                .doesNotContain("DIFFERS")
                .endsWith("exit 0");
        assertThat(RunningJar.run(elsewhere, "move-to-postgresql", settings))
                .contains("has rows already")
                .endsWith("exit 1");
        assertThat(stored(url, server.user(), server.password(), busy)).isEqualTo(stored);
        try (RunningJar jar = start(elsewhere, settings)) {
            Lab lab = new Lab(jar.stranger().bearing(token(jar)));
            assertThat(hashes(lab, quiet)).isEqualTo(hashes);
            assertThat(hashes(lab, busy)).isEqualTo(busyHashes);
            lab.study(); // Its number is one that nothing has.
        }
    }

    private static RunningJar start(Path data, String... more) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(more));
        all.add("--c25.admin-password=" + Api.ADMIN_PASSWORD);
        return RunningJar.start(data, all.toArray(String[]::new));
    }

    private static String token(RunningJar jar) {
        return jar.stranger()
                .named("admin", Api.ADMIN_PASSWORD)
                .post("/api/v1/tokens", Map.of("name", "backup"))
                .expect(201)
                .text("token");
    }

    private static long setWithImportedAnswers(Api staff, Lab lab) {
        long set = lab.bareSet(lab.study(), Lab.manifest(3).getBytes(UTF_8));
        StringBuilder csv = new StringBuilder("index,filename");
        for (int slot = 0; slot < 25; slot++) {
            csv.append(",participant").append(slot);
        }
        csv.append("\r\n");
        for (int i = 0; i < 3; i++) {
            csv.append(1000 + i)
                    .append(',')
                    .append(Lab.filename(i))
                    .append(",%s".repeat(25))
                    .append("\r\n");
        }
        Map<String, Object> parts = Map.of(
                "expression", csv.toString().replace("%s", "4").getBytes(UTF_8),
                "valence", csv.toString().replace("%s", "-0.75").getBytes(UTF_8),
                "arousal", csv.toString().replace("%s", "0.0").getBytes(UTF_8));
        staff.upload("/api/v1/sets/" + set + "/imports", parts).expect(201);
        return set;
    }

    private static List<Thread> answerUntil(
            AtomicBoolean enough,
            RunningJar jar,
            List<String> tokens,
            Map<String, Integer> acknowledged,
            CountDownLatch begun) {
        List<Thread> people = new ArrayList<>();
        for (String token : tokens) {
            Person person = new Person(jar.stranger(), token);
            person.consent().expect(200);
            people.add(new Thread(() -> {
                for (int n = 0; !enough.get() && n < 900; n++) {
                    String id = UUID.randomUUID().toString();
                    int expression = n % 8;
                    person.answer(n % IMAGES, Person.body(id, expression, 5, 5)).expect(200);
                    acknowledged.put(id, expression);
                    begun.countDown();
                }
            }));
        }
        people.forEach(Thread::start);
        return people;
    }

    private static List<String> hashes(Lab lab, long set) {
        List<String> hashes = new ArrayList<>();
        for (String file : FILES) {
            hashes.add(file + " " + Sha256.of(lab.export(set, file)));
        }
        return hashes;
    }

    private static void figuresAreForWhoHasTheToken(RunningJar jar) {
        Api stranger = jar.stranger().accepting("*/*");
        assertThat(stranger.get("/actuator/prometheus").status()).isEqualTo(401);
        assertThat(stranger.bearing("of-nobody").get("/actuator/prometheus").status())
                .isEqualTo(401);
        Api.Answer figures = stranger.bearing("of-prometheus")
                .accepting("*/*")
                .get("/actuator/prometheus")
                .expect(200);
        assertThat(figures.body())
                .contains(
                        "c25_answers_total{",
                        "kind=\"first\"",
                        "c25_jobs{",
                        "c25_slots_free",
                        "hikaricp_connections_active")
                .contains("uri=\"/api/v1/participant/trials/{position}/annotation\"")
                .doesNotContain("/join/");
        assertThat(figures.header("X-Request-Id")).hasSize(12);
    }

    private static Map<String, Integer> stored(String url, String user, String password, long set) throws SQLException {
        Map<String, Integer> stored = new ConcurrentHashMap<>();
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select a.id, a.expression from annotation a"
                        + " join participant p on p.id = a.participant_id where p.set_id = " + set)) {
            while (row.next()) {
                stored.put(row.getString(1), row.getInt(2));
            }
        }
        return stored;
    }

    private static String run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }
}
