package org.c25.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Person;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Places: one person each, one each person, whatever happens at once. */
@OnBothDatabases
class JoiningTest {

    @LocalServerPort
    int port;

    private Api staff;
    private Lab lab;

    @BeforeEach
    void aLab() {
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
    }

    private Person person(String token) {
        return new Person(Api.stranger(port), token);
    }

    @Test
    void twoHundredPeopleAtOnceTakeExactlyTwentyFivePlaces() throws Exception {
        long set = lab.openSet(lab.study(), 20);

        List<Api.Answer> answers = atOnce(lab.invite(set, 200).stream()
                .<Callable<Api.Answer>>map(token -> () -> person(token).consent())
                .toList());

        assertThat(answers.stream()
                        .filter(answer -> answer.status() == 200)
                        .map(answer -> answer.number("participant")))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 25).boxed().toList());
        assertThat(answers.stream().filter(answer -> answer.status() == 409)).hasSize(175);
        assertThat(lab.progress(set)
                        .get("participants")
                        .valueStream()
                        .map(person -> person.get("participant").asInt()))
                .containsExactlyElementsOf(IntStream.range(0, 25).boxed().toList());
    }

    @Test
    void onePersonClickingManyTimesAtOnceTakesOnePlace() throws Exception {
        long set = lab.openSet(lab.study(), 5);
        Person person = person(lab.invite(set, 1).get(0));

        List<Api.Answer> answers = atOnce(IntStream.range(0, 20)
                .<Callable<Api.Answer>>mapToObj(i -> person::consent)
                .toList());

        assertThat(answers).extracting(Api.Answer::status).containsOnly(200);
        assertThat(answers)
                .extracting(Api.Answer::body)
                .containsOnly(answers.get(0).body());
        assertThat(lab.progress(set).get("participants")).hasSize(1);
    }

    @Test
    void whoseBrowserKeepsNoCookiesIsToldSo() {
        String link = "/join/" + lab.invite(lab.openSet(lab.study(), 5), 1).get(0);

        HttpResponse<String> told = new Visitor(port).withoutCookies().get(link);
        assertThat(told.statusCode()).isEqualTo(401);
        assertThat(told.body()).contains("has not kept the cookie").doesNotContain("This link does not work");

        HttpResponse<String> known = new Visitor(port).get(link);
        assertThat(known.statusCode()).isEqualTo(200);
        assertThat(known.uri().getQuery()).as("what asks for the cookie goes").isNull();
        String home = known.uri().getPath();
        assertThat(new Visitor(port).get(home).body()).contains("This link does not work");
    }

    @Test
    void openingTheLinkTakesNothing() {
        long set = lab.openSet(lab.study(), 5);
        String token = lab.invite(set, 1).get(0);

        Api.stranger(port).get("/join/" + token).expect(302);

        assertThat(lab.progress(set).get("participants")).isEmpty();
    }

    @Test
    void consentIsGivenInSoManyWords() {
        Person person = person(lab.invite(lab.openSet(lab.study(), 5), 1).get(0));

        person.consent(Map.of("accepted", false, "locale", "en")).expectFault(422, "accepted");
        person.consent(Map.of("locale", "en")).expectFault(422, "accepted");
        person.consent(Map.of("accepted", true)).expectFault(422, "locale");
        person.consent(Map.of("accepted", true, "locale", "<script>")).expectFault(422, "locale");
        person.trials("").expectProblem(409, "onsent");
    }

    @Test
    void nobodyJoinsASetThatIsNotOpenButWhoHasJoinedGoesOn() {
        long set = lab.openSet(lab.study(), 5);
        List<String> tokens = lab.invite(set, 2);
        person(tokens.get(0)).consent().expect(200);

        staff.delete("/api/v1/sets/" + set + "/opening").expect(204);

        person(tokens.get(1)).consent().expectProblem(409, "closed");
        person(tokens.get(0)).consent().expect(200);
        person(tokens.get(0)).answer(0, 1, 1, 1).expect(200);
        staff.post("/api/v1/sets/" + set + "/opening").expect(204);
        person(tokens.get(1)).consent().expect(200);
    }

    @Test
    void aWithdrawnPlaceGoesToTheNextPerson() {
        long set = lab.openSet(lab.study(Map.of("capacity", 1)), 5);
        List<String> tokens = lab.invite(set, 2);
        person(tokens.get(0)).consent().expect(200);
        person(tokens.get(0)).answer(0, 1, 1, 1).expect(200);
        person(tokens.get(1)).consent().expectProblem(409, "full");

        person(tokens.get(0)).withdraw().expect(204);

        assertThat(person(tokens.get(1)).consent().expect(200).number("participant"))
                .isZero();
        person(tokens.get(0)).consent().expectProblem(409, "withdrawn");
    }

    @Test
    void eachPersonHasAnOrderOfTheirOwn() {
        long set = lab.openSet(lab.study(Map.of("repeatShare", 0)), 30);
        List<String> tokens = lab.invite(set, 2);
        tokens.forEach(token -> person(token).consent().expect(200));

        assertThat(shown(tokens.get(0)))
                .isNotEqualTo(shown(tokens.get(1)))
                .containsExactlyInAnyOrderElementsOf(shown(tokens.get(1)));
    }

    private List<String> shown(String token) {
        return person(token).trials().stream()
                .map(trial -> person(token).get(trial.get("image").asString()).body())
                .toList();
    }

    @Test
    void aPageOfTrialsHasTheTrialsAskedFor() {
        Person person = person(lab.invite(lab.openSet(lab.study(), 10), 1).get(0));
        person.consent().expect(200);

        assertThat(person.trials("?from=7&limit=2")
                        .expect(200)
                        .json()
                        .valueStream()
                        .map(trial -> trial.get("position").asInt()))
                .containsExactly(7, 8);
        assertThat(person.trials("").expect(200).json()).hasSize(5);
        assertThat(person.trials("?from=11").expect(200).json()).isEmpty();
        person.trials("?from=-1").expectFault(422, "from");
        person.trials("?limit=0").expectFault(422, "limit");
        person.trials("?limit=many").expectFault(422, "limit");
    }

    @Test
    void aPictureIsOnlyForWhomItWasDrawn() {
        long set = lab.openSet(lab.study(), 5);
        List<String> tokens = lab.invite(set, 3);
        person(tokens.get(0)).consent().expect(200);
        person(tokens.get(1)).consent().expect(200);
        String image = person(tokens.get(0)).trials().get(0).get("image").asString();
        assertThat(image).startsWith("http://localhost:" + port + "/");

        assertThat(person(tokens.get(0)).get(image).expect(200).header("Content-Type"))
                .isEqualTo("image/png");
        assertThat(person(tokens.get(0)).get(image).header("Cache-Control")).contains("private");
        person(tokens.get(1)).get(image).expect(404);
        person(tokens.get(2)).get(image).expect(409);
        Api.stranger(port).get(image).expect(401);
        staff.get(image).expect(401);
        person(tokens.get(0)).withdraw().expect(204);
        person(tokens.get(0)).get(image).expect(409);
    }

    @Test
    void invitationsAreAskedForInOneOfTwoWays() {
        long set = lab.openSet(lab.study(), 5);
        String path = "/api/v1/sets/" + set + "/invitations";

        assertThat(staff.post(path, Map.of("emails", List.of("a@example.org", "b@example.org")))
                        .expect(201)
                        .json())
                .hasSize(2);
        staff.post(path, Map.of()).expectFault(422, "count");
        staff.post(path, Map.of("count", 0)).expectFault(422, "count");
        staff.post(path, Map.of("count", 3_000_000_000L)).expectFault(422, "count");
        staff.post(path, Map.of("count", 1001)).expectFault(422, "count");
        staff.post(path, Map.of("count", 1, "emails", List.of("a@example.org"))).expectFault(422, "count");
        staff.post(path, Map.of("emails", List.of("a@example.org", "nobody"))).expectFault(422, "emails[1]");
        staff.post("/api/v1/sets/999999/invitations", Map.of("count", 1)).expect(404);
    }

    private static List<Api.Answer> atOnce(List<Callable<Api.Answer>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<Api.Answer>> running = calls.stream()
                    .map(call -> threads.submit(() -> {
                        start.await();
                        return call.call();
                    }))
                    .toList();
            start.countDown();
            List<Api.Answer> answers = new ArrayList<>();
            for (Future<Api.Answer> answer : running) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }
}
