package org.c25.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.c25.testing.Api;
import org.c25.testing.Forms;
import org.c25.testing.Lab;
import org.c25.testing.Locks;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Person;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A study's protocol is changed: by page and by API, by two at once, and after answers came in. */
@OnBothDatabases
class ChangingAStudyTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @Autowired
    TransactionTemplate transaction;

    private Api staff;
    private Lab lab;
    private Visitor visitor;

    @BeforeEach
    void aLab() {
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
        visitor = new Visitor(port);
        visitor.signIn("admin", Api.ADMIN_PASSWORD);
    }

    private static String of(long study) {
        return "/api/v1/studies/" + study;
    }

    private ObjectNode protocol(long study) {
        return (ObjectNode) staff.get(of(study)).expect(200).json();
    }

    /** A study with two questions of its own, in which somebody has answered one trial. */
    private long answered() {
        long study = lab.study(Map.of(
                "questions",
                List.of(
                        Map.of("kind", "TEXT", "key", "hand", "text", "Which hand do you write with?"),
                        Map.of("kind", "AGE"),
                        Map.of("kind", "CHOICE", "key", "q1", "text", "Glasses?", "options", List.of("yes", "no")))));
        answerOne(study);
        return study;
    }

    private Person answerOne(long study) {
        Person person = new Person(
                Api.stranger(port), lab.invite(lab.openSet(study, 2), 1).get(0));
        person.consent().expect(200);
        person.answer(0, 1, 2, 3).expect(200);
        return person;
    }

    @Test
    void whatTheApiGivesCanBeSentBackAndWhatIsSentHolds() {
        long study = lab.study(Map.of("name", "Before", "contact", "lab@example.org"));
        ObjectNode protocol = protocol(study);
        assertThat(protocol.get("state").asString()).isEqualTo("ACTIVE");
        assertThat(protocol.get("frozen").asBoolean()).isFalse();

        protocol.put("name", "After").put("capacity", 3);
        ((ObjectNode) protocol.get("labels").get("expressions").get(0)).put("first", "joy");
        JsonNode changed = staff.put(of(study), protocol).expect(200).json();

        assertThat(changed).isEqualTo(protocol);
        assertThat(protocol(study)).isEqualTo(protocol);
        long set = lab.draftSet(study, 2);
        assertThat(lab.progress(set).get("capacity").asInt()).isEqualTo(3);
        assertThat(jdbc.sql("select details from audit_event where subject = ? and action = 'protocol changed'")
                        .param("study " + study)
                        .query(String.class)
                        .list())
                .containsExactly("name, capacity, labels.happiness");
    }

    @Test
    void theApiIsDescribedFieldByField() {
        JsonNode schemas = staff.get("/api/v1/openapi")
                .expect(200)
                .json()
                .get("components")
                .get("schemas");

        for (String schema : List.of("WrittenProtocol", "NewStudy", "StudyDetails")) {
            assertThat(schemas.get(schema).get("properties").propertyNames())
                    .as(schema)
                    .contains("name", "repeatMinimumLag", "recruiter");
        }
        assertThat(schemas.get("NewStudy").get("properties").has("copyOf")).isTrue();
    }

    @Test
    void aSetKeepsTheCapacityWithWhichItWasMade() {
        long study = lab.study(Map.of("capacity", 2));
        long before = lab.draftSet(study, 2);

        staff.put(of(study), protocol(study).put("capacity", 5)).expect(200);

        assertThat(lab.progress(before).get("capacity").asInt()).isEqualTo(2);
        assertThat(visitor.get("/studies/" + study + "/protocol").body()).contains("holds for new sets");
    }

    @Test
    void anotherConsentTextIsANewVersion() {
        long study = lab.study(Map.of("consent", "First"));

        staff.put(of(study), protocol(study).put("consent", "Second")).expect(200);
        staff.put(of(study), protocol(study).put("contact", "lab@example.org")).expect(200);

        assertThat(jdbc.sql("select version || ' ' || text from consent_text where study_id = ? order by version")
                        .param(study)
                        .query(String.class)
                        .list())
                .containsExactly("1 First", "2 Second");
        assertThat(protocol(study).get("consentVersion").asInt()).isEqualTo(2);
    }

    @Test
    void whatIsUnfitIsNamedAndChangesNothing() {
        long study = lab.study();
        ObjectNode before = protocol(study);

        staff.put(of(study), before.deepCopy().put("capacity", 0).put("contact", "new"))
                .expectFault(422, "capacity");
        staff.put(of(study), Map.of()).expectFault(422, "name");
        staff.post("/api/v1/studies", Map.of()).expectFault(422, "name");
        staff.put(of(study), Map.of("contact", "no name")).expectFault(422, "name");
        staff.put(of(999_999), before).expectProblem(404, "study");

        assertThat(protocol(study)).isEqualTo(before);
    }

    @Test
    void aProgramThatStartedFromAnEarlierVersionIsToldSo() {
        long study = lab.study();
        Api.Answer read = staff.get(of(study)).expect(200);
        staff.put(of(study), protocol(study).put("contact", "first")).expect(200);

        Api.Answer late = staff.saying("If-Match", read.header("ETag"))
                .put(of(study), ((ObjectNode) read.json()).put("contact", "second"));

        late.expectProblem(412, "Somebody has changed the study");
        assertThat(protocol(study).get("contact").asString()).isEqualTo("first");
        staff.saying("If-Match", staff.get(of(study)).header("ETag"))
                .put(of(study), protocol(study).put("contact", "second"))
                .expect(200);
        staff.saying("If-Match", "W/" + read.header("ETag"))
                .put(of(study), protocol(study))
                .expect(412);
        staff.saying("If-Match", "nonsense").put(of(study), protocol(study)).expect(412);
    }

    @Test
    void ofTwoProgramsThatChangeAVersionAtOnceOneIsTold() throws Exception {
        long study = lab.study();
        String version = staff.get(of(study)).header("ETag");
        ObjectNode protocol = protocol(study);
        List<Callable<Integer>> editors = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ObjectNode mine = protocol.deepCopy().put("contact", "editor " + i);
            editors.add(
                    () -> staff.saying("If-Match", version).put(of(study), mine).status());
        }

        List<Integer> statuses = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(editors.size());
        for (Future<Integer> status : pool.invokeAll(editors)) {
            statuses.add(status.get());
        }
        pool.shutdown();

        assertThat(statuses).containsExactlyInAnyOrder(200, 412, 412, 412);
    }

    @Test
    void theFormIsFilledInAndSentUntouchedChangesNothing() {
        long study = lab.study(new HashMap<>(Map.of(
                "consent",
                "\nOne\n\n[ko]\n둘 <b>\n",
                "repeatShare",
                0.07,
                "presentation",
                Map.of("rotated", true, "direction", "ALTERNATING", "minimumViewingMillis", 1234),
                "questions",
                List.of(
                        Map.of("kind", "CHOICE", "key", "b", "text", "A | b *", "options", List.of("x|y", "\\")),
                        Map.of("kind", "GENDER", "key", "sex", "required", true),
                        Map.of("kind", "TEXT", "key", "q1", "text", "In two\nlines?", "required", true),
                        Map.of("kind", "AGE")),
                "closingQuestions",
                List.of(Map.of("kind", "AGE"), Map.of("kind", "TEXT", "key", "end", "text", "[Sure?]")),
                "recruiter",
                Map.of("name", "Prolific", "idParameter", "PID", "returnUrl", "https://example.org/{id}"))));
        ObjectNode before = protocol(study);

        submit(study, Map.of());

        assertThat(protocol(study)).isEqualTo(before);
        assertThat(jdbc.sql("select version from study where id = ?")
                        .param(study)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatIsTypedIntoTheFormIsChangedAndNothingElse() {
        long study = lab.study(Map.of(
                "questions",
                List.of(
                        Map.of("kind", "TEXT", "key", "hand", "text", "Which hand?"),
                        Map.of("kind", "AGE", "key", "age_band"))));
        ObjectNode before = protocol(study);

        submit(study, Map.of("name", "By page", "ownQuestions", "New?\n[hand] Which hand, left or right?"));

        ObjectNode after = protocol(study);
        assertThat(after.get("name").asString()).isEqualTo("By page");
        assertThat(after.get("questions")
                        .valueStream()
                        .map(q -> q.get("key").asString() + " " + q.get("text").asString()))
                .containsExactly("age_band ", "q1 New?", "hand Which hand, left or right?");
        for (String same : List.of("labels", "presentation", "pacing", "capacity", "repeatShare", "recruiter")) {
            assertThat(after.get(same)).isEqualTo(before.get(same));
        }
    }

    @Test
    void theSecondOfTwoEditorsIsToldAndKeepsWhatTheyTyped() {
        long study = lab.study(Map.of("name", "Two editors"));
        Map<String, List<String>> second = fields(study);
        submit(study, Map.of("contact", "the first"));

        second.put("contact", List.of("the second"));
        HttpResponse<String> told = visitor.sendAll("/studies/" + study + "/protocol", second);

        assertThat(told.body()).contains("Somebody has changed the study since you opened it.", "value=\"the second\"");
        assertThat(protocol(study).get("contact").asString()).isEqualTo("the first");
        Map<String, List<String>> again = Forms.fields(told.body());
        visitor.sendAll("/studies/" + study + "/protocol", again);
        assertThat(protocol(study).get("contact").asString())
                .as("who was told can save all the same")
                .isEqualTo("the second");
    }

    @Test
    void onceAnAnswerIsInWhateverWouldChangeItsMeaningIsFrozen() {
        long study = answered();
        ObjectNode present = protocol(study);
        assertThat(present.get("frozen").asBoolean()).isTrue();
        ObjectNode wanted = present.deepCopy().put("repeatShare", 0.5).put("repeatMinimumLag", 7);
        wanted.put("ordering", "FIXED").put("contact", "new@example.org");
        ((ObjectNode) wanted.get("presentation"))
                .put("inOrder", true)
                .put("minimumViewingMillis", 9)
                .put("dimmed", true);
        ((ObjectNode) wanted.get("presentation")).put("rotated", true).put("direction", "DESCENDING");
        ((ObjectNode) wanted.get("labels").get("expressions").get(6)).put("second", "경멸");
        ((ObjectNode) wanted.get("labels").get("valence").get("least")).put("first", "Bad");
        ((ObjectNode) wanted.get("questions").get(2))
                .withArrayProperty("options")
                .add("at times");
        wanted.withArrayProperty("questions").remove(1);

        Api.Answer refused = staff.put(of(study), wanted).expect(409);

        assertThat(refused.json()
                        .get("errors")
                        .valueStream()
                        .map(fault -> fault.get("field").asString()))
                .containsExactlyInAnyOrder(
                        "repeatShare",
                        "repeatMinimumLag",
                        "ordering",
                        "presentation.rotated",
                        "presentation.direction",
                        "presentation.inOrder",
                        "presentation.minimumViewingMillis",
                        "presentation.dimmed",
                        "labels.contempt",
                        "labels.valence",
                        "questions.age",
                        "questions.q1");
        assertThat(protocol(study)).as("nothing is stored").isEqualTo(present);
    }

    @Test
    void whatDoesNotTouchTheMeaningOfAnswersCanStillBeChanged() {
        long study = answered();
        ObjectNode wanted = protocol(study).put("name", "New name").put("contact", "new");
        wanted.put("consent", "New text").put("capacity", 4);
        ((ObjectNode) wanted.get("pacing"))
                .put("practiceTrials", 1)
                .put("breakEvery", 9)
                .put("revisable", 2);
        ((ObjectNode) wanted.get("questions").get(0))
                .put("text", "Which hand do you write with?")
                .put("required", true);
        wanted.withArrayProperty("questions").addPOJO(Map.of("kind", "COUNTRY"));
        wanted.withArrayProperty("closingQuestions")
                .addPOJO(Map.of("kind", "TEXT", "key", "end", "text", "Anything else?"));
        wanted.putPOJO("recruiter", Map.of("name", "SONA", "idParameter", "survey_code", "returnUrl", ""));

        JsonNode after = staff.put(of(study), wanted).expect(200).json();

        assertThat(after.get("questions").size()).isEqualTo(4);
        assertThat(after.get("name").asString()).isEqualTo("New name");
        assertThat(after.get("consentVersion").asInt()).isEqualTo(2);
    }

    /** A field of this name in a part of the form that can't be changed. */
    private static String frozen(String name) {
        return "(?s)<fieldset disabled=\"disabled\">(?:(?!</fieldset>).)*name=\"" + name + "\"";
    }

    @Test
    void thePageShowsWhatIsFrozenAndSavesTheRest() {
        long study = answered();
        String page = visitor.get("/studies/" + study + "/protocol").body();
        assertThat(page)
                .contains("answers are in, and another value would change what they mean")
                .containsPattern(frozen("repeatPercent"))
                .containsPattern(frozen("ordering"))
                .containsPattern(frozen("firstLanguage"));
        ObjectNode before = protocol(study);

        submit(study, Map.of("contact", "by page"));

        assertThat(protocol(study)).isEqualTo(before.put("contact", "by page"));
        Map<String, List<String>> fields = fields(study);
        fields.put("repeatPercent", List.of("50"));
        fields.put("contact", List.of("typed"));
        assertThat(visitor.sendAll("/studies/" + study + "/protocol", fields)
                        .body()
                        .replaceAll("<[^>]+>", ""))
                .contains("Images shown twice, in per cent: can&#39;t be changed any more");
    }

    @Test
    void anAnswerToAQuestionAndAnImportedOneFreezeAsWell() {
        long imported = lab.study();
        long set = lab.bareSet(imported, "index,filename\n7,a.jpg\n".getBytes(StandardCharsets.UTF_8));
        byte[] one = "index,filename,participant0\r\n7,a.jpg,3\r\n".getBytes(StandardCharsets.UTF_8);
        staff.upload("/api/v1/sets/" + set + "/imports", Map.of("expression", one, "valence", one, "arousal", one));
        long asked = lab.study(Map.of("questions", List.of(Map.of("kind", "AGE"))));
        Visitor person = new Visitor(port);
        String home = person.get("/join/" + lab.invite(lab.openSet(asked, 2), 1).get(0))
                .uri()
                .getPath()
                .replace("/language", "");
        person.get(home + "?language=en");
        person.post(home + "/consent", Map.of("accepted", "true"), home);
        assertThat(protocol(asked).get("frozen").asBoolean()).isFalse();
        person.post(home + "/questions", Map.of("q-age", "25-34"), home + "/questions");

        assertThat(protocol(asked).get("frozen").asBoolean()).isTrue();
    }

    @Test
    void aChangeWaitsForAFirstAnswerThatIsJustComingIn() throws Exception {
        long study = lab.study();
        ObjectNode wanted = protocol(study).put("repeatShare", 0.5);
        ExecutorService pool = Executors.newSingleThreadExecutor();
        Future<Integer> change = transaction.execute(status -> {
            jdbc.sql("update study set answered_at = current_timestamp where id = ? and answered_at is null")
                    .param(study)
                    .update();
            Future<Integer> waiting =
                    pool.submit(() -> staff.put(of(study), wanted).status());
            Locks.untilItWaits(waiting, jdbc, database);
            assertThat(waiting.isDone()).as("it waits").isFalse();
            return waiting;
        });
        pool.shutdown();

        assertThat(change.get()).isEqualTo(409);
    }

    @Test
    void aStudyIsMadeFromAnotherWithEverythingButNameSetsAndPeople() {
        long study = answered();
        JsonNode original = protocol(study);

        long copy = staff.post("/api/v1/studies", Map.of("name", "Copy", "copyOf", study, "capacity", 3))
                .expect(201)
                .number("id");

        ObjectNode expected = original.deepCopy().asObject().put("name", "Copy").put("capacity", 3);
        assertThat(protocol(copy).without("id"))
                .isEqualTo(expected.put("frozen", false).without("id"));
        assertThat(visitor.get("/studies/" + copy).body()).contains("This study has no image set yet");
        staff.post("/api/v1/studies", Map.of("copyOf", study)).expectFault(422, "name");
        staff.post("/api/v1/studies", Map.of("name", "Copy", "copyOf", 999_999)).expectFault(422, "copyOf");
    }

    @Test
    void thePageForANewStudyCanBeFilledInFromAnother() {
        long study = answered();
        Map<String, List<String>> fields =
                Forms.fields(visitor.get("/studies/new?from=" + study).body());
        assertThat(fields.get("name")).containsExactly("");
        fields.put("name", List.of("Copied by page"));
        fields.put("repeatPercent", List.of("50"));

        String address = visitor.sendAll("/studies", fields).uri().getPath();

        long copy = Long.parseLong(address.replaceAll(".*/", ""));
        assertThat(protocol(copy).without(List.of("id", "name", "repeatShare", "frozen")))
                .isEqualTo(protocol(study).without(List.of("id", "name", "repeatShare", "frozen")));
        assertThat(protocol(copy).get("repeatShare").asDouble()).isEqualTo(0.5);
        assertThat(visitor.get("/studies/new?from=999999").statusCode()).isEqualTo(404);
    }

    @Test
    void aProtocolFileMakesTheSameStudyByApiAndByPage() {
        long study = answered();
        byte[] file = staff.get(of(study) + "/protocol.json").expect(200).bytes();
        HttpResponse<String> download = visitor.get("/studies/" + study + "/protocol.json");
        assertThat(download.body().getBytes(StandardCharsets.UTF_8)).isEqualTo(file);
        assertThat(download.headers().firstValue("Content-Disposition").orElseThrow())
                .isEqualTo("attachment; filename=\"study" + study + "_protocol.json\"");

        long copy = staff.upload("/api/v1/studies", Map.of("protocol", file))
                .expect(201)
                .number("id");
        long named = staff.upload("/api/v1/studies", Map.of("protocol", file, "name", "Other"))
                .expect(201)
                .number("id");
        HttpResponse<String> page = visitor.upload("/studies", Map.of("name", "", "protocol", file), "/studies/new");

        assertThat(staff.get(of(copy) + "/protocol.json").bytes()).isEqualTo(file);
        assertThat(protocol(named).get("name").asString()).isEqualTo("Other");
        assertThat(visitor.get(page.uri().getPath() + "/protocol.json").body().getBytes(StandardCharsets.UTF_8))
                .isEqualTo(file);
    }

    @Test
    void aFileThatIsUnfitIsRefusedByFieldByApiAndByPage() {
        byte[] file = "{\"name\": \"a\", \"repeats\": 3}".getBytes(StandardCharsets.UTF_8);

        staff.upload("/api/v1/studies", Map.of("protocol", file)).expectFault(422, "repeats");
        staff.upload("/api/v1/studies", Map.of("name", "no file")).expectFault(422, "protocol");
        assertThat(visitor.upload("/studies", Map.of("name", "", "protocol", file), "/studies/new")
                        .body()
                        .replaceAll("<[^>]+>", ""))
                .contains("repeats: is not known here");
    }

    /** Sends the form of the study's protocol, with these fields typed anew. */
    private void submit(long study, Map<String, String> typed) {
        Map<String, List<String>> fields = fields(study);
        typed.forEach((name, value) -> fields.put(name, List.of(value)));
        HttpResponse<String> answer = visitor.sendAll("/studies/" + study + "/protocol", fields);
        assertThat(answer.uri().getPath()).as(answer.body()).isEqualTo("/studies/" + study);
    }

    private Map<String, List<String>> fields(long study) {
        return Forms.fields(visitor.get("/studies/" + study + "/protocol").body());
    }
}
