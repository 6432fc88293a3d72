package org.c25.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.c25.C25Application;
import org.c25.testing.Api;
import org.c25.testing.Databases;
import org.c25.testing.Lab;
import org.c25.testing.OwnPostgreSql;
import org.c25.testing.Person;
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

/**
 * A real PostgreSQL that is started late, stopped, frozen, full, out of connections, read-only, or has its connections
 * killed: whatever is asked of the application is refused in its own way.
 */
@Tag("server")
@Timeout(240)
@ExtendWith(OutputCaptureExtension.class)
class PostgreSqlInTroubleTest {

    private static final int MOST_CONNECTIONS = 40;

    private static Path disk;
    private static boolean smallDisk;
    private static OwnPostgreSql database;
    private static ConfigurableApplicationContext application;
    private static Api stranger;
    private static Visitor staff;
    private static Visitor nobody;
    private static Map<String, String> signIn;

    private final List<String> acknowledged = new ArrayList<>();
    private Person person;
    private Map<String, Supplier<HttpResponse<?>>> programs;
    private Map<String, Supplier<HttpResponse<?>>> people;

    @BeforeAll
    static void twoNodesThatStartBeforeTheirDatabase(CapturedOutput log) throws Exception {
        disk = Databases.folder();
        smallDisk = mounted(disk);
        database = new OwnPostgreSql(disk.resolve("data"), Map.of("max_connections", String.valueOf(MOST_CONNECTIONS)));
        Path shared = Databases.folder();
        CompletableFuture<ConfigurableApplicationContext> first = CompletableFuture.supplyAsync(() -> node(shared));
        CompletableFuture<ConfigurableApplicationContext> second = CompletableFuture.supplyAsync(() -> node(shared));
        Pattern waiting = Pattern.compile("Waiting for the database, for 2");
        until(() -> waiting.matcher(log.getAll()).results().count() >= 2);
        assertThat(first).isNotDone();
        database.start();

        application = first.get();
        second.get().close();
        JdbcClient jdbc = application.getBean(JdbcClient.class);
        assertThat(jdbc.sql("select name from account").query(String.class).list())
                .containsExactly("admin");
        assertThat(jdbc.sql("select name from study").query(String.class).list())
                .as("made by one of both")
                .containsExactly("Demonstration");
        stranger = Api.stranger(port());
        staff = new Visitor(port());
        staff.signIn("admin", Api.ADMIN_PASSWORD);
        nobody = new Visitor(port());
        signIn = Map.of("username", "admin", "password", Api.ADMIN_PASSWORD, "_csrf", nobody.formToken("/sign-in"));
    }

    private static ConfigurableApplicationContext node(Path shared) {
        return new SpringApplicationBuilder(C25Application.class)
                .run(
                        "--server.port=0",
                        "--spring.jmx.enabled=false",
                        "--c25.data-dir=" + shared,
                        "--c25.demonstration=true",
                        "--c25.admin-password=" + Api.ADMIN_PASSWORD,
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=postgres",
                        "--spring.datasource.hikari.connection-timeout=2000");
    }

    private static boolean mounted(Path folder) throws InterruptedException {
        try {
            return new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=128m,mode=777", "tmpfs", folder.toString())
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static int port() {
        return Integer.parseInt(application.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @AfterAll
    static void theEnd() throws Exception {
        application.close();
        database.close();
        if (smallDisk) {
            new ProcessBuilder("umount", "--lazy", disk.toString()).start().waitFor();
        }
    }

    @BeforeEach
    void everyKindOfCall() {
        Api admin = stranger.admin();
        Lab lab = new Lab(admin);
        long study = lab.study();
        long set = lab.openSet(study, 10);
        List<String> links = lab.invite(set, 3);
        person = new Person(stranger, links.get(0));
        person.consent().expect(200);
        assertThat(answer(0).status()).isEqualTo(200);
        Person newcomer = new Person(stranger, links.get(1));
        Visitor atHome = new Visitor(port());
        String home = atHome.get("/join/" + links.get(0)).uri().getPath().replaceAll("^(/p/[^/]+).*", "$1");
        String picture = person.trials().get(1).get("image").asString();
        String key = picture.replaceAll(".*/", "");

        programs = new LinkedHashMap<>();
        programs.put("answer", () -> answer(0).response());
        programs.put("consent", () -> newcomer.consent().response());
        programs.put("trials", () -> person.trials("?from=0&limit=5").response());
        programs.put("picture", () -> person.get(picture).response());
        programs.put("standing", () -> person.standing().response());
        programs.put(
                "picture report",
                () -> person.reportPicture(2, "{\"reason\":\"status 404\"}").response());
        programs.put("completion", () -> person.complete(1).response());
        programs.put(
                "token",
                () -> stranger.named("admin", Api.ADMIN_PASSWORD)
                        .post("/api/v1/tokens", Map.of("name", "another"))
                        .response());
        programs.put(
                "study",
                () -> admin.post("/api/v1/studies", Map.of("name", "Another")).response());
        programs.put(
                "set",
                () -> admin.upload(
                                "/api/v1/studies/" + study + "/sets",
                                Map.of(
                                        "number",
                                        "7",
                                        "kind",
                                        "CUSTOM",
                                        "manifest",
                                        Lab.manifest(1).getBytes(StandardCharsets.UTF_8)))
                        .response());
        programs.put(
                "invitations",
                () -> admin.post("/api/v1/sets/" + set + "/invitations", Map.of("count", 1))
                        .response());
        programs.put(
                "progress", () -> admin.get("/api/v1/sets/" + set + "/progress").response());
        programs.put(
                "export",
                () -> admin.get("/api/v1/sets/" + set + "/exports/expression_set1_C25.csv")
                        .response());
        programs.put("answer of the page", () -> atHome.get(home + "/api/standing"));
        programs.put("picture of the page", () -> atHome.get(home + "/api/images/" + key));
        programs.put(
                "unknown token",
                () -> stranger.bearing("nobody").get("/api/v1/studies").response());

        people = new LinkedHashMap<>();
        people.put("face", () -> atHome.get(home + "/trials"));
        people.put("first page", () -> atHome.get(home));
        people.put("link", () -> new Visitor(port()).get("/join/" + links.get(2)));
        people.put("unknown link", () -> new Visitor(port()).get("/join/" + UUID.randomUUID()));
        people.put("sign-in", () -> nobody.send("/sign-in", signIn));
        people.put("studies", () -> staff.get("/studies"));
        people.put("set", () -> staff.get("/sets/" + set));
        people.put("live", () -> staff.get("/sets/" + set + "/quality"));
        people.put("download", () -> staff.get("/sets/" + set + "/exports/data-package.zip"));
        String token = staff.formToken("/studies");
        people.put("form", () -> staff.send("/studies", Map.of("name", "Another", "_csrf", token)));
    }

    private Api.Answer answer(int position) {
        String id = UUID.randomUUID().toString();
        Api.Answer reply = person.answer(position, Person.body(id, 1, 2, 3));
        if (reply.status() == 200) {
            acknowledged.add(id);
        }
        return reply;
    }

    @AfterEach
    void allIsWellAgainAndNothingIsLost() {
        until(() -> health("") == 200);
        until(() -> answer(1).status() == 200);
        assertThat(person.answers()
                        .expect(200)
                        .json()
                        .valueStream()
                        .map(one -> one.get("id").asString()))
                .containsAll(acknowledged);
        assertThat(staff.get("/studies").statusCode()).as("still signed in").isEqualTo(200);
    }

    private static int health(String group) {
        return stranger.get("/actuator/health" + group).status();
    }

    private static void until(BooleanSupplier state) {
        while (!state.getAsBoolean()) {
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** Each is refused as the one who asks understands it; a password is never called wrong. */
    private void assertAllAreRefused() {
        List<String> otherwise = new ArrayList<>();
        programs.forEach((name, call) -> {
            HttpResponse<?> reply = call.get();
            if (!isRefusal(reply, "application/problem+json")) {
                otherwise.add(name + ": " + said(reply));
            }
        });
        people.forEach((name, call) -> {
            HttpResponse<?> reply = call.get();
            if (!isRefusal(reply, "text/html") || !said(reply).contains("c25.css")) {
                otherwise.add(name + ": " + said(reply));
            }
        });
        assertThat(otherwise).isEmpty();
    }

    private static boolean isRefusal(HttpResponse<?> reply, String type) {
        return reply.statusCode() == 503
                && reply.headers().firstValue("Retry-After").orElse("").matches("[1-9][0-9]*")
                && reply.headers().firstValue("Content-Type").orElse("").startsWith(type);
    }

    private static String said(HttpResponse<?> reply) {
        String body = reply.body() instanceof byte[] bytes
                ? new String(bytes, StandardCharsets.UTF_8)
                : String.valueOf(reply.body());
        return reply.statusCode() + " " + reply.uri().getPath() + " "
                + reply.headers().map() + " " + body;
    }

    private static void assertNotReadyButAlive() {
        until(() -> health("/readiness") == 503);
        assertThat(health("")).isEqualTo(503);
        assertThat(health("/liveness")).isEqualTo(200);
        assertThat(stranger.get("/css/c25.css").status()).isEqualTo(200);
    }

    @Test
    void stopped(CapturedOutput log) {
        int before = log.getAll().length();
        database.stop();
        try {
            assertAllAreRefused();
            assertNotReadyButAlive();
            assertAllAreRefused();
        } finally {
            database.start();
        }
        assertThat(log.getAll().substring(before)).doesNotContain("\tat ");
    }

    @Test
    void frozen() {
        database.freeze();
        try {
            assertAllAreRefused();
            assertNotReadyButAlive();
        } finally {
            database.thaw();
        }
    }

    @Test
    void outOfConnections() throws SQLException {
        List<Connection> others = new ArrayList<>();
        try {
            do {
                takeAll(others);
            } while (others.get(0).createStatement().executeQuery(END_OURS).next());
            assertAllAreRefused();
            assertNotReadyButAlive();
        } finally {
            for (Connection each : others) {
                each.close();
            }
        }
    }

    private static final String END_OURS = "select pg_terminate_backend(pid, 5000) from pg_stat_activity"
            + " where application_name <> 'others' and backend_type = 'client backend'";

    private static void takeAll(List<Connection> others) {
        try {
            while (true) {
                others.add(database.connect("others"));
            }
        } catch (SQLException full) {
            // None is left.
        }
    }

    @Test
    void itsConnectionsAreKilled() throws SQLException {
        for (int times = 0; times < 5; times++) {
            database.run("select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"
                    + " and backend_type = 'client backend'");
            programs.forEach((name, call) -> {
                if (!List.of("unknown token", "completion").contains(name)) {
                    assertThat(call.get().statusCode()).as(name).isIn(200, 201, 204, 409, 503);
                }
            });
            people.forEach(
                    (name, call) -> assertThat(call.get().statusCode()).as(name).isIn(200, 403, 404, 503));
        }
    }

    @Test
    void readOnlyNobodyHearsThatAPasswordIsWrong() throws SQLException {
        database.run(
                "alter database postgres set default_transaction_read_only = on",
                "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"
                        + " and backend_type = 'client backend'");
        try {
            assertNotReadyButAlive();
            for (String name : List.of("answer", "consent", "token", "study", "set", "invitations", "export")) {
                HttpResponse<?> reply = programs.get(name).get();
                assertThat(isRefusal(reply, "application/problem+json"))
                        .as(said(reply))
                        .isTrue();
            }
            HttpResponse<?> signedIn = people.get("sign-in").get();
            assertThat(signedIn.statusCode()).isIn(200, 503);
            assertThat(signedIn.uri().toString()).doesNotContain("error");
            for (String name : List.of("trials", "picture", "standing", "progress")) {
                assertThat(programs.get(name).get().statusCode()).as(name).isEqualTo(200);
            }
        } finally {
            database.run(
                    "set default_transaction_read_only = off",
                    "alter database postgres reset default_transaction_read_only");
        }
    }

    @Test
    void aFullDisk() throws IOException, SQLException {
        assumeTrue(smallDisk, "skipped: only root can mount a small disk, and only on Linux");
        Path filler = disk.resolve("filler");
        try (OutputStream out = Files.newOutputStream(filler, StandardOpenOption.CREATE)) {
            while (true) {
                out.write(new byte[1 << 16]);
            }
        } catch (IOException full) {
            // As it is meant to be.
        }
        try {
            // A text that the database can't make shorter.
            String text = Stream.generate(() -> UUID.randomUUID().toString())
                    .limit(400)
                    .collect(Collectors.joining());
            Map<String, Object> much = Map.of("name", "Much", "consent", text);
            until(() -> {
                Api.Answer reply = stranger.admin().post("/api/v1/studies", much);
                assertThat(reply.status()).as(reply.body()).isIn(201, 503);
                return reply.status() == 503 && reply.body().contains("disk is full");
            });
            assertNotReadyButAlive();
            assertThat(person.trials("?from=0&limit=5").status())
                    .as("who only reads")
                    .isIn(200, 503);
        } finally {
            Files.delete(filler);
        }
    }
}
