package org.c25.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.c25.C25Application;
import org.c25.testing.Api;
import org.c25.testing.Databases;
import org.c25.testing.Lab;
import org.c25.testing.Person;
import org.c25.testing.Proxy;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL that goes silent, stops, and only reads; behind a cable, in a database of its own. */
@Tag("server")
@Timeout(180)
@ExtendWith(OutputCaptureExtension.class)
class DatabaseAwayTest {

    private static final String NAME = "away";

    private static Proxy cable;
    private static ConfigurableApplicationContext application;
    private static Api stranger;

    private long set;
    private Person person;
    private final List<String> acknowledged = new ArrayList<>();

    @BeforeAll
    static void anApplicationBehindACable() throws Exception {
        Databases.Server server = Databases.Server.running();
        atTheServer("create database " + NAME);
        URI there = URI.create(server.url().substring("jdbc:".length()));
        cable = new Proxy(there.getHost(), there.getPort());
        application = new SpringApplicationBuilder(C25Application.class)
                .run(
                        "--server.port=0",
                        "--c25.data-dir=" + Databases.folder(),
                        "--c25.admin-password=" + Api.ADMIN_PASSWORD,
                        "--spring.datasource.url=jdbc:postgresql://localhost:" + cable.port() + "/" + NAME,
                        "--spring.datasource.username=" + server.user(),
                        "--spring.datasource.password=" + server.password());
        stranger = Api.stranger(port());
    }

    private static int port() {
        return Integer.parseInt(application.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @AfterAll
    static void theEnd() throws Exception {
        application.close();
        cable.close();
        atTheServer("drop database " + NAME + " with (force)");
    }

    private static void atTheServer(String... statements) throws SQLException {
        Databases.Server server = Databases.Server.running();
        try (Connection connection = DriverManager.getConnection(server.url(), server.user(), server.password())) {
            for (String statement : statements) {
                connection.createStatement().execute(statement);
            }
        }
    }

    @BeforeEach
    void somebodyAtWork() {
        Lab lab = new Lab(stranger.admin());
        set = lab.openSet(lab.study(), 10);
        person = new Person(stranger, lab.invite(set, 1).get(0));
        person.consent().expect(200);
        answer(0, 200);
    }

    @AfterEach
    @Timeout(120)
    void allIsWellAgainAndNothingIsLost() {
        cable.mend();
        until(() -> health() == 200);
        until(() -> answer(1, 0) == 200);
        assertThat(person.answers()
                        .expect(200)
                        .json()
                        .valueStream()
                        .map(one -> one.get("id").asString()))
                .containsAll(acknowledged);
    }

    /** @param expected the status; 0 for any */
    private int answer(int position, int expected) {
        String id = UUID.randomUUID().toString();
        Api.Answer reply = person.answer(position, Person.body(id, 1, 2, 3));
        if (reply.status() == 200) {
            acknowledged.add(id);
        }
        if (reply.status() == 503) {
            assertThat(Integer.parseInt(reply.header("Retry-After"))).isPositive();
        }
        if (expected != 0) {
            reply.expect(expected);
        }
        return reply.status();
    }

    private static int health() {
        return stranger.get("/actuator/health").status();
    }

    private static void until(BooleanSupplier state) {
        while (!state.getAsBoolean()) {
            LockSupport.parkNanos(20_000_000);
        }
    }

    @Test
    void aDatabaseThatGoesSilentHoldsUpNobody(CapturedOutput log) {
        int logged = log.getAll().length();
        cable.goSilent();

        answer(0, 503);
        until(() -> health() == 503);
        assertThat(stranger.get("/actuator/health/readiness").status()).isEqualTo(503);
        assertThat(stranger.get("/actuator/health/liveness").status()).isEqualTo(200);
        for (int i = 0; i < 10; i++) {
            answer(0, 503);
        }
        assertThat(stranger.accepting("text/html").get("/sign-in").status()).isEqualTo(503);
        assertThat(stranger.get("/css/c25.css").status()).isEqualTo(200);

        String said = log.getAll().substring(logged);
        assertThat(said).contains("PUT /api", "GET /sign-in").doesNotContain("\tat ");
    }

    @Test
    void aDatabaseThatStopsIsToldAtOnceAndComesBackByItself(CapturedOutput log) {
        int logged = log.getAll().length();
        cable.cut();

        answer(0, 503);
        until(() -> health() == 503);
        answer(0, 503);

        assertThat(log.getAll().substring(logged)).doesNotContain("\tat ");
    }

    @Test
    void aDatabaseThatOnlyReadsIsNotUp(CapturedOutput log) throws SQLException {
        Visitor staff = new Visitor(port());
        staff.signIn("admin", Api.ADMIN_PASSWORD);
        List<String> links = new Lab(stranger.admin()).invite(set, 2);
        Person other = new Person(stranger, links.get(0));
        other.consent().expect(200);
        Visitor atHome = new Visitor(port());
        String home = atHome.get("/join/" + links.get(0)).uri().getPath();
        JdbcClient jdbc = application.getBean(JdbcClient.class);
        // Long ago, or never: each read would note it.
        jdbc.sql("update api_token set last_used_at = null").update();
        jdbc.sql("update participant set seen_at = null").update();
        int logged = log.getAll().length();
        atTheServer("alter database " + NAME + " set default_transaction_read_only = on", END_ALL);
        try {
            until(() -> answer(0, 0) == 503);
            until(() -> health() == 503);
            assertThat(person.answer(0, 4, 4, 4).expect(503).body()).contains("takes no changes");
            readsAreServed(staff, other);
            assertThat(atHome.get(home).statusCode()).as(home).isEqualTo(200);
            HttpResponse<String> newcomer = new Visitor(port()).get("/join/" + links.get(1));
            assertThat(newcomer.statusCode()).as(newcomer.body()).isEqualTo(200);
            assertThat(stranger.get("/actuator/health/readiness").status()).isEqualTo(503);

            assertThat(log.getAll().substring(logged))
                    .contains("The use of an API token was not noted", "A sign of life was not noted")
                    .contains(
                            "The first opening of a link was not noted",
                            "The language of what somebody saw was not noted")
                    .doesNotContain("\tat ");
        } finally {
            atTheServer("alter database " + NAME + " reset default_transaction_read_only");
        }
    }

    /** What is merely noted beside a read is left out; what has to be recorded is not done, and can be tried again. */
    private void readsAreServed(Visitor staff, Person participant) {
        String api = "/api/v1/sets/" + set;
        for (String path : List.of(
                "/progress",
                "/agreement",
                "/results",
                "/flags",
                "/models",
                "/votes.csv",
                "/participants.csv",
                "/figures/circumplex.svg")) {
            stranger.admin().get(api + path).expect(200);
        }
        for (String page : List.of(
                "",
                "/quality",
                "/quality/what-if",
                "/results",
                "/results/votes",
                "/results/models",
                "/data",
                "/invitations",
                "/slots",
                "/slots/0",
                "/items")) {
            assertThat(staff.get("/sets/" + set + page).statusCode()).as(page).isEqualTo(200);
        }
        for (String page : List.of("/studies", "/account", "/accounts", "/accounts/tokens", "/audit")) {
            assertThat(staff.get(page).statusCode()).as(page).isEqualTo(200);
        }
        participant.trials("?from=0&limit=5").expect(200);
        participant.answers().expect(200);
        participant.data().expect(200);
        participant.standing().expect(200);
        Api.Answer audited = stranger.admin().get(api + "/exports/expression_set1_C25.csv");
        assertThat(audited.expect(503).header("Retry-After")).isNotEmpty();
    }

    private static final String END_ALL =
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + NAME + "'";

    @Test
    void aFloodOfHealthCallsTakesNoConnection() {
        cable.goSilent();
        until(() -> health() == 503);

        for (int i = 0; i < 200; i++) {
            assertThat(stranger.get("/actuator/health").body()).contains("DOWN").doesNotContain("jdbc");
        }
    }
}
