package org.c25.recruiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

/** A recruiting link gives away places at a measured pace: invented IDs can't take them all, and a visit stores nothing. */
@OnBothDatabases
class WaitingForOnesTurnTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Api staff;
    private Lab lab;

    @BeforeEach
    void aLab() {
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
    }

    private static Map<String, Object> protocol(Map<String, Object> recruitment) {
        return Map.of(
                "name",
                "At a pace",
                "repeatShare",
                0,
                "contact",
                "lab@example.org",
                "recruiter",
                Map.of("name", "Prolific", "idParameter", "PROLIFIC_PID"),
                "recruitment",
                recruitment);
    }

    private long set(Map<String, Object> recruitment) {
        return lab.openSet(lab.study(protocol(recruitment)), 2);
    }

    private String link(long set) {
        String url = staff.post("/api/v1/sets/" + set + "/recruiting-link")
                .expect(201)
                .text("url");
        return url.substring(url.indexOf("/recruit/")) + "?PROLIFIC_PID=";
    }

    private String open(String link, String id) {
        return Api.stranger(port).get(link + id).expect(302).response().headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.matches("c25-(invitation|arrival)=.*"))
                .map(cookie -> Visitor.found("c25-(?:invitation|arrival)=([^;]+);", cookie))
                .findFirst()
                .orElseThrow();
    }

    private String homeOf(String link, String id) {
        return Api.stranger(port).get(link + id).expect(302).place();
    }

    /** Opens the link and consents, from an address of their own. */
    private Api.Answer come(String link, String id, String address) {
        return Api.stranger(port)
                .bearing(open(link, id))
                .saying("X-Forwarded-For", address)
                .post("/api/v1/participant/consent", consent(id));
    }

    private static Map<String, Object> consent(String id) {
        return Map.of("accepted", true, "locale", "en", "outsideId", id);
    }

    private int places(long set) {
        return lab.progress(set).get("participants").size();
    }

    private Map<String, Long> rows() {
        return jdbc
                .sql("select table_name from information_schema.tables where table_schema = 'public'")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> !table.equals("audit_event"))
                .collect(Collectors.toMap(
                        table -> table,
                        table -> jdbc.sql("select count(*) from \"" + table + "\"")
                                .query(Long.class)
                                .single()));
    }

    /** As if so many minutes had gone by since. */
    private void pass(long set, int minutes) {
        jdbc.sql("update new_place set taken_at = taken_at - " + minutes + " * interval '1' minute"
                        + " where recruiting_link_id in (select id from recruiting_link where set_id = ?)")
                .param(set)
                .update();
    }

    @Test
    void inventedIdsFromOneAddressLeavePlacesToOthersAndReadWhenTheirTurnIs() {
        long set = set(Map.of());
        String link = link(set);
        for (int i = 0; i < 10; i++) {
            come(link, "invented-" + i, "198.51.100.7").expect(200);
        }

        Api.Answer eleventh = come(link, "invented-10", "198.51.100.7");

        eleventh.expectProblem(429, "Your turn comes in about");
        assertThat(Integer.parseInt(eleventh.header("Retry-After"))).isBetween(1, 600);
        assertThat(places(set)).isEqualTo(10);
        assertThat(jdbc.sql("select count(*) from invitation where set_id = ?")
                        .param(set)
                        .query(Integer.class)
                        .single())
                .as("nothing is stored of who has to wait")
                .isEqualTo(10);
        come(link, "invented-0", "198.51.100.7").expect(200);
        for (int i = 0; i < 10; i++) {
            come(link, "somebody-" + i, "2001:db8:0:" + i + "::1").expect(200);
        }
        come(link, "somebody-10", "203.0.113.9").expectProblem(429, "Your turn");
        assertThat(places(set)).isEqualTo(20);
    }

    @Test
    void anIpv6NetworkCountsAsOneAddress() {
        long set = set(Map.of("newPlacesPerAddress", 1));
        String link = link(set);

        come(link, "one", "2001:db8:0:1::1").expect(200);

        come(link, "two", "2001:db8:0:1:ffff::2").expect(429);
        come(link, "three", "2001:db8:0:2::1").expect(200);
    }

    @Test
    void theLimitIsOnAnySpanOfThatLength() {
        long set = set(Map.of("newPlaces", 2, "newPlacesMinutes", 60));
        String link = link(set);
        come(link, "one", "198.51.100.1").expect(200);
        pass(set, 59);
        come(link, "two", "198.51.100.2").expect(200);
        come(link, "three", "198.51.100.3").expect(429);

        pass(set, 2);

        come(link, "three", "198.51.100.3").expect(200);
        come(link, "four", "198.51.100.4").expect(429);
    }

    @Test
    void ofManyAtTheSameMomentNotOneTooManyGetsAPlace() throws Exception {
        long set = set(Map.of("newPlaces", 5));
        String link = link(set);

        List<Integer> statuses = AtOnce.all(IntStream.range(0, 40)
                .<Callable<Integer>>mapToObj(
                        i -> () -> come(link, "at-once-" + i, "198.51.100." + i).status())
                .toList());

        assertThat(statuses)
                .containsOnly(200, 429)
                .filteredOn(status -> status == 200)
                .hasSize(5);
        assertThat(places(set)).isEqualTo(5);
    }

    @Test
    void openingTheLinkAndBeingTurnedAwayStoreNoRow() {
        long set = lab.openSet(
                lab.study(new HashMap<>(protocol(Map.of())) {
                    {
                        put("capacity", 1);
                    }
                }),
                2);
        String link = link(set);
        String early = open(link, "early");
        come(link, "the-one", "198.51.100.1").expect(200);
        Map<String, Long> before = rows();

        for (int i = 0; i < 20; i++) {
            Api.stranger(port).get(link + "late-" + i).expect(409);
        }
        new Person(Api.stranger(port), early).consent(consent("early")).expect(409);
        lab.close(set);
        Api.stranger(port).get(link + "later").expect(409);
        Api.stranger(port).get(link).expect(422);

        assertThat(rows()).isEqualTo(before);
        assertThat(jdbc.sql("select concat(opened, ' ', turned_away) from recruiting_link where set_id = ?")
                        .param(set)
                        .query(String.class)
                        .single())
                .isEqualTo("24 23");
    }

    @Test
    void thePageTellsWhenTheTurnIsAndGoesOnWithoutAskingAgain() {
        Map<String, Object> recruitment = Map.of("newPlaces", 1);
        long study = lab.study(protocol(recruitment));
        long set = lab.openSet(study, 2);
        String link = link(set);
        come(link, "first", "198.51.100.1").expect(200);
        Visitor second = new Visitor(port);
        second.get("/sign-in?language=en");
        second.get(link + "second");
        String home = homeOf(link, "second");
        second.get(home + "?language=en");

        HttpResponse<String> waiting = second.post(home + "/consent", Map.of("accepted", "true"), home);

        assertThat(waiting.statusCode()).isEqualTo(429);
        assertThat(waiting.uri().getPath()).isEqualTo(home + "/queue");
        assertThat(waiting.headers().firstValue("Retry-After")).isPresent();
        assertThat(waiting.headers().firstValue("Refresh").orElse("")).matches("\\d+;url=" + home + "/queue");
        assertThat(waiting.body())
                .contains("Many people are arriving", "Your turn comes in about 10 min.", "lab@example.org")
                .doesNotContain("go-on");
        assertThat(second.get(home + "/queue?language=ko").body())
                .as("whoever reads another language agrees to another text")
                .contains("name=\"accepted\"")
                .doesNotContain("go-on");
        second.get(home + "?language=en");

        pass(set, 10);

        assertThat(second.get(home + "/queue").body()).contains("It is your turn.", "go-on");
        assertThat(second.post(home + "/consent", Map.of("accepted", "true"), home + "/queue")
                        .body())
                .contains("How it works");
        assertThat(places(set)).isEqualTo(2);
        assertThat(second.get(home + "/queue").uri().getPath())
                .as("who has a place waits no more")
                .isNotEqualTo(home + "/queue");
        Visitor third = new Visitor(port);
        third.get("/sign-in?language=en");
        third.get(link + "third");
        String other = homeOf(link, "third");
        third.get(other + "?language=en");
        assertThat(third.get(other + "/queue").body())
                .as("nobody waits who has not agreed")
                .contains("I agree");
    }

    @Test
    void whoWaitsForAPlaceIsCountedOnceAndTakesTheKeptPlaceAtAnyTime() {
        long set = lab.openSet(
                lab.study(Map.of(
                        "capacity",
                        1,
                        "repeatShare",
                        0,
                        "recruiter",
                        Map.of("name", "Prolific", "idParameter", "PROLIFIC_PID"),
                        "recruitment",
                        Map.of("waitingList", true, "newPlaces", 2))),
                2);
        String link = link(set);
        String first = open(link, "first");
        new Person(Api.stranger(port), first).consent(consent("first")).expect(200);
        Api second = Api.stranger(port).bearing(open(link, "second"));
        Api third = Api.stranger(port).bearing(open(link, "third"));
        String waiting = "/api/v1/participant/waiting";

        second.post(waiting, Map.of("outsideId", "second")).expect(200);
        third.post(waiting, Map.of("outsideId", "third")).expectProblem(429, "Your turn");
        new Person(Api.stranger(port), first).withdraw().expect(204);

        second.post("/api/v1/participant/consent", consent("second")).expect(200);
    }
}
