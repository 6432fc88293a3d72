package org.c25.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.c25.common.Sha256;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnH2;
import org.c25.testing.Person;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a study chooses, by API and by page: what is unfit is named, and nothing is stored. */
@OnH2
class DesigningAStudyTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Api staff;

    @BeforeEach
    void anAdmin() {
        staff = Api.stranger(port).admin();
    }

    static Stream<Arguments> unfit() {
        return Stream.of(
                Arguments.of("pacing", Map.of("practiceTrials", 9), "pacing.practiceTrials"),
                Arguments.of("pacing", Map.of("breakEvery", -1), "pacing.breakEvery"),
                Arguments.of("pacing", Map.of("revisable", "some"), "pacing.revisable"),
                Arguments.of(
                        "presentation",
                        Map.of("dimensions", List.of("VALENCE", "VALENCE", "AROUSAL")),
                        "presentation.dimensions"),
                Arguments.of("presentation", Map.of("direction", "UP"), "presentation.direction"),
                Arguments.of(
                        "presentation", Map.of("minimumViewingMillis", 60_001), "presentation.minimumViewingMillis"),
                Arguments.of("ordering", "ALPHABETICAL", "ordering"),
                Arguments.of("labels", Map.of("firstLanguage", "en"), "labels.expressions"),
                Arguments.of("questions", List.of(Map.of("kind", "AGE"), Map.of("kind", "AGE")), "questions"),
                Arguments.of(
                        "questions",
                        List.of(Map.of("kind", "CHOICE", "key", "q", "text", "?", "options", List.of("one"))),
                        "questions.q"),
                Arguments.of(
                        "closingQuestions", List.of(Map.of("kind", "TEXT", "key", "1", "text", "?")), "questions.key"),
                Arguments.of("recruiter", Map.of("idParameter", "workerId"), "recruiter.name"),
                Arguments.of("recruiter", Map.of("name", "x".repeat(61), "idParameter", "workerId"), "recruiter.name"),
                Arguments.of("recruiter", Map.of("name", "MTurk"), "recruiter.idParameter"),
                Arguments.of("recruiter", Map.of("name", "MTurk", "idParameter", "a b"), "recruiter.idParameter"),
                Arguments.of(
                        "recruiter",
                        Map.of("name", "MTurk", "idParameter", "workerId", "returnUrl", "javascript:alert(1)"),
                        "recruiter.returnUrl"));
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void whatIsUnfitIsNamed(String name, Object value, String field) {
        int before = studies();

        staff.post("/api/v1/studies", Map.of("name", "Unfit", name, value)).expectFault(422, field);

        assertThat(studies()).isEqualTo(before);
    }

    private int studies() {
        return jdbc.sql("select count(*) from study").query(Integer.class).single();
    }

    @Test
    void theFormAsItIsTypedIsShownAndNotStored() {
        int before = studies();
        Visitor visitor = new Visitor(port);
        visitor.signIn("admin", Api.ADMIN_PASSWORD);
        Map<String, String> typed =
                new HashMap<>(Map.of("name", "Typed", "preset", "pilot", "direction", "DESCENDING"));

        HttpResponse<String> shown = visitor.post("/studies/draft/preview", typed, "/studies/new");

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body())
                .contains("happiness", "/studies/draft/preview/faces/1.png")
                .doesNotContain("<b>Preview</b>");
        assertThat(shown.body().indexOf("data-step=\"9\""))
                .isLessThan(shown.body().indexOf("data-step=\"1\""));
        assertThat(visitor.get("/studies/draft/preview/faces/1.png").statusCode())
                .isEqualTo(200);
        typed.put("capacity", "many");
        HttpResponse<String> unfit = visitor.post("/studies/draft/preview", typed, "/studies/new");
        assertThat(unfit.statusCode()).isEqualTo(422);
        assertThat(studies()).isEqualTo(before);

        typed.put("capacity", "25");
        Visitor stranger = new Visitor(port);
        assertThat(stranger.post("/studies/draft/preview", typed, "/sign-in")
                        .uri()
                        .getPath())
                .isEqualTo("/sign-in");
        String name = "experimenter-" + System.nanoTime();
        String password = Visitor.found(
                "class=\"once\">([^<]+)<",
                visitor.post("/accounts", Map.of("name", name, "role", "EXPERIMENTER"), "/accounts")
                        .body());
        Visitor experimenter = new Visitor(port);
        experimenter.signIn(name, password);
        typed.put("from", String.valueOf(new Lab(staff).study()));
        assertThat(experimenter
                        .post("/studies/draft/preview", typed, "/studies/new")
                        .statusCode())
                .as("made from somebody else's study")
                .isEqualTo(404);
    }

    @Test
    void aFaultyQuestionOnThePageIsNamedByItsLine() {
        Visitor visitor = new Visitor(port);
        visitor.signIn("admin", Api.ADMIN_PASSWORD);

        String page = visitor.post(
                        "/studies", Map.of("name", "Typed", "ownQuestions", "Fine?\nNot fine? | one"), "/studies/new")
                .body();

        assertThat(page.replaceAll("<[^>]+>", ""))
                .contains("Own questions before the trials, line 2: needs 2 to 50 options");
        assertThat(page).contains("Not fine? | one");
    }

    @Test
    void aNewConsentTextIsAVersionOfItsOwnAndTheOldOneIsKept() {
        Map<String, Object> study = new HashMap<>(Map.of("name", "Consent", "consent", "First *text*"));
        long id = staff.post("/api/v1/studies", study)
                .expect(201)
                .json()
                .get("id")
                .asLong();
        String texts = "/api/v1/studies/" + id + "/consent-texts";

        assertThat(staff.post(texts, Map.of("text", "Second text")).expect(201).number("version"))
                .isEqualTo(2);
        assertThat(staff.post(texts, Map.of("text", "Second text")).expect(201).number("version"))
                .as("nothing has changed")
                .isEqualTo(2);
        staff.post(texts, Map.of("text", "x".repeat(20_001))).expectFault(422, "text");

        assertThat(jdbc.sql("select version || ' ' || text from consent_text where study_id = ? order by version")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("1 First *text*", "2 Second text");
        Visitor visitor = new Visitor(port);
        visitor.signIn("admin", Api.ADMIN_PASSWORD);
        assertThat(visitor.get("/studies/" + id + "/consent").body())
                .contains("First <em>text</em>", "Participants are asked version");
    }

    @Test
    void aConsentTextCanHoldSeveralLanguagesAndEachParticipantAgreesToTheirs() {
        Lab lab = new Lab(staff);
        long study = lab.study(Map.of("consent", "You look at faces.\n[ko]\n얼굴을 *봅니다*."));
        long set = lab.openSet(study, 2);
        List<String> links = lab.invite(set, 2);
        Visitor reader = new Visitor(port);
        String home = reader.get("/join/" + links.get(0)).uri().getPath().replace("/language", "");

        assertThat(reader.get(home + "?language=ko").body())
                .contains("lang=\"ko\"", "얼굴을 <em>봅니다</em>.")
                .doesNotContain("You look at faces.", "[ko]");
        assertThat(reader.get(home + "?language=fr").body()).contains("You look at faces.");
        new Person(Api.stranger(port), links.get(0))
                .consent(Map.of("accepted", true, "locale", "ko"))
                .expect(200);
        new Person(Api.stranger(port), links.get(1))
                .consent(Map.of("accepted", true, "locale", "fr"))
                .expect(200);

        assertThat(jdbc.sql("select consent_sha256 from participant where set_id = ? order by slot_number")
                        .param(set)
                        .query(String.class)
                        .list())
                .containsExactly(Sha256.of("얼굴을 *봅니다*."), Sha256.of("You look at faces."));
        Visitor visitor = new Visitor(port);
        visitor.signIn("admin", Api.ADMIN_PASSWORD);
        assertThat(visitor.get("/studies/" + study + "/consent").body())
                .contains("<h3>ko</h3>", "얼굴을 <em>봅니다</em>.", "You look at faces.");
    }
}
