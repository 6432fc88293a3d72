package org.c25.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.c25.testing.Api;
import org.c25.testing.Databases;
import org.c25.testing.Lab;
import org.c25.testing.OnPostgreSql;
import org.c25.testing.Person;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** However many statistics the staff want at once, participants find a connection. A lock of a table makes them take long. */
@OnPostgreSql
class StatisticsBesideParticipantsTest {

    private static final int REQUESTS = 40;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HikariDataSource pool;

    @Autowired
    StatisticsSettings settings;

    @Autowired
    StatisticsGate gate;

    @Test
    void halfOfThePoolIsLeftAndAnAnswerIsTakenMeanwhile() throws SQLException {
        Api staff = Api.stranger(port).admin();
        Lab lab = new Lab(staff);
        long set = lab.openSet(lab.study(Map.of("repeatShare", 0)), 2);
        String models = "/api/v1/sets/" + set + "/models";
        byte[] said = "index,expression\n1000,0\n".getBytes(UTF_8);
        staff.upload(models, Map.of("name", "Net", "predictions", said)).expect(201);
        Person person = new Person(Api.stranger(port), lab.invite(set, 1).get(0));
        person.consent().expect(200);
        Databases.Server server = Databases.Server.running();
        ExecutorService threads = Executors.newFixedThreadPool(REQUESTS);
        List<CompletableFuture<Integer>> wanted;
        try (Connection other = DriverManager.getConnection(server.url(), server.user(), server.password())) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table model_prediction in access exclusive mode");
            wanted = Stream.generate(() -> CompletableFuture.supplyAsync(
                            () -> staff.get(models).status(), threads))
                    .limit(REQUESTS)
                    .toList();
            Instant end = Instant.now().plusSeconds(120);
            while (waiting() < settings.atOnce()) {
                assertThat(Instant.now()).as("as many as may are at work").isBefore(end);
                LockSupport.parkNanos(5_000_000);
            }

            person.answer(0, 1, 2, 3).expect(200);
            person.answer(1, 1, 2, 3).expect(200);

            assertThat(waiting()).isEqualTo(settings.atOnce());
            assertThat(settings.atOnce()).isLessThanOrEqualTo(pool.getMaximumPoolSize() / 2 - 3);
            other.rollback();
        } finally {
            threads.shutdown();
        }
        assertThat(wanted.stream().map(CompletableFuture::join))
                .hasSize(REQUESTS)
                .contains(200)
                .isSubsetOf(200, 503);
    }

    @Test
    void whoFindsTheLineFullIsToldSoAndThePageAsksAgain() {
        Api staff = Api.stranger(port).admin();
        long set = new Lab(staff).draftSet(new Lab(staff).study(), 2);
        Visitor person = new Visitor(port);
        person.signIn("admin", Api.ADMIN_PASSWORD);
        int places = gate.places.drainPermits();
        int line = gate.line.drainPermits();
        try {
            HttpResponse<String> page = person.get("/sets/" + set + "/results");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.headers().firstValue("Retry-After")).contains("5");
            assertThat(page.body()).contains("http-equiv=\"refresh\"", "tries again by itself");

            Api.Answer answer = staff.get("/api/v1/sets/" + set + "/agreement");
            assertThat(answer.expectProblem(503, "other statistics").header("Retry-After"))
                    .isEqualTo("5");
            assertThat(person.get("/sets/" + set + "/data").statusCode()).isEqualTo(200);
        } finally {
            gate.places.release(places);
            gate.line.release(line);
        }
        assertThat(person.get("/sets/" + set + "/results").statusCode()).isEqualTo(200);
    }

    private int waiting() {
        return jdbc.sql("select count(*) from pg_locks where not granted and relation = 'model_prediction'::regclass")
                .query(Integer.class)
                .single();
    }
}
