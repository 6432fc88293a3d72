package org.c25.bodies;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Person;
import org.c25.testing.Visitor;
import org.c25.testing.Wire;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How much the server takes, from whom, and what it leaves on the disk. */
@OnBothDatabases
class TakingBodiesTest {

    private static final String BOUNDARY = "Content-Type: multipart/form-data; boundary=b";
    private static final String FILE =
            "--b\r\nContent-Disposition: form-data; name=\"manifest\"; filename=\"m.csv\"\r\n\r\n";
    private static final byte[] MEGABYTE = new byte[1 << 20];

    @LocalServerPort
    int port;

    @Autowired
    UploadFolder uploads;

    @Autowired
    JdbcClient jdbc;

    private Api staff;
    private Lab lab;

    @BeforeEach
    void aLab() {
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
    }

    /** Half a gigabyte of it ran a small heap out. */
    @Test
    void aParticipantSendsAtMostSixteenKilobytes() throws Exception {
        long set = lab.openSet(lab.study(), 4);
        String token = lab.invite(set, 1).get(0);
        Person person = new Person(Api.stranger(port), token);
        person.consent().expect(200);
        String json = "{\"id\":\"" + UUID.randomUUID() + "\",\"expression\":1,\"valence\":5,\"arousal\":5}";
        String padded = json + " ".repeat(BodyLimits.SHORT - json.length());

        person.answerRaw(0, padded + " ").expectProblem(413, "at most 16 kB");
        assertThat(person.answers().expect(200).json()).isEmpty();
        for (String type : List.of("application/json", "text/plain", "application/x-www-form-urlencoded", "x/y", "")) {
            String head = "PUT /api/v1/participant/trials/0/annotation HTTP/1.1\r\nAuthorization: Bearer " + token
                    + (type.isEmpty() ? "" : "\r\nContent-Type: " + type);
            try (Wire wire = new Wire(port)) {
                assertThat(wire.head(head, "Content-Length: 90000000").heardUntil("}"))
                        .as(type)
                        .startsWith("HTTP/1.1 413 ")
                        .contains("application/problem+json", "at most 16 kB", "Connection: close");
            }
            try (Wire wire = new Wire(port)) {
                wire.head(head, "Transfer-Encoding: chunked");
                for (int i = 0; i <= 16; i++) {
                    wire.say("400\r\n" + " ".repeat(1024) + "\r\n");
                }
                assertThat(wire.say("0\r\n\r\n").heardUntil("\r\n\r\n"))
                        .as(type)
                        .startsWith("HTTP/1.1 413 ");
            }
        }
        person.answerRaw(0, padded).expect(200);
    }

    /** What comes in pieces is taken as what comes at once. */
    @Test
    void aBodyInPiecesIsTakenAsOneAtOnce() throws Exception {
        long set = lab.openSet(lab.study(), 4);
        String token = lab.invite(set, 1).get(0);
        String head =
                "POST /api/v1/participant/consent?x=1 HTTP/1.1\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                        + token;
        String json = "{\"accepted\": true, \"locale\": \"ko\"}";

        try (Wire wire = new Wire(port)) {
            wire.head(head, "Content-Length: " + json.length()).say(json.substring(0, 9));
            staff.get("/api/v1/sets/0/progress").expect(404); // served meanwhile
            assertThat(wire.say(json.substring(9)).heardUntil("}")).startsWith("HTTP/1.1 200 ");
            // The connection is good for the next request.
            wire.head(head, "Transfer-Encoding: chunked")
                    .say("9\r\n" + json.substring(0, 9) + "\r\n" + Integer.toHexString(json.length() - 9));
            staff.get("/api/v1/sets/0/progress").expect(404); // served meanwhile
            assertThat(wire.say("\r\n" + json.substring(9) + "\r\n0\r\n\r\n").heardUntil("}"))
                    .startsWith("HTTP/1.1 200 ");
        }
        try (Wire form = new Wire(port)) {
            form.head("POST /sign-in HTTP/1.1", "Content-Type: application/x-www-form-urlencoded", "Content-Length: 21")
                    .say("username=a");
            staff.get("/api/v1/sets/0/progress").expect(404); // served meanwhile
            assertThat(form.say("&password=b").heardUntil("\r\n\r\n"))
                    .as("there is no form token")
                    .startsWith("HTTP/1.1 302 ")
                    .contains("/sign-in?stale");
        }
    }

    /** Whoever sends all of it before they listen finds the answer. */
    @Test
    void whatNoPageIsAskedForIsAnsweredThoughABodyComesWithIt() throws Exception {
        for (String accept : List.of("Accept: text/html", "Accept: */*")) {
            try (Wire trace = new Wire(port)) {
                trace.head("TRACE /sign-in HTTP/1.1", accept, "Cookie: c25-staff=secret", "Content-Length: 1048576")
                        .sayWhileHeard(MEGABYTE);
                assertThat(trace.heard())
                        .startsWith("HTTP/1.1 405 ")
                        .contains("Allow: GET", "Connection: close")
                        .doesNotContain("secret");
            }
            try (Wire trace = new Wire(port)) {
                assertThat(trace.head("TRACE /api/v1/participant HTTP/1.1", accept)
                                .heard())
                        .startsWith("HTTP/1.1 405 ");
            }
            try (Wire post = new Wire(port)) {
                post.head("POST /%zz HTTP/1.1", accept, "Content-Length: 1048576")
                        .sayWhileHeard(MEGABYTE);
                assertThat(post.heard()).startsWith("HTTP/1.1 400 ");
            }
        }
    }

    @Test
    void whatAStrangerUploadsIsAnsweredEarlyAndNeverReachesTheDisk() throws Exception {
        long study = lab.study();
        for (String address : List.of(
                "POST /studies",
                "POST /studies/" + study + "/sets",
                "POST /sets/1/imports",
                "POST /sign-in",
                "POST /nowhere",
                "POST /p/0123456789abcdef/questions",
                "PUT /api/v1/sets/1/items/1/image",
                "POST /api/v1/studies/" + study + "/sets",
                "POST /api/v1/tokens",
                "PUT /api/v1/participant/trials/0/annotation")) {
            try (Wire wire = new Wire(port)) {
                wire.head(
                                address + " HTTP/1.1",
                                BOUNDARY,
                                "Cookie: c25-staff=0; c25-invitation=x",
                                "Content-Length: 268435456")
                        .say(FILE);

                assertThat(wire.heardUntil("\r\n\r\n")).as(address).matches("(?s)HTTP/1.1 (302|401|403|415) .*");

                // It goes on sending, as most clients do, and is listened to for a while.
                for (int i = 0; i < 4; i++) {
                    wire.sayWhileHeard(MEGABYTE);
                }
                assertThat(uploaded()).as(address).isEmpty();
            }
        }
    }

    /** Who may not see a study or a set sends no files to it; the same is said as of one that is not there. */
    @Test
    void onlyWhoMaySeeASetSendsFilesToIt() throws Exception {
        long study = lab.study();
        long set = lab.bareSet(study, Lab.manifest(4).getBytes(UTF_8));
        String name = "yun-" + System.nanoTime();
        Visitor admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
        String password = Visitor.found(
                "class=\"once\"[^>]*>([^<]+)<",
                admin.post("/accounts", Map.of("name", name, "role", "EXPERIMENTER"), "/accounts")
                        .body());
        String token = Api.stranger(port)
                .named(name, password)
                .post("/api/v1/tokens", Map.of("name", "x"))
                .expect(201)
                .text("token");

        for (String path : List.of(
                "/studies/" + study + "/sets",
                "/studies/" + study + "/sets/affectnet",
                "/sets/" + set + "/imports",
                "/sets/" + set + "/models",
                "/sets/" + set + "/items/1/successor",
                "/sets/999999999/imports",
                "/sets/none/imports",
                "/sets/99999999999999999999/imports")) {
            try (Wire wire = new Wire(port)) {
                wire.head(
                                "POST /api/v1" + path + " HTTP/1.1",
                                BOUNDARY,
                                "Authorization: Bearer " + token,
                                "Content-Length: 9000000")
                        .say(FILE);
                assertThat(wire.heardUntil("\r\n\r\n")).as(path).startsWith("HTTP/1.1 404 ");
                assertThat(uploaded()).as(path).isEmpty();
            }
        }
        // On the page, the reason comes through although it is told before the file is sent.
        Visitor yun = new Visitor(port);
        yun.signIn(name, password);
        HttpResponse<String> page = yun.uploadRaw("/sets/" + set + "/imports", Map.of("expression", new byte[3 << 20]));
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is no such set.");
        assertThat(uploaded()).isEmpty();
        // Their own study takes theirs.
        Api theirs = Api.stranger(port).bearing(token);
        new Lab(theirs).bareSet(new Lab(theirs).study(), Lab.manifest(4).getBytes(UTF_8));
    }

    @Test
    void anUploadWithoutItsPagesTokenIsRefusedAndLeavesNothing() throws Exception {
        long study = lab.study();
        Visitor admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
        Map<String, Object> parts = new HashMap<>(Lab.parts(Lab.manifest(4), Lab.zip(4)));
        String page = "/studies/" + study + "/sets/new";

        for (String token : List.of("", "forged")) {
            parts.put("_csrf", token);
            assertThat(admin.uploadRaw("/studies/" + study + "/sets", parts).statusCode())
                    .isEqualTo(403);
        }
        assertThat(sets(study)).isZero();
        parts.remove("_csrf");
        assertThat(admin.upload("/studies/" + study + "/sets", parts, page)
                        .uri()
                        .getPath())
                .matches("/sets/\\d+");
        assertThat(sets(study)).isEqualTo(1);
        await().untilAsserted(() -> assertThat(uploaded()).isEmpty());
    }

    private long sets(long study) {
        return jdbc.sql("select count(*) from image_set where study_id = ?")
                .param(study)
                .query(Long.class)
                .single();
    }

    /** So many uploads at once, and no more; who goes away midway leaves a place and no file. */
    @Test
    void aNodeTakesSoManyUploadsAtOnceAndForgetsThoseThatBreakOff() throws Exception {
        String path = "/api/v1/studies/" + lab.study() + "/sets";
        String token = Api.stranger(port)
                .named("admin", Api.ADMIN_PASSWORD)
                .post("/api/v1/tokens", Map.of("name", "x"))
                .expect(201)
                .text("token");
        String[] head = {
            "POST " + path + " HTTP/1.1", BOUNDARY, "Authorization: Bearer " + token, "Content-Length: 9000000"
        };
        List<Wire> wires = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                Wire wire = new Wire(port);
                wires.add(wire.head(head).say(FILE).say(new byte[100_000]));
            }
            await().atMost(Duration.ofMinutes(1)).until(() -> uploaded().size() == 8);

            try (Wire ninth = new Wire(port)) {
                assertThat(ninth.head(head).say(FILE).heardUntil("\r\n\r\n"))
                        .startsWith("HTTP/1.1 503 ")
                        .contains("Retry-After: ");
            }
        } finally {
            for (Wire wire : wires) {
                wire.close();
            }
        }
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(uploaded()).isEmpty());
        new Lab(staff).draftSet(lab.study(), 4);
    }

    /** Limits are as long as what their fields may hold. */
    @Test
    void longFormsAreTakenFromThoseWhoAreKnown() throws Exception {
        long study = lab.study();
        String consent = "얼굴 ".repeat(6000).strip();
        Visitor admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
        String page = "/studies/" + study + "/consent";

        assertThat(admin.post(page, Map.of("text", consent), page).body()).contains("participants are asked to agree");
        assertThat(jdbc.sql("select count(*) from consent_text where study_id = ? and text = ?")
                        .params(study, consent)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(new Visitor(port).send(page, Map.of("text", consent)).uri().getPath())
                .isEqualTo("/sign-in");
        assertThat(admin.post("/studies/" + study + "/archiving", Map.of("x", consent), "/studies/" + study)
                        .body())
                .contains("too long", "at most 64 kB");

        long set = lab.draftSet(study, 4);
        List<String> addresses = IntStream.range(0, 1000)
                .mapToObj(i -> "a".repeat(200) + i + "@example.org")
                .toList();
        staff.post("/api/v1/sets/" + set + "/invitations", Map.of("emails", addresses))
                .expect(201);
        Api.stranger(port)
                .bearing("nobody")
                .post("/api/v1/sets/" + set + "/invitations", Map.of("emails", addresses))
                .expectProblem(401, "");
        staff.postRaw("/api/v1/sets/" + set + "/opening", "application/json", " ".repeat(70_000))
                .expectProblem(413, "64 kB");
        staff.postRaw("/api/v1/studies", "application/json", " ".repeat(3 << 20))
                .expectProblem(413, "2048 kB");
    }

    /** What lies in the folder of uploads. */
    private List<Path> uploaded() {
        try (Stream<Path> files = Files.list(uploads.path())) {
            return files.filter(file -> !file.endsWith("lock")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
