package org.c25.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.c25.invitations.ParticipantCookie;
import org.c25.participation.SlotOffered;
import org.c25.security.Secret;
import org.c25.testing.Api;
import org.c25.testing.AtOnce;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Person;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import tools.jackson.databind.JsonNode;

/** Who finds the set full waits, and is offered the place that becomes free, in turn. */
@RecordApplicationEvents
@OnBothDatabases
class WaitingForASlotTest {

    private static final String WAITING = "/api/v1/participant/waiting";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SlotOffers slotOffers;

    private Api staff;
    private Lab lab;

    @BeforeEach
    void aLab() {
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
    }

    private long setWithWaitingList(int capacity) {
        return lab.openSet(
                lab.study(Map.of(
                        "capacity",
                        capacity,
                        "repeatShare",
                        0,
                        "recruiter",
                        Map.of("name", "Prolific", "idParameter", "PROLIFIC_PID"),
                        "recruitment",
                        Map.of("waitingList", true))),
                2);
    }

    private Person person(String token) {
        return new Person(Api.stranger(port), token);
    }

    private Api api(String token) {
        return Api.stranger(port).bearing(token);
    }

    private int ahead(String token) {
        return api(token).post(WAITING).expect(200).number("ahead");
    }

    private boolean isOffered(String token) {
        JsonNode turn = api(token).post(WAITING).expect(200).json();
        return turn.has("offeredUntil");
    }

    /** As if the day that an offer lasts were over. */
    private void letOffersLapse(long set) {
        OffsetDateTime past = OffsetDateTime.now().minusHours(1);
        jdbc.sql("update slot set reserved_until = ? where set_id = ? and reserved_for is not null")
                .params(past, set)
                .update();
        jdbc.sql("update waiting set offered_until = ? where set_id = ? and offered_until is not null")
                .params(past, set)
                .update();
    }

    @Test
    void thePlaceThatBecomesFreeIsKeptForTheFirst() {
        long set = setWithWaitingList(1);
        List<String> tokens = lab.invite(set, 4);
        person(tokens.get(0)).consent().expect(200);
        assertThat(ahead(tokens.get(1))).isZero();
        assertThat(ahead(tokens.get(2))).isEqualTo(1);
        assertThat(ahead(tokens.get(1))).as("asked again").isZero();

        person(tokens.get(0)).withdraw().expect(204);

        person(tokens.get(2)).consent().expectProblem(409, "full");
        person(tokens.get(3)).consent().expectProblem(409, "full");
        assertThat(isOffered(tokens.get(1))).isTrue();
        assertThat(ahead(tokens.get(2))).as("the next is first now").isZero();
        person(tokens.get(1)).consent().expect(200);
        api(tokens.get(1)).post(WAITING).expectProblem(409, "place already");
        person(tokens.get(1)).withdraw().expect(204);
        assertThat(isOffered(tokens.get(2))).isTrue();
        person(tokens.get(2)).consent().expect(200);
    }

    @Test
    void whoIsOfferedAPlaceIsToldOnce(ApplicationEvents events) {
        long set = setWithWaitingList(1);
        List<String> tokens = lab.invite(set, 2);
        person(tokens.get(0)).consent().expect(200);
        ahead(tokens.get(1));

        slotOffers.goOn();

        assertThat(events.stream(SlotOffered.class)).isEmpty();
        jdbc.sql("delete from trial where participant_id in (select id from participant where set_id = ?)")
                .param(set)
                .update();
        jdbc.sql("update slot set participant_id = null where set_id = ?")
                .param(set)
                .update();
        slotOffers.goOn();
        slotOffers.goOn();
        assertThat(events.stream(SlotOffered.class)).hasSize(1);
        assertThat(isOffered(tokens.get(1))).isTrue();
    }

    @Test
    void anOfferThatIsNotTakenGoesToTheNextAndWhoLetItPassCanWaitAgain() {
        long set = setWithWaitingList(1);
        List<String> tokens = lab.invite(set, 3);
        person(tokens.get(0)).consent().expect(200);
        ahead(tokens.get(1));
        ahead(tokens.get(2));
        person(tokens.get(0)).withdraw().expect(204);
        assertThat(isOffered(tokens.get(1))).isTrue();

        letOffersLapse(set);
        slotOffers.goOn();

        assertThat(isOffered(tokens.get(2))).isTrue();
        person(tokens.get(1)).consent().expectProblem(409, "full");
        assertThat(page(tokens.get(1))).contains("has gone to somebody else", "Wait for a place");
        assertThat(isOffered(tokens.get(1))).isFalse();
        api(tokens.get(2)).delete(WAITING).expect(204);
        assertThat(isOffered(tokens.get(1))).isTrue();
    }

    @Test
    void whoWaitsNoMoreIsPassedOver() {
        long set = setWithWaitingList(1);
        List<String> tokens = lab.invite(set, 3);
        person(tokens.get(0)).consent().expect(200);
        ahead(tokens.get(1));
        ahead(tokens.get(2));

        api(tokens.get(1)).delete(WAITING).expect(204);
        api(tokens.get(1)).delete(WAITING).expect(204);
        person(tokens.get(0)).withdraw().expect(204);

        assertThat(isOffered(tokens.get(2))).isTrue();
        Visitor visitor = visitor(tokens.get(2));
        visitor.post(home(tokens.get(2)) + "/consent", Map.of("accepted", "false"), home(tokens.get(2)));
        assertThat(jdbc.sql("select count(*) from slot where set_id = ? and reserved_for is not null")
                        .param(set)
                        .query(Integer.class)
                        .single())
                .as("who says no to it gives it back")
                .isZero();
    }

    @Test
    void manyPlacesFreedAtOnceGoToAsManyPeople() throws Exception {
        long set = setWithWaitingList(8);
        List<String> tokens = lab.invite(set, 20);
        tokens.subList(0, 8).forEach(token -> person(token).consent().expect(200));
        tokens.subList(8, 20).forEach(this::ahead);

        AtOnce.all(Stream.concat(
                        tokens.subList(0, 8).stream()
                                .<Callable<Integer>>map(
                                        token -> () -> person(token).withdraw().status()),
                        IntStream.range(0, 4).mapToObj(i -> () -> {
                            slotOffers.goOn();
                            return 204;
                        }))
                .toList());
        slotOffers.goOn();

        List<Integer> statuses = AtOnce.all(tokens.subList(8, 20).stream()
                .<Callable<Integer>>map(token -> () -> person(token).consent().status())
                .toList());
        assertThat(statuses.subList(0, 8)).as("the first eight").containsOnly(200);
        assertThat(statuses.subList(8, 12)).containsOnly(409);
        assertThat(lab.progress(set).get("participants")).hasSize(8);
    }

    @Test
    void whoConsentsWhileTheirPlaceIsOfferedIsLetInOrToldSo() throws Exception {
        long set = setWithWaitingList(6);
        List<String> tokens = lab.invite(set, 12);
        tokens.subList(0, 6).forEach(token -> person(token).consent().expect(200));
        tokens.subList(6, 12).forEach(this::ahead);

        List<Integer> statuses = AtOnce.all(Stream.concat(
                        tokens.subList(0, 6).stream()
                                .<Callable<Integer>>map(
                                        token -> () -> person(token).withdraw().status()),
                        tokens.subList(6, 12).stream()
                                .<Callable<Integer>>map(
                                        token -> () -> person(token).consent().status()))
                .toList());

        assertThat(statuses.subList(0, 6)).containsOnly(204);
        assertThat(statuses.subList(6, 12)).isSubsetOf(200, 409);
        slotOffers.goOn();
        tokens.subList(6, 12).forEach(token -> person(token).consent().expect(200));
    }

    @Test
    void nothingIsOfferedThatCouldNotBeTaken() {
        long set = setWithWaitingList(1);
        List<String> tokens = lab.invite(set, 2);
        person(tokens.get(0)).consent().expect(200);
        ahead(tokens.get(1));
        lab.close(set);

        person(tokens.get(0)).withdraw().expect(204);
        slotOffers.goOn();
        api(tokens.get(1)).post(WAITING).expectProblem(409, "closed");

        lab.open(set);
        slotOffers.goOn();
        assertThat(isOffered(tokens.get(1))).isTrue();
    }

    @Test
    void onlyAFullSetWithAListIsWaitedFor() {
        List<String> free = lab.invite(setWithWaitingList(1), 2);
        api(free.get(0)).post(WAITING).expectProblem(409, "A place is free");
        List<String> none = lab.invite(lab.openSet(lab.study(Map.of("capacity", 1)), 2), 2);
        person(none.get(0)).consent().expect(200);

        api(none.get(1)).post(WAITING).expectProblem(409, "no waiting list");

        assertThat(page(none.get(1))).contains("All places are taken").doesNotContain("Wait for a place");
        Api.stranger(port).post(WAITING).expect(401);
    }

    private Visitor visitor(String token) {
        Visitor visitor = new Visitor(port);
        visitor.get("/join/" + token);
        visitor.get(home(token) + "?language=en");
        return visitor;
    }

    private String page(String token) {
        return visitor(token).get(home(token)).body();
    }

    private static String home(String token) {
        return ParticipantCookie.home(new Secret(token));
    }

    @Test
    void thePageLetsOneWaitByOneClickAndSaysWhereOneStands() {
        long set = setWithWaitingList(1);
        List<String> tokens = lab.invite(set, 3);
        person(tokens.get(0)).consent().expect(200);
        ahead(tokens.get(1));
        String home = home(tokens.get(2));
        Visitor visitor = visitor(tokens.get(2));

        assertThat(visitor.post(home + "/waiting", Map.of(), home).body())
                .contains("You are on the waiting list", "Ahead of you in the list: 1");
        api(tokens.get(1)).delete(WAITING).expect(204);
        assertThat(visitor.get(home).body()).contains("You are first in the list");
        person(tokens.get(0)).withdraw().expect(204);
        assertThat(visitor.get(home).body()).contains("A place is free for you until ", " UTC.", "I agree");
        assertThat(visitor.post(home + "/consent", Map.of("accepted", "true"), home)
                        .body())
                .contains("How it works");
    }

    @Test
    void whoComesByTheRecruitingLinkCanWaitToo() {
        long set = setWithWaitingList(1);
        person(lab.invite(set, 1).get(0)).consent().expect(200);
        String url = staff.post("/api/v1/sets/" + set + "/recruiting-link")
                .expect(201)
                .text("url");
        Visitor visitor = new Visitor(port);

        HttpResponse<String> full = visitor.get(url.substring(url.indexOf("/recruit/")) + "?PROLIFIC_PID=somebody");

        assertThat(full.body()).contains("All places are taken", "Wait for a place");
        String home = full.uri().getPath();
        assertThat(visitor.post(home + "/waiting", Map.of(), home).body()).contains("You are first in the list");
        staff.delete("/api/v1/sets/" + set + "/recruiting-link").expect(204);
        assertThat(visitor.get(home).body()).contains("Nobody else can join by this link");
    }

    @Test
    void staffSeeWhoWaitsAndWhatIsKept() {
        long set = setWithWaitingList(1);
        List<String> tokens = lab.invite(set, 3);
        person(tokens.get(0)).consent().expect(200);
        ahead(tokens.get(1));
        ahead(tokens.get(2));
        Visitor admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
        assertThat(admin.get("/sets/" + set + "/invitations").body()).contains("2 people on the list");

        person(tokens.get(0)).withdraw().expect(204);

        assertThat(admin.get("/sets/" + set + "/invitations").body())
                .containsPattern("participant0</span> until <time");
        assertThat(admin.get("/sets/" + set).body())
                .contains("<dt>Free slots</dt><dd>0</dd>", "<dt>For the waiting list</dt><dd>1</dd>");
    }
}
