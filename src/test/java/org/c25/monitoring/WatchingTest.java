package org.c25.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.c25.annotation.RecordCheck;
import org.c25.testing.Api;
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

/** What an experimenter sees of a set while people are at work: four images, two of them shown twice, three places. */
@OnBothDatabases
class WatchingTest {

    private static final int TRIALS = 6;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Lab lab;
    private long set;

    @BeforeEach
    void anOpenSet() {
        lab = new Lab(Api.stranger(port).admin());
        set = openSet(Map.of());
    }

    private long openSet(Map<String, Object> dropOuts) {
        return lab.openSet(
                lab.study(Map.of("capacity", 3, "repeatShare", 0.5, "repeatMinimumLag", 1, "dropOuts", dropOuts)), 4);
    }

    @Test
    void thePaceAndTheSelfAgreementOfAPersonAreThoseOfTheirAnswers() {
        Person person = join();
        List<Integer> repeats = repeats();
        for (int position = 0; position < TRIALS; position++) {
            int time = 1000 * (position + 1);
            boolean isFirstRepeat = position == repeats.get(0);
            boolean isSecondRepeat = position == repeats.get(1);
            // The first repeat: the same expression, 2 and 0 steps apart; the second: another one, 1 and 4 steps apart.
            answer(
                    person,
                    position,
                    isSecondRepeat ? 6 : 3,
                    isFirstRepeat ? 7 : isSecondRepeat ? 4 : 5,
                    isSecondRepeat ? 9 : 5,
                    time);
        }

        JsonNode seen = participant(0);

        assertThat(seen.get("medianResponseMillis").asInt()).isEqualTo(3500);
        JsonNode self = seen.get("selfAgreement");
        assertThat(self.get("repeats").asInt()).isEqualTo(2);
        assertThat(self.get("sameExpression").asDouble()).isEqualTo(0.5);
        assertThat(self.get("valenceDifference").asDouble()).isEqualTo(1.5);
        assertThat(self.get("arousalDifference").asDouble()).isEqualTo(2);

        answer(person, repeats.get(1), 3, 5, 5, 60_000);
        JsonNode revised = participant(0);
        assertThat(revised.get("selfAgreement").get("sameExpression").asDouble())
                .isEqualTo(1);
        assertThat(revised.get("selfAgreement").get("valenceDifference").asDouble())
                .isEqualTo(1);
        assertThat(revised.get("medianResponseMillis").asInt())
                .as("the time of the first answers")
                .isEqualTo(3500);
        assertThat(revised.get("answered").asInt()).isEqualTo(TRIALS);
    }

    @Test
    void nothingIsSaidOfWhatIsNotKnown() {
        Person person = join();
        person.answer(0, 1, 2, 3).expect(200);

        JsonNode seen = participant(0);

        assertThat(seen.get("medianResponseMillis").isNull()).isTrue();
        assertThat(seen.get("selfAgreement").get("repeats").asInt()).isZero();
        assertThat(seen.get("selfAgreement").get("sameExpression").isNull()).isTrue();
        assertThat(lab.progress(set).get("forecast").isNull()).isTrue();
    }

    @Test
    void aTrialThatWasPassedOverAndAnsweredLaterCounts() {
        Person person = join();
        person.answer(0, 1, 2, 3).expect(200);
        person.answer(2, 1, 2, 3).expect(200);
        assertThat(participant(0).get("answered").asInt()).isEqualTo(2);

        person.answer(1, 1, 2, 3).expect(200);

        assertThat(participant(0).get("answered").asInt()).isEqualTo(3);
    }

    @Test
    void coverageCountsTheFirstShowingsOfThoseWhoAreHere() {
        assertThat(coverage()).isEqualTo("[4,0,0,0]");
        Person one = join();
        Person other = join();
        for (int position = 0; position < TRIALS; position++) {
            one.answer(position, 1, 2, 3).expect(200);
        }
        other.answer(0, 1, 2, 3).expect(200);

        assertThat(coverage()).isEqualTo("[0,3,1,0]");
        JsonNode coverage = lab.progress(set).get("coverage");
        assertThat(coverage.get("least").asInt()).isEqualTo(1);
        assertThat(coverage.get("leastImages").asInt()).isEqualTo(3);

        one.withdraw().expect(204);
        assertThat(coverage()).isEqualTo("[3,1,0,0]");
    }

    @Test
    void whoGaveNoSignOfLifeForADayIsStalledUntilTheNextAnswer() {
        Person person = join();
        assertThat(participant(0).get("stalled").asBoolean()).isFalse();

        ago(Duration.ofHours(25));

        assertThat(participant(0).get("stalled").asBoolean()).isTrue();
        assertThat(participant(0).get("status").asString()).isEqualTo("AT_WORK");
        assertThat(lab.progress(set).get("stalled").asInt()).isEqualTo(1);
        assertThat(lab.progress(set).get("atWork").asInt()).isZero();
        assertThat(lab.progress(set).get("free").asInt()).isEqualTo(2);

        person.answer(0, 1, 2, 3).expect(200);
        assertThat(participant(0).get("stalled").asBoolean()).isFalse();
        assertThat(participant(0).get("signOfLifeAt")).isEqualTo(participant(0).get("lastAnswerAt"));
    }

    @Test
    void nobodyIsStalledWhereTheStudySaysNever() {
        set = openSet(Map.of("stalledAfterHours", 0, "releaseAfterHours", 0));
        join();

        ago(Duration.ofDays(300));

        assertThat(participant(0).get("stalled").asBoolean()).isFalse();
    }

    @Test
    void answersAreCountedByTheHourOfTheLastDay() {
        Person person = join();
        person.answer(0, 1, 2, 3).expect(200);
        person.answer(1, 1, 2, 3).expect(200);
        person.answer(2, 1, 2, 3).expect(200);
        recorded(0, Duration.ofHours(30));
        recorded(1, Duration.ofHours(5));

        List<Integer> hours = lab.progress(set)
                .get("answersPerHour")
                .valueStream()
                .map(hour -> hour.get("answers").asInt())
                .toList();

        assertThat(hours).hasSize(24);
        assertThat(hours.get(18)).isEqualTo(1);
        assertThat(hours.stream().mapToInt(Integer::intValue).sum()).isEqualTo(2);
    }

    @Test
    void whatIsOwedIsLeftToThoseAtWorkAndWhileTheSetIsOpenToFreePlaces() {
        Person person = join();
        person.answer(0, 1, 2, 3).expect(200);
        assertThat(lab.progress(set).get("owed").asInt()).isEqualTo(5 + 2 * TRIALS);

        lab.close(set);

        assertThat(lab.progress(set).get("owed").asInt()).isEqualTo(5);
    }

    @Test
    void thePageShowsEveryPlace() {
        Visitor admin = signedIn();
        assertThat(admin.get("/sets/" + set).body()).contains("Nobody has joined yet");
        Person person = join();
        for (int position = 0; position < TRIALS; position++) {
            answer(person, position, 3, 5, 5, 6200);
        }
        String code = person.complete(TRIALS).expect(200).text("code");
        join();

        String page = admin.get("/sets/" + set).body();

        assertThat(page)
                .contains("id=\"place-0\"", "id=\"place-1\"", "id=\"place-2\"")
                .contains("completed", "at work", "free")
                .contains("6.2 s", "100 % of 2", "V 0.0 · A 0.0", code, "just now")
                .contains("not yet: fewer than 30 answers")
                .contains("12 answers are still to come")
                .contains("reload the page");
    }

    @Test
    void flagsThatNobodyHasDecidedOnStandBesideTheirPerson() {
        set = lab.openSet(
                lab.study(Map.of(
                        "capacity",
                        3,
                        "repeatShare",
                        0,
                        "quality",
                        Map.of("leastTrials", 2, "oneStepShare", 0.6, "leastCcc", -1))),
                4);
        Person careless = join();
        Person careful = join();
        for (int position = 0; position < 4; position++) {
            careless.answer(position, 3, 5, 2 + position).expect(200);
            careful.answer(position, 3, 1 + 2 * position, 2 + position).expect(200);
        }

        assertThat(participant(0).get("undecidedFlags").asInt()).isEqualTo(1);
        assertThat(participant(1).get("undecidedFlags").asInt()).isZero();
        assertThat(signedIn().get("/sets/" + set).body())
                .contains("/slots/0#flags\"")
                .doesNotContain("/slots/1#flags\"");
    }

    @Test
    void theLivePartComesOnlyWhenSomethingHasChanged() {
        Person person = join();
        Visitor admin = signedIn();
        HttpResponse<String> first = admin.get("/sets/" + set + "/live");
        String etag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(first.body())
                .startsWith("<main")
                .contains("participant0", "0/6")
                .doesNotContain("<html");
        assertThat(Visitor.found(
                                "data-etag=\"([^\"]+)\"",
                                admin.get("/sets/" + set).body())
                        .replace("&quot;", "\""))
                .isEqualTo(etag);

        assertThat(live(admin, etag).statusCode()).isEqualTo(304);
        person.answer(0, 1, 2, 3).expect(200);
        HttpResponse<String> second = live(admin, etag);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).contains("1/6");
        String next = second.headers().firstValue("ETag").orElseThrow();
        assertThat(live(admin, next).statusCode()).isEqualTo(304);

        person.reportPicture(1, "{\"reason\":\"status 500\"}").expect(204);
        assertThat(live(admin, next).statusCode()).as("a picture failed").isEqualTo(200);
        next = live(admin, "").headers().firstValue("ETag").orElseThrow();
        Api.stranger(port).admin().post("/api/v1/sets/" + set + "/pause").expect(204);
        assertThat(live(admin, next).body()).as("the set was paused").contains("End the pause");
    }

    @Test
    void nobodyElseWatches() {
        Visitor stranger = new Visitor(port);

        assertThat(stranger.get("/sets/" + set + "/live").uri().getPath()).isEqualTo("/sign-in");
    }

    private HttpResponse<String> live(Visitor visitor, String etag) {
        return visitor.get("/sets/" + set + "/live", "If-None-Match", etag);
    }

    private Visitor signedIn() {
        Visitor admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
        return admin;
    }

    private Person join() {
        Person person = new Person(Api.stranger(port), lab.invite(set, 1).get(0));
        person.consent().expect(200);
        return person;
    }

    private static void answer(Person person, int position, int expression, int valence, int arousal, int millis) {
        Map<String, Object> body = Person.body(UUID.randomUUID().toString(), expression, valence, arousal);
        body.put("responseTimeMillis", millis);
        person.answer(position, body).expect(200);
    }

    private JsonNode participant(int slot) {
        return lab.progress(set).get("participants").get(slot);
    }

    private String coverage() {
        return lab.progress(set).get("coverage").get("images").toString();
    }

    /** The positions at which the first person sees an image again. */
    private List<Integer> repeats() {
        return jdbc.sql("""
                        select t.position from trial t join participant p on p.id = t.participant_id
                        where p.set_id = ? and t.repeat_of is not null order by t.position""").param(set).query(Integer.class).list();
    }

    private void ago(Duration time) {
        jdbc.sql("update participant set consented_at = ? where set_id = ?")
                .params(OffsetDateTime.now().minus(time), set)
                .update();
    }

    private void recorded(int position, Duration ago) {
        jdbc.sql("""
                        update annotation set recorded_at = ? where position = ? and participant_id in (
                            select id from participant where set_id = ?)""").params(OffsetDateTime.now().minus(ago), position, set).update();
        new RecordCheck(jdbc).rebuild(set);
    }
}
