package org.c25.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Person;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What becomes of a trial whose picture failed to load. */
@OnBothDatabases
class PictureReportingTest {

    private static final int TRIALS = 5;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Lab lab;
    private long set;
    private String token;
    private Person person;
    private Visitor visitor;
    private String home;

    @BeforeEach
    void aParticipantIsAtWork() {
        lab = new Lab(Api.stranger(port).admin());
        set = lab.openSet(lab.study(Map.of("capacity", 3, "repeatShare", 0, "contact", "lab@example.org")), TRIALS);
        token = lab.invite(set, 1).get(0);
        person = new Person(Api.stranger(port), token);
        person.consent().expect(200);
        visitor = new Visitor(port);
        home = visitor.get("/join/" + token).uri().getPath().replaceAll("/trials$", "");
    }

    @Test
    void aReportedTrialComesAfterAllTheOthers() {
        assertThat(next()).isZero();

        report(0);
        report(2);

        assertThat(next()).isEqualTo(1);
        answer(1);
        assertThat(next()).isEqualTo(3);
        answer(3);
        answer(4);
        assertThat(next()).as("all others are done").isZero();
    }

    @Test
    void whatFailsAgainLeadsToTheNextThatFailedAndThenToAWord() {
        report(1);
        report(3);
        answer(0);
        answer(2);
        answer(4);

        assertThat(next()).isEqualTo(1);
        assertThat(position(visitor.get(home + "/trials?after=1").body())).isEqualTo(3);
        String page = visitor.get(home + "/trials?after=3").body();

        assertThat(page)
                .contains("Some pictures do not load")
                .contains("could not be shown: 2")
                .contains("lab@example.org")
                .contains("href=\"" + home + "/trials\"");
        assertThat(next()).as("tried again").isEqualTo(1);
    }

    @Test
    void whatFailedOnceAndIsNotYetDoneStandsInNobodysWay() {
        report(4);
        answer(0);

        assertThat(position(visitor.get(home + "/trials?after=4").body())).isEqualTo(1);
    }

    @Test
    void aReportBlocksNoAnswer() {
        report(2);

        IntStream.range(0, TRIALS).forEach(this::answer);

        assertThat(person.complete(TRIALS).expect(200).text("code")).isNotBlank();
    }

    @Test
    void aPersonWithAReportedTrialIsNotDone() {
        report(2);
        IntStream.of(0, 1, 3, 4).forEach(this::answer);

        person.complete(TRIALS).expectProblem(409, "\"missing\":[2]");
    }

    @Test
    void aReportCanBeSentAgainAndTheFirstIsKept() {
        person.reportPicture(1, "{\"reason\":\"status 500\"}").expect(204);
        person.reportPicture(1, "{\"reason\":\"status 500\"}").expect(204);
        person.reportPicture(1, "{\"reason\":\"does not decode\"}").expect(204);

        assertThat(reasons()).containsExactly("status 500");
    }

    @Test
    void manyReportsAtOnceAreOne() {
        Stream.generate(() -> 1).limit(20).parallel().forEach(this::report);

        assertThat(reasons()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"reason\":null}", "{\"reason\":\"\"}", "{\"reason\":\"  \"}", "{\"reason\":[1]}", "LONG"
            })
    void aReportNeedsAReason(String body) {
        person.reportPicture(0, body.replace("LONG", "{\"reason\":\"" + "x".repeat(201) + "\"}"))
                .expectFault(422, "reason");

        assertThat(reasons()).isEmpty();
    }

    @Test
    void aTrialThatIsNotThereIsNotFound() {
        person.reportPicture(TRIALS, "{\"reason\":\"status 500\"}").expectProblem(404, "trial");
        person.reportPicture(-1, "{\"reason\":\"status 500\"}").expectProblem(404, "trial");
    }

    @Test
    void nobodyReportsBeforeConsentOrWithoutAToken() {
        String other = lab.invite(set, 1).get(0);
        new Person(Api.stranger(port), other)
                .reportPicture(0, "{\"reason\":\"status 500\"}")
                .expectProblem(409, "onsent");
        new Person(Api.stranger(port), "nobody")
                .reportPicture(0, "{\"reason\":\"status 500\"}")
                .expectProblem(401, "token");
    }

    @Test
    void aWithdrawalErasesTheReports() {
        report(1);
        answer(0);

        person.withdraw().expect(204);

        assertThat(reasons()).isEmpty();
        assertThat(lab.progress(set).get("failedPictures")).isEmpty();
        person.reportPicture(1, "{\"reason\":\"status 500\"}").expectProblem(409, "withdrawn");
    }

    @Test
    void theExperimenterSeesWhichPicturesFailedForWhom() {
        assertThat(lab.progress(set).get("failedPictures")).isEmpty();
        Person other = new Person(Api.stranger(port), lab.invite(set, 1).get(0));
        other.consent().expect(200);

        IntStream.range(0, TRIALS).forEach(this::report);
        other.reportPicture(0, "{\"reason\":\"does not decode\"}").expect(204);

        List<JsonNode> failed =
                lab.progress(set).get("failedPictures").valueStream().toList();
        assertThat(failed.stream().map(picture -> picture.get("filename").asString()))
                .containsExactlyElementsOf(
                        IntStream.range(0, TRIALS).mapToObj(Lab::filename).toList());
        List<JsonNode> both = failed.stream()
                .filter(picture -> picture.get("participants").size() == 2)
                .toList();
        assertThat(both).hasSize(1);
        assertThat(both.get(0).get("participants").toString()).isEqualTo("[0,1]");
        assertThat(both.get(0).get("reasons").toString()).isEqualTo("[\"does not decode\",\"status 500\"]");
    }

    @Test
    void thePlainFormReportsToo() {
        String page = visitor.get(home + "/trials").body();
        String report = Visitor.found("<noscript><button[^>]*formaction=\"([^\"]+)\"", page);
        Map<String, String> form = Map.of("_csrf", Visitor.found("name=\"_csrf\"[^>]* value=\"([^\"]+)\"", page));

        assertThat(position(visitor.send(report, form).body())).isEqualTo(1);

        IntStream.range(1, TRIALS).forEach(this::answer);
        assertThat(visitor.send(report, form).body()).contains("Some pictures do not load");
        assertThat(reasons()).isEqualTo(Collections.nCopies(1, "not seen"));
    }

    private void report(int position) {
        person.reportPicture(position, "{\"reason\":\"status 500\"}").expect(204);
    }

    private void answer(int position) {
        person.answer(position, 1, 2, 3).expect(200);
    }

    /** The position that the participant is led to. */
    private int next() {
        return position(visitor.get(home + "/trials").body());
    }

    private static int position(String page) {
        return Integer.parseInt(Visitor.found("data-position=\"(\\d+)\"", page));
    }

    private List<String> reasons() {
        return jdbc.sql("""
                        select r.reason from picture_report r join participant p on p.id = r.participant_id
                        where p.set_id = ?""").param(set).query(String.class).list();
    }
}
