package org.c25.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.Person;
import org.c25.testing.RunningJar;
import org.c25.testing.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What strangers do to the finished jar with little memory, while somebody rates faces. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrangersIT {

    private static final int STRAGGLERS_OF_A_KIND = 30;
    private static final String LONG = "Content-Length: 15000";
    private static final String BOUNDARY = "Content-Type: multipart/form-data; boundary=b";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    @TempDir
    static Path data;

    private RunningJar jar;
    private String token;
    private String staffToken;
    private long study;
    private Person person;
    private int position;

    @BeforeAll
    void aJarAndSomebodyAtWork() throws Exception {
        jar = RunningJar.startWith(
                List.of("-Xmx160m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError"),
                data,
                "--c25.admin-password=" + Api.ADMIN_PASSWORD,
                "--c25.bodies.time=4s",
                "--c25.bodies.head-time=4s",
                "--c25.bodies.stall=5s");
        staffToken = jar.stranger()
                .named("admin", Api.ADMIN_PASSWORD)
                .post("/api/v1/tokens", Map.of("name", "x"))
                .expect(201)
                .text("token");
        Lab lab = new Lab(jar.stranger().bearing(staffToken));
        study = lab.study();
        token = lab.invite(lab.openSet(study, 20), 1).get(0);
        person = new Person(jar.stranger(), token);
        person.consent().expect(200);
    }

    @AfterAll
    void stop() {
        jar.close();
    }

    private void anAnswerIsTaken() {
        person.answer(position++, 1, 5, 5).expect(200);
    }

    @Test
    void longBodiesTakeNoMemory() throws Exception {
        List<Thread> senders = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Thread sender = new Thread(() -> send(
                    "PUT /api/v1/participant/trials/0/annotation HTTP/1.1\r\nAuthorization: Bearer " + token
                            + "\r\nContent-Type: application/json",
                    90));
            sender.start();
            senders.add(sender);
        }
        for (Thread sender : senders) {
            sender.join();
        }
        anAnswerIsTaken();
    }

    @Test
    void aStrangersFilesAreNeverWritten() throws Exception {
        send("POST /studies/" + study + "/sets HTTP/1.1\r\n" + BOUNDARY, 256);

        try (Stream<Path> files = Files.walk(data.resolve("uploads"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .containsExactly("lock");
        }
        anAnswerIsTaken();
    }

    /** Sends so many megabytes, or as many as are listened to; the answer is there before. */
    private void send(String head, int megabytes) {
        try (Wire wire = new Wire(jar.port())) {
            wire.head(head, "Content-Length: " + ((long) megabytes << 20)).say("{");
            assertThat(wire.heardUntil("\r\n\r\n")).matches("(?s)HTTP/1.1 (302|401|413) .*");
            byte[] megabyte = new byte[1 << 20];
            for (int i = 0; i < megabytes; i++) {
                wire.say(megabyte);
            }
        } catch (IOException e) {
            // The server has heard enough.
        }
    }

    /** As many as there are threads, and some more. Without an end, they would be waited for in turns, for ever. */
    @Test
    void stragglersHoldUpNobodyAndAreCutOff() throws Exception {
        String[][] kinds = {
            {
                "PUT /api/v1/participant/trials/0/annotation HTTP/1.1",
                "Content-Type: application/json",
                LONG,
                "Authorization: Bearer " + token
            },
            {"POST /api/v1/studies HTTP/1.1", "Transfer-Encoding: chunked", "Authorization: Bearer " + staffToken},
            {"POST /sign-in HTTP/1.1", FORM, LONG},
            {"POST /studies/" + study + "/sets HTTP/1.1", BOUNDARY, LONG},
            {"PUT /p/0123456789abcdef/api/x HTTP/1.1", "Content-Type: text/plain", "Transfer-Encoding: chunked"},
            {"GET /sign-in HTTP/1.1", LONG},
            {"TRACE / HTTP/1.1", LONG},
            {"POST /%zz HTTP/1.1", LONG},
            {"POST /actuator/health HTTP/1.1", LONG, "Expect: 100-continue"},
        };
        List<Wire> wires = new ArrayList<>();
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try {
            for (int i = 0; i < STRAGGLERS_OF_A_KIND; i++) {
                for (String[] kind : kinds) {
                    wires.add(new Wire(jar.port()).head(kind));
                }
            }
            // Some who may send files, as they come: these are read by threads, so there are few places.
            for (int i = 0; i < 4; i++) {
                wires.add(new Wire(jar.port())
                        .head(
                                "POST /api/v1/studies/" + study + "/sets HTTP/1.1",
                                BOUNDARY,
                                "Authorization: Bearer " + staffToken,
                                "Content-Length: 4000000000"));
            }
            clock.scheduleWithFixedDelay(
                    () -> wires.forEach(wire -> trickle(wire, "1")), 0, 300, TimeUnit.MILLISECONDS);

            anAnswerIsTaken();

            wires.forEach(Wire::heard); // ends only when the server ends it
            anAnswerIsTaken();
        } finally {
            clock.shutdownNow();
            for (Wire wire : wires) {
                wire.close();
            }
        }
    }

    private static void trickle(Wire wire, String drop) {
        try {
            wire.say(drop);
        } catch (IOException ended) {
            // It was cut off.
        }
    }

    /** A head that never ends holds a connection, no thread, and that not for ever, however often a byte of it comes. */
    @Test
    void headsThatDontEndHoldUpNobodyAndAreCutOff() throws Exception {
        String[][] kinds = { // how they begin, and how they go on
            {"GET /studies HTTP/1.1\r\nHost: a\r\nX: ", "a"},
            {"GET /stud", "a"},
            {"\r\n", "\r\n"},
            {"GET /favicon.svg HTTP/1.1\r\nHost: a\r\n\r\nGET /stud", "a"},
        };
        Map<Wire, String> wires = new LinkedHashMap<>();
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try {
            for (int i = 0; i < 300; i++) {
                String[] kind = kinds[i % kinds.length];
                wires.put(new Wire(jar.port()).say(kind[0]), kind[1]);
            }
            clock.scheduleWithFixedDelay(() -> wires.forEach(StrangersIT::trickle), 0, 300, TimeUnit.MILLISECONDS);

            anAnswerIsTaken();

            wires.keySet().forEach(Wire::heard); // ends only when the server ends it
            anAnswerIsTaken();
        } finally {
            clock.shutdownNow();
            for (Wire wire : wires.keySet()) {
                wire.close();
            }
        }
        for (String head : List.of(
                "GET /" + "a".repeat(40_000) + " HTTP/1.1",
                "GET / HTTP/1.1\r\nX: " + "a".repeat(40_000),
                "GET / HTTP/1.1" + "\r\nX: a".repeat(1000))) {
            try (Wire wire = new Wire(jar.port())) {
                assertThat(wire.head(head).heard()).startsWith("HTTP/1.1 4");
            }
        }
        anAnswerIsTaken();
    }
}
