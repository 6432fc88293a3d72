package org.c25.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.c25.testing.Api;
import org.c25.testing.AtOnce;
import org.c25.testing.Lab;
import org.c25.testing.ManyAnswers;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Person;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whoever downloads, and however slowly, holds nothing that participants need. */
@OnBothDatabases
class DownloadingTest {

    private static final int READERS = 12;

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    HikariDataSource pool;

    @Autowired
    Downloads downloads;

    @Autowired
    LargeFileQueue queue;

    private Api staff;
    private String token;
    private Lab lab;
    private final CountDownLatch released = new CountDownLatch(1);

    @BeforeEach
    void aLab() {
        Api stranger = Api.stranger(port);
        token = stranger.named("admin", Api.ADMIN_PASSWORD)
                .post("/api/v1/tokens", Map.of("name", "slow"))
                .expect(201)
                .text("token");
        staff = stranger.bearing(token);
        lab = new Lab(staff);
    }

    @AfterEach
    void nothingIsLeft() {
        released.countDown();
        await("the files are gone from the disk", () -> downloads.onDisk() == 0);
    }

    @Test
    void twelveWhoReadNothingHoldNeitherAConnectionNorAThread() throws IOException {
        long set = ManyAnswers.fill(staff, jdbc, 1000, 25);
        String path = "/api/v1/sets/" + set + "/exports/long_set1_C25.csv";
        List<SlowReader> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            readers.add(new SlowReader(port, path, "Authorization: Bearer " + token + "\r\n"));
        }
        Person person = somebodyAtWork(READERS);
        for (int i = 0; i < READERS; i++) {
            person.answer(i, 1, 2, 3).expect(200);
        }
        for (int i = 0; i < READERS; i++) {
            assertThat(readers.get(i).begin()).isEqualTo("HTTP/1.1 200 ");
            sip(readers.subList(0, i));
        }

        await("no connection is held", () -> {
            sip(readers);
            return pool.getHikariPoolMXBean().getActiveConnections() == 0;
        });
        assertThat(downloads.onDisk()).isEqualTo(READERS);
        await("nobody is at work on a file", () -> queue.atWork() == 0);
        assertThat(staff.get("/actuator/health").expect(200).body()).contains("UP");
        assertThat(exported(set)).isEqualTo(READERS);
        byte[] whole = staff.get(path).expect(200).bytes();
        for (int i = 0; i < READERS; i++) {
            sip(readers.subList(i, READERS));
            if (i % 2 == 0) {
                readers.get(i).vanish();
            } else {
                assertThat(readers.get(i).finish()).isEqualTo(whole);
            }
        }
    }

    /** However long the others take: who takes nothing at all for long is cut off. */
    private static void sip(List<SlowReader> readers) {
        try {
            for (SlowReader reader : readers) {
                reader.sip();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Person somebodyAtWork(int images) {
        Person person = new Person(
                Api.stranger(port),
                lab.invite(lab.openSet(lab.study(), images), 1).get(0));
        person.consent().expect(200);
        return person;
    }

    private int exported(long set) {
        Integer count = jdbc.queryForObject(
                "select count(*) from audit_event where action = 'file exported' and subject = ?",
                Integer.class,
                "set " + set);
        return count == null ? 0 : count;
    }

    @Test
    void aPersonIsToldHowManyAreBeforeThemAndGetsTheFileWhenItIsMade() {
        long set = lab.bareSet(lab.study(), Lab.manifest(3).getBytes());
        Visitor visitor = new Visitor(port);
        visitor.signIn("admin", Api.ADMIN_PASSWORD);
        Visitor another = experimenter("other" + set, visitor);
        String path = "/sets/" + set + "/exports/valence_set1_C25.csv";
        holdUpTheLine(1);

        HttpResponse<String> page = visitor.get(path);
        String address = page.uri().getPath();
        assertThat(address).startsWith("/downloads/");
        assertThat(page.body()).contains("valence_set1_C25.csv", "1 other is made before this one.");
        assertThat(visitor.get(path).uri().getPath()).as("a second click").isEqualTo(address);
        assertThat(visitor.get(address + "/state").body()).contains("\"ready\":false", "1 other is made");
        assertThat(new Visitor(port).get(address).uri().getPath()).isEqualTo("/sign-in");
        for (String one : List.of("", "/state", "/file")) {
            assertThat(another.get(address + one).statusCode()).isEqualTo(404);
        }
        released.countDown();
        await("it is made", () -> visitor.get(address + "/state").body().contains("\"ready\":true"));
        assertThat(visitor.get(address).body()).contains("The file is ready");

        assertThat(visitor.get(address + "/file").body()).startsWith("index,filename,participant0");
        await("it is forgotten", () -> visitor.get(address).statusCode() == 404);
        assertThat(visitor.get(address).body()).contains("start it again");
        assertThat(exported(set)).isEqualTo(1);
    }

    private Visitor experimenter(String name, Visitor admin) {
        String shown = admin.post("/accounts", Map.of("name", name, "role", "EXPERIMENTER"), "/accounts")
                .body();
        Visitor visitor = new Visitor(port);
        visitor.signIn(name, Visitor.found("class=\"once\"[^>]*>([^<]+)<", shown));
        return visitor;
    }

    @Test
    void aProgramThatFindsTheLineFullIsToldWhenToTryAgain() {
        long set = lab.bareSet(lab.study(), Lab.manifest(3).getBytes());
        holdUpTheLine(40);

        Api.Answer refused = staff.get("/api/v1/sets/" + set + "/exports/valence_set1_C25.csv")
                .expectProblem(503, "Too many large files");

        assertThat(refused.header("Retry-After")).isEqualTo("30");
        staff.post("/api/v1/sets/" + set + "/snapshots", Map.of()).expectProblem(503, "Too many large files");
    }

    /** The two that are made at a time don't come to an end, and so many wait behind them. */
    private void holdUpTheLine(int waiting) {
        for (int i = 0; i < 2 + waiting; i++) {
            int atWork = Math.min(i + 1, 2);
            queue.add(new LargeFileTask<>(() -> {
                released.await();
                return "made";
            }));
            await("they are at work", () -> queue.atWork() == atWork);
        }
    }

    @Test
    void whoFindsNoConnectionIsToldSoInSecondsAndGoesOnAfterwards() throws Exception {
        Person person = somebodyAtWork(2);
        List<Connection> all = new ArrayList<>();
        try {
            for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
                all.add(pool.getConnection());
            }
            AtOnce.all(List.of(
                    () -> {
                        Api.Answer refused = person.answer(0, 1, 2, 3).expectProblem(503, "try again");
                        assertThat(refused.header("Retry-After")).isEqualTo("5");
                        return refused;
                    },
                    () -> {
                        HttpResponse<String> page = new Visitor(port).get("/join/whatever");
                        assertThat(page.statusCode()).isEqualTo(503);
                        assertThat(page.body()).contains("The server can’t answer at present");
                        assertThat(page.headers().firstValue("Retry-After")).contains("5");
                        return page;
                    }));
        } finally {
            for (Connection one : all) {
                one.close();
            }
        }
        person.answer(0, 1, 2, 3).expect(200);
    }

    private static void await(String what, BooleanSupplier state) {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!state.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            // The server works on the same cores.
            LockSupport.parkNanos(5_000_000);
        }
    }
}
