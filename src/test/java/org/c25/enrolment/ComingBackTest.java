package org.c25.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.c25.participation.DropOutJob;
import org.c25.participation.Silence;
import org.c25.testing.Api;
import org.c25.testing.Api.Answer;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Person;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Somebody comes back after their slot was given on: nothing of theirs is lost, and they go on if there is room. */
@OnBothDatabases
class ComingBackTest {

    private static final String RETURN = "/api/v1/participant/return";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DropOutJob job;

    private Api staff;
    private Lab lab;
    private Silence silence;
    private long set;
    private String late;
    private String next;

    /** Two places: one free, the other with somebody who came after the late one's was released. */
    @BeforeEach
    void somebodyIsLate() {
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
        silence = new Silence(jdbc);
        set = lab.openSet(lab.study(Map.of("capacity", 2, "repeatShare", 0, "contact", "lab@example.org")), 3);
        late = lab.invite(set, 1).get(0);
        person(late).consent().expect(200);
        person(late).answer(0, 5, 9, 9).expect(200);
        silence.of(late, 100);
        job.run();
        next = join();
    }

    private String join() {
        String token = lab.invite(set, 1).get(0);
        person(token).consent().expect(200);
        return token;
    }

    private Person person(String token) {
        return new Person(Api.stranger(port), token);
    }

    private Answer comeBack(String token) {
        return Api.stranger(port).bearing(token).post(RETURN);
    }

    @Test
    void theyGoOnAsTheSamePersonWithAllTheirAnswersInAnySlot() {
        List<Integer> before = positions();
        long id = silence.id(late);

        Answer place = comeBack(late).expect(200);

        assertThat(place.number("participant")).isEqualTo(1);
        assertThat(place.number("trials")).isEqualTo(3);
        assertThat(comeBack(late).expect(200).body()).as("again").isEqualTo(place.body());
        assertThat(silence.id(late)).isEqualTo(id);
        assertThat(silence.status(late)).isEqualTo("AT_WORK");
        assertThat(person(late).trials()).hasSize(3);
        person(late).answer(1, 5, 9, 9).expect(200);
        assertThat(person(late).answer(2, 5, 9, 9).expect(200).number("answered"))
                .isEqualTo(3);
        person(late).complete(3).expect(200);
        assertThat(positions()).containsAll(before);
        assertThat(new String(lab.export(set, "expression_set1_C2.csv")).lines().skip(1))
                .hasSize(3)
                .allMatch(line -> line.endsWith(",,5"));
        job.run();
        assertThat(silence.status(late)).isEqualTo("COMPLETED");
    }

    private List<Integer> positions() {
        return person(late)
                .answers()
                .expect(200)
                .json()
                .valueStream()
                .map(answer -> answer.get("position").asInt())
                .toList();
    }

    @Test
    void withoutRoomTheyAreToldSo() {
        String third = join();
        comeBack(late).expectProblem(409, "full");
        Visitor visitor = visitor();
        assertThat(visitor.get(home(visitor)).body())
                .contains("Good to see you again", "Faces rated: 1 of 3", "all places are taken", "lab@example.org")
                .contains("answers.csv", "/js/enrolment/deliver.js")
                .doesNotContain("Go on where I was");

        Api.stranger(port).bearing(third).delete("/api/v1/participant").expect(204);
        lab.close(set);
        comeBack(late).expectProblem(409, "closed");
        assertThat(visitor.get(home(visitor)).body())
                .contains("nobody can go on")
                .doesNotContain("<button");
        lab.open(set);
        staff.post("/api/v1/sets/" + set + "/pause").expect(204);
        comeBack(late).expectProblem(409, "paused");
        assertThat(visitor.get(home(visitor)).body()).contains("The study is paused");
        assertThat(silence.status(late)).isEqualTo("RELEASED");
    }

    @Test
    void thePageLetsThemGoOnWhereTheyWere() {
        Visitor visitor = visitor();
        String home = home(visitor);
        for (String page : List.of("", "/trials", "/trials/1", "/instructions", "/thanks", "/break", "/return")) {
            assertThat(visitor.get(home + page).body())
                    .as(page)
                    .contains("No answer had come from you", "Go on where I was");
        }
        assertThat(visitor.get(home + "?language=ko").body()).contains("다시 오셔서 반갑습니다", "이어서 하기");

        visitor.get(home + "?language=en");
        assertThat(visitor.post(home + "/return", Map.of(), home + "/return").body())
                .contains("Rate faces", "1/3");
        assertThat(visitor.get(home + "/return").body()).contains("Rate faces");
        assertThat(silence.status(late)).isEqualTo("AT_WORK");
    }

    private Visitor visitor() {
        Visitor visitor = new Visitor(port);
        visitor.get("/join/" + late);
        return visitor;
    }

    private String home(Visitor visitor) {
        return visitor.get("/join/" + late).uri().getPath().replaceAll("(/p/[^/]+).*", "$1");
    }

    @Test
    void whatTheirDeviceStillSendsIsTakenAndTheSlotIsNot() {
        String image = person(next).trials().get(0).get("image").asString();
        person(late).trials("").expectProblem(409, "given on");
        person(late).consent().expectProblem(409, "given on");
        assertThat(person(late).answer(1, 5, 9, 9).expect(200).number("answered"))
                .isEqualTo(2);
        person(late).answer(2, 5, 9, 9).expect(200);
        person(late).complete(3).expectProblem(409, "given on");
        assertThat(person(late).standing().expect(200).number("answered")).isEqualTo(3);
        assertThat(silence.status(late)).isEqualTo("RELEASED");
        assertThat(lab.progress(set).get("participants")).hasSize(1);

        comeBack(late).expect(200);
        person(late).complete(3).expect(200);
        person(next).get(image).expect(200);
    }

    @Test
    void noPictureIsShownToWhomNoSlotBelongs() {
        comeBack(late).expect(200);
        String image = person(late).trials().get(1).get("image").asString();
        silence.of(late, 100);
        job.run();

        person(late).get(image).expectProblem(409, "given on");
    }

    @Test
    void theyCanStillWithdrawAndTheNewPersonKeepsThePlace() {
        Visitor visitor = visitor();
        String page = home(visitor) + "/withdrawal";
        assertThat(visitor.get(page).body()).contains("Erase my answers");
        long id = silence.id(late);

        Api.stranger(port)
                .bearing(late)
                .delete("/api/v1/participant?answers=KEEP")
                .expect(204);
        assertThat(silence.status(late)).isEqualTo("WITHDRAWN");
        comeBack(late).expectProblem(409, "withdrawn");
        visitor.post(page, Map.of("answers", "ERASE"), page);

        assertThat(mentions(id)).isZero();
        comeBack(late).expectProblem(409, "withdrawn");
        JsonNode people = lab.progress(set).get("participants");
        assertThat(people).hasSize(1);
        assertThat(person(next).answer(0, 1, 1, 1).status()).isEqualTo(200);
        JsonNode history =
                staff.get("/api/v1/sets/" + set + "/slots/0").expect(200).json();
        assertThat(history.get("history")
                        .valueStream()
                        .map(event -> event.get("what").asString() + " "
                                + (event.get("participant").isNull() ? "erased" : "there")))
                .containsExactly("TAKEN erased", "STALLED erased", "RELEASED erased", "TAKEN there");
    }

    private int mentions(long id) {
        return Stream.of("slot", "trial", "annotation", "withdrawal", "slot_event")
                .mapToInt(table -> jdbc.sql("select count(*) from " + table + " where participant_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .sum();
    }

    @Test
    void whoNeverHadAPlaceHasNoneToComeBackTo() {
        comeBack(lab.invite(set, 1).get(0)).expectProblem(409, "Consent first");
        assertThat(comeBack(next).expect(200).number("participant"))
                .as("is at work")
                .isZero();
        Visitor visitor = new Visitor(port);
        String home = visitor.get("/join/" + next).uri().getPath().replaceAll("(/p/[^/]+).*", "$1");
        assertThat(visitor.get(home + "/return").body()).doesNotContain("Good to see you again");
    }

    @Test
    void ofManyWhoComeBackAtOnceOneHasTheOnlySlot() throws Exception {
        comeBack(late).expect(200);
        silence.of(late, 100);
        silence.of(next, 100);
        person(join(lab.openSet(lab.study(), 2))).answer(0, 1, 1, 1).expect(200);
        job.run();
        String stays = join();
        List<String> all = List.of(late, next, lab.invite(set, 1).get(0));
        List<Callable<Integer>> calls = IntStream.range(0, 9)
                .<Callable<Integer>>mapToObj(i -> () -> i % 3 == 2
                        ? person(all.get(2)).consent().status()
                        : comeBack(all.get(i % 3)).status())
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            for (Future<Integer> status : threads.invokeAll(calls)) {
                assertThat(status.get()).isIn(200, 409);
            }
        } finally {
            threads.shutdown();
        }

        assertThat(lab.progress(set).get("participants")).hasSize(2);
        assertThat(silence.status(stays)).isEqualTo("AT_WORK");
        assertThat(jdbc.sql("select count(*) from participant where set_id = ? and status = 'AT_WORK'")
                        .param(set)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void theySeeInTheirDataWhatHappenedToTheirPlaces() {
        comeBack(late).expect(200);

        JsonNode kept = person(late).data().expect(200).json().get("enrolled");
        assertThat(kept.get("seenAt").asString()).isNotBlank();
        assertThat(kept.get("places")
                        .valueStream()
                        .map(event -> event.get("place").asInt() + " "
                                + event.get("what").asString()))
                .containsExactly("0 TAKEN", "0 STALLED", "0 RELEASED", "1 RETURNED");
    }

    @Test
    void whoWaitsForThePlaceComesBeforeWhoComesBack() {
        long full = lab.openSet(
                lab.study(Map.of("capacity", 1, "repeatShare", 0, "recruitment", Map.of("waitingList", true))), 2);
        List<String> links = lab.invite(full, 2);
        Api waiting = Api.stranger(port).bearing(links.get(1));
        person(links.get(0)).consent().expect(200);
        waiting.post("/api/v1/participant/waiting", Map.of()).expect(200);
        silence.of(links.get(0), 100);
        job.run();
        assertThat(silence.status(links.get(0))).isEqualTo("RELEASED");

        comeBack(links.get(0)).expectProblem(409, "full");
        person(links.get(1)).consent().expect(200);
        waiting.delete("/api/v1/participant").expect(204);
        comeBack(links.get(0)).expect(200);
    }

    private String join(long otherSet) {
        String token = lab.invite(otherSet, 1).get(0);
        person(token).consent().expect(200);
        return token;
    }
}
