package org.c25.datapage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.c25.common.Sha256;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Person;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A frozen version stays what it was. */
@OnBothDatabases
class FreezingTest {

    @LocalServerPort
    int port;

    private Api staff;
    private Lab lab;
    private long set;
    private Person person;

    @BeforeEach
    void aSetWithOneAtWork() {
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
        set = lab.openSet(lab.study(), 2);
        person = new Person(Api.stranger(port), lab.invite(set, 1).get(0));
        person.consent().expect(200);
        person.answer(0, 1, 2, 3).expect(200);
    }

    private Api.Answer freeze() {
        return staff.post("/api/v1/sets/" + set + "/snapshots", Map.of("note", "first submission"));
    }

    private byte[] bytes(int version) {
        return staff.get("/api/v1/sets/" + set + "/snapshots/" + version + "/data-package.zip")
                .expect(200)
                .bytes();
    }

    @Test
    void aVersionNeverChangesThoughAnswersComeIn() {
        byte[] present = lab.export(set, "data-package.zip");
        Api.Answer frozen = freeze().expect(201);
        person.answer(1, 4, 5, 6).expect(200);

        assertThat(frozen.number("version")).isEqualTo(1);
        assertThat(frozen.text("sha256")).isEqualTo(Sha256.of(present));
        assertThat(bytes(1)).isEqualTo(present).hasSize(frozen.number("bytes"));
        assertThat(freeze().expect(201).number("version")).isEqualTo(2);
        assertThat(bytes(1)).isEqualTo(present);
        assertThat(bytes(2)).isEqualTo(lab.export(set, "data-package.zip"));
        assertThat(staff.get("/api/v1/sets/" + set + "/snapshots")
                        .json()
                        .valueStream()
                        .map(one -> one.get("version").asInt() + " "
                                + one.get("takenBy").asString() + " "
                                + one.get("note").asString()))
                .containsExactly("2 admin first submission", "1 admin first submission");
    }

    @Test
    void whereNothingHasChangedThereIsNoOtherVersion() {
        freeze().expect(201);

        assertThat(freeze().expect(201).number("version")).isEqualTo(1);
    }

    @Test
    void manyAtOnceMakeOneVersion() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Integer>> calls = IntStream.range(0, 8)
                .mapToObj(i -> (Callable<Integer>) () -> freeze().status())
                .toList();
        try {
            for (Future<Integer> status : threads.invokeAll(calls)) {
                assertThat(status.get()).isIn(201, 409);
            }
        } finally {
            threads.shutdown();
        }

        assertThat(staff.get("/api/v1/sets/" + set + "/snapshots").json()).hasSize(1);
        assertThat(bytes(1)).isEqualTo(lab.export(set, "data-package.zip"));
    }

    @Test
    void anAdminCanTakeItAwayAndThatItWasThereStays() {
        freeze().expect(201);
        Visitor admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
        String page = "/sets/" + set + "/data";
        assertThat(admin.get(page).body()).contains("version 1", "first submission", "Remove");

        admin.post("/sets/" + set + "/snapshots/1/removal", Map.of(), page);

        staff.get("/api/v1/sets/" + set + "/snapshots/1/data-package.zip").expectProblem(404, "frozen version");
        assertThat(admin.get(page).body()).contains("version 1", "removed ");
        assertThat(freeze().expect(201).number("version")).isEqualTo(2);
    }

    @Test
    void thePageFreezesToo() {
        Visitor admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
        String page = "/sets/" + set + "/data";
        assertThat(admin.get(page).body()).contains("Nothing is frozen yet");

        assertThat(admin.post("/sets/" + set + "/snapshots", Map.of("note", "by page"), page)
                        .body())
                .contains("Version 1 is frozen", "by page");
    }

    @Test
    void aNoteThatIsTooLongIsNamedAndStrangersAndExperimentersAreKeptOut() {
        staff.post("/api/v1/sets/" + set + "/snapshots", Map.of("note", "x".repeat(201)))
                .expectFault(422, "note");
        freeze().expect(201);
        Api.stranger(port).get("/api/v1/sets/" + set + "/snapshots").expect(401);
        staff.get("/api/v1/sets/" + set + "/snapshots/2/data-package.zip").expect(404);
    }
}
