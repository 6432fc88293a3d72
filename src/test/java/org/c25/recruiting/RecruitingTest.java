package org.c25.recruiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.c25.invitations.ParticipantCookie;
import org.c25.security.Secret;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Person;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** People whom a service sends: their ID takes one place, is told to nobody, and leads them back. */
@ExtendWith(OutputCaptureExtension.class)
@OnBothDatabases
class RecruitingTest {

    private static final String ID = "5f3a9c0e7d12ab-Somebody";
    private static final String COMPLETE = "https://app.prolific.com/submissions/complete?cc=ABC123";

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

    private long studyFrom(String service, String parameter, String returnUrl) {
        return lab.study(Map.of(
                "repeatShare",
                0,
                "contact",
                "lab@example.org",
                "recruiter",
                Map.of("name", service, "idParameter", parameter, "returnUrl", returnUrl)));
    }

    private long setFromProlific() {
        return lab.openSet(studyFrom("Prolific", "PROLIFIC_PID", COMPLETE), 2);
    }

    private Person person(String token) {
        return new Person(Api.stranger(port), token);
    }

    private static Map<String, Object> consent(String outsideId) {
        return Map.of("accepted", true, "locale", "en", "outsideId", outsideId);
    }

    @Test
    void aLinkThatSomebodyElsePassedOnLetsNobodyIntoTheirPlace() {
        long set = setFromProlific();
        String token = lab.invite(set, 1).get(0);
        person(token).consent(consent("the-first")).expect(200);

        person(token).consent(consent("the-second")).expectProblem(409, "Another person takes part with this link.");
        person(token).consent(consent("the-first")).expect(200);
        Visitor second = new Visitor(port);
        String page = second.get("/join/" + token + "?PROLIFIC_PID=the-second").body();
        assertThat(page).contains("Another person is taking part with this link.", "lab@example.org");
        assertThat(second.get(home(token)).statusCode())
                .as("no cookie lets them in")
                .isEqualTo(401);
        assertThat(new Visitor(port)
                        .get("/join/" + token + "?PROLIFIC_PID=the-first")
                        .body())
                .contains("class=\"trial\"");
        assertThat(lab.progress(set).get("participants")).hasSize(1);
    }

    @Test
    void theWayBackNeverCarriesAnothersId() {
        long set = lab.openSet(studyFrom("SONA", "survey_code", "https://credit.example/?survey_code={id}"), 1);
        String token = lab.invite(set, 1).get(0);
        Visitor browser = visitor(token, "?survey_code=first");
        agree(browser, token);
        person(token).answer(0, 1, 2, 3).expect(200);
        person(token).complete(1).expect(200);

        browser.get("/join/" + token + "?survey_code=second");

        assertThat(browser.get(home(token) + "/thanks").body())
                .contains("survey_code=first")
                .doesNotContain("survey_code=second");
    }

    @Test
    void whoHasEverythingErasedKeepsNoIdInTheBrowser() {
        long set = lab.openSet(studyFrom("SONA", "survey_code", "https://credit.example/?survey_code={id}"), 1);
        String token = lab.invite(set, 1).get(0);
        Visitor browser = visitor(token, "?survey_code=first");
        assertThat(browser.cookies()).contains("c25-outside-id");
        agree(browser, token);

        browser.post(home(token) + "/withdrawal", Map.of("answers", "ERASE"), home(token) + "/withdrawal");

        assertThat(browser.cookies()).contains("c25-invitation").doesNotContain("c25-outside-id");
    }

    /** Somebody at a browser who has opened a link, with this behind it. */
    private Visitor visitor(String token, String query) {
        Visitor visitor = new Visitor(port);
        visitor.get("/join/" + token + query);
        visitor.get(home(token) + "?language=en");
        return visitor;
    }

    private static String home(String token) {
        return ParticipantCookie.home(new Secret(token));
    }

    private HttpResponse<String> agree(Visitor visitor, String token) {
        return visitor.post(home(token) + "/consent", Map.of("accepted", "true"), home(token));
    }

    private List<String> hmacs(long set) {
        return jdbc.sql("select id_hmac from outside_id where set_id = ?")
                .param(set)
                .query(String.class)
                .list();
    }

    private int placesTaken(long set) {
        return jdbc.sql("select count(*) from slot where set_id = ? and participant_id is not null")
                .param(set)
                .query(Integer.class)
                .single();
    }

    @Test
    void theLinksPageSaysWhatComesBehindALink() {
        Visitor admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);

        assertThat(admin.get("/sets/" + setFromProlific() + "/invitations").body())
                .contains("<code>?PROLIFIC_PID=…</code>");
        assertThat(admin.get("/sets/" + lab.openSet(lab.study(), 2) + "/invitations")
                        .body())
                .doesNotContain("sends");
    }

    @Test
    void theApiTellsOfRecruitersAndTheirIds() {
        JsonNode schemas =
                Api.stranger(port).get("/api/v1/openapi").expect(200).json().at("/components/schemas");

        assertThat(schemas.at("/Consent/properties/outsideId/type").asString()).isEqualTo("string");
        assertThat(schemas.at("/Consent/required").toString()).doesNotContain("outsideId");
        assertThat(schemas.at("/NewStudy/properties/recruiter").toString()).contains("idParameter is");
        assertThat(schemas.at("/Recruiter/properties").propertyNames())
                .containsExactlyInAnyOrder(
                        "name", "idParameter", "returnUrl", "signatureParameter", "signedOnly", "jwt");
    }

    @Test
    void theIdLeavesTheAddressAtOnceForTheBrowserAlone() {
        long set = setFromProlific();
        String token = lab.invite(set, 1).get(0);

        Api.Answer opened = Api.stranger(port)
                .get("/join/" + token + "?STUDY_ID=1&PROLIFIC_PID=" + ID)
                .expect(302);

        assertThat(opened.place()).isEqualTo(home(token));
        assertThat(opened.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(idCookies(opened))
                .singleElement()
                .asString()
                .contains("; Path=" + home(token) + ";", "; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Secure");
        assertThat(hmacs(set)).as("nothing before consent").isEmpty();
    }

    private static List<String> idCookies(Api.Answer answer) {
        return answer.response().headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("c25-outside-id="))
                .toList();
    }

    @Test
    void whatCannotBeAnIdIsIgnored() {
        String token = lab.invite(setFromProlific(), 1).get(0);
        String direct = lab.invite(lab.openSet(lab.study(), 2), 1).get(0);

        for (String query : List.of(
                "",
                "PROLIFIC_PID=",
                "PROLIFIC_PID=a%20b",
                "PROLIFIC_PID=a%0Ab",
                "PROLIFIC_PID=a%E2%80%8Bb",
                "PROLIFIC_PID=" + "x".repeat(201),
                "prolific_pid=" + ID,
                "workerId=" + ID)) {
            assertThat(idCookies(Api.stranger(port)
                            .get("/join/" + token + "?" + query)
                            .expect(302)))
                    .as(query)
                    .isEmpty();
        }
        assertThat(idCookies(Api.stranger(port)
                        .get("/join/" + direct + "?PROLIFIC_PID=" + ID)
                        .expect(302)))
                .as("a study without a recruiter")
                .isEmpty();
        assertThat(idCookies(Api.stranger(port).get("/join/" + token + "?PROLIFIC_PID=" + "x".repeat(200))))
                .hasSize(1);
    }

    @Test
    void theLinkOpenedAgainWithoutTheIdKeepsIt() {
        long set = setFromProlific();
        String token = lab.invite(set, 1).get(0);
        Visitor visitor = visitor(token, "?PROLIFIC_PID=" + ID);

        visitor.get("/join/" + token);
        visitor.get("/join/" + token + "?PROLIFIC_PID=");
        agree(visitor, token);

        assertThat(hmacs(set)).hasSize(1);
    }

    @Test
    void nothingThatIsKeptTellsTheId(CapturedOutput output) {
        long set = setFromProlific();
        List<String> tokens = lab.invite(set, 3);
        agree(visitor(tokens.get(0), "?PROLIFIC_PID=" + ID), tokens.get(0));
        person(tokens.get(1)).consent(consent(ID)).expect(409);
        person(tokens.get(2)).consent(consent(ID + "2")).expect(200);
        person(tokens.get(2)).consent(consent(ID + " and more")).expectFault(422, "outsideId");

        assertThat(hmacs(set)).hasSize(2).allMatch(hmac -> hmac.matches("[0-9a-f]{64}"));
        assertThat(everythingInTheDatabase()).contains(hmacs(set)).doesNotContain("Somebody");
        assertThat(output.getAll()).doesNotContain("Somebody");
    }

    private String everythingInTheDatabase() {
        StringBuilder all = new StringBuilder();
        for (String table : jdbc.sql("select table_name from information_schema.tables where table_schema = 'public'")
                .query(String.class)
                .list()) {
            all.append(jdbc.sql("select * from \"" + table + "\"").query().listOfRows());
        }
        return all.toString();
    }

    @Test
    void oneIdTakesOnePlaceByWhateverLink() {
        long set = setFromProlific();
        List<String> tokens = lab.invite(set, 4);
        person(tokens.get(0)).consent(consent(ID)).expect(200);

        person(tokens.get(1)).consent(consent(ID)).expectProblem(409, "by another invitation");
        Visitor again = visitor(tokens.get(2), "?PROLIFIC_PID=" + ID);
        assertThat(again.get(home(tokens.get(2))).body())
                .contains("You are taking part already", "lab@example.org")
                .doesNotContain("I agree");

        assertThat(placesTaken(set)).isEqualTo(1);
        assertThat(lab.progress(set).get("participants")).hasSize(1);
        person(tokens.get(0)).consent(consent(ID)).expect(200);
        person(tokens.get(0)).answer(0, 1, 1, 1).expect(200);
        person(tokens.get(1)).consent(consent(ID + "2")).expect(200);
        person(tokens.get(3)).consent().expect(200);
    }

    @Test
    void whoIsRefusedAfterThePageWasOpenedReadsWhy() {
        long set = setFromProlific();
        List<String> tokens = lab.invite(set, 2);
        Visitor late = visitor(tokens.get(1), "?PROLIFIC_PID=" + ID);
        String formToken = late.formToken(home(tokens.get(1)));
        person(tokens.get(0)).consent(consent(ID)).expect(200);

        HttpResponse<String> refused =
                late.send(home(tokens.get(1)) + "/consent", Map.of("accepted", "true", "_csrf", formToken));

        assertThat(refused.body()).contains("You are taking part already");
        assertThat(placesTaken(set)).isEqualTo(1);
    }

    @Test
    void fiftyLinksAtOnceWithOneIdTakeOnePlace() throws Exception {
        long set = lab.openSet(studyFrom("Prolific", "PROLIFIC_PID", COMPLETE), 20);
        List<Callable<Integer>> calls = new ArrayList<>();
        for (String token : lab.invite(set, 50)) {
            calls.add(() -> person(token).consent(consent(ID)).status());
        }

        List<Integer> statuses = atOnce(calls);

        assertThat(statuses)
                .containsOnlyOnce(200)
                .filteredOn(status -> status == 409)
                .hasSize(49);
        assertThat(placesTaken(set)).isEqualTo(1);
        assertThat(hmacs(set)).hasSize(1);
        assertThat(lab.progress(set).get("participants")).hasSize(1);
    }

    private static List<Integer> atOnce(List<Callable<Integer>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<Integer>> running = calls.stream()
                    .map(call -> threads.submit(() -> {
                        start.await();
                        return call.call();
                    }))
                    .toList();
            start.countDown();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> status : running) {
                statuses.add(status.get());
            }
            return statuses;
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void whoFindsNoPlaceLeavesNoTraceOfTheirId() {
        long set = lab.openSet(
                lab.study(Map.of("capacity", 1, "recruiter", Map.of("name", "MTurk", "idParameter", "workerId"))), 2);
        List<String> tokens = lab.invite(set, 2);
        person(tokens.get(0)).consent(consent(ID)).expect(200);

        person(tokens.get(1)).consent(consent(ID + "2")).expectProblem(409, "full");

        assertThat(hmacs(set)).hasSize(1);
        person(tokens.get(0)).withdraw().expect(204);
        person(tokens.get(1)).consent(consent(ID + "2")).expect(200);
    }

    @Test
    void nothingIsKeptOfAnIdWhereNoRecruiterIsNamed() {
        long set = lab.openSet(lab.study(), 2);
        List<String> tokens = lab.invite(set, 2);

        person(tokens.get(0)).consent(consent(ID)).expect(200);
        person(tokens.get(1)).consent(consent(ID)).expect(200);

        assertThat(hmacs(set)).isEmpty();
    }

    @Test
    void anIdHasAPlaceInEachSetAndMeansNothingInAnotherStudy() {
        long study = studyFrom("Prolific", "PROLIFIC_PID", COMPLETE);
        long first = lab.openSet(study, 2);
        Map<String, Object> parts = new HashMap<>(Lab.parts(Lab.manifest(2), Lab.zip(2)));
        parts.put("number", "2");
        long second = staff.upload("/api/v1/studies/" + study + "/sets", parts)
                .expect(201)
                .json()
                .get("id")
                .asLong();
        lab.open(second);
        long other = setFromProlific();

        for (long set : new long[] {first, second, other}) {
            person(lab.invite(set, 1).get(0)).consent(consent(ID)).expect(200);
        }

        assertThat(hmacs(first)).isEqualTo(hmacs(second)).doesNotContainAnyElementsOf(hmacs(other));
    }

    @Test
    void whoErasesCanComeAgainAndWhoLeavesAnswersCannot() {
        long set = setFromProlific();
        List<String> tokens = lab.invite(set, 3);
        person(tokens.get(0)).consent(consent(ID)).expect(200);

        person(tokens.get(0)).withdraw().expect(204);

        assertThat(hmacs(set)).isEmpty();
        person(tokens.get(1)).consent(consent(ID)).expect(200);
        Api.stranger(port)
                .bearing(tokens.get(1))
                .delete("/api/v1/participant?answers=KEEP")
                .expect(204);
        assertThat(hmacs(set)).hasSize(1);
        person(tokens.get(2)).consent(consent(ID)).expectProblem(409, "by another invitation");
        person(tokens.get(1)).withdraw().expect(204);
        assertThat(hmacs(set)).isEmpty();
    }

    @Test
    void theLastPageLeadsBackWithIdAndCode() {
        long set = lab.openSet(
                studyFrom("SONA", "survey_code", "https://lab.example/credit?a=1&survey_code={id}&code={code}"), 2);
        String token = lab.invite(set, 1).get(0);
        Visitor visitor = visitor(token, "?survey_code=7%269%22%3C%2B%C3%BC");
        agree(visitor, token);
        String code = finish(token);

        HttpResponse<String> page = visitor.get(home(token) + "/thanks");

        assertThat(page.body())
                .contains("href=\"https://lab.example/credit?a=1&amp;survey_code=7%269%22%3C%2B%C3%BC&amp;code=" + code
                        + "\"")
                .contains("One step is left: go back to SONA", ">Back to SONA<", "If SONA asks for a code", code)
                .doesNotContain("Copy it to where");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        Visitor elsewhere = visitor(token, "");
        assertThat(elsewhere.get(home(token) + "/thanks").body())
                .as("on another device nobody knows the ID")
                .contains(code, "Copy it to where")
                .doesNotContain("lab.example/credit", "Back to SONA");
    }

    private String finish(String token) {
        for (int position = 0; position < 2; position++) {
            person(token).answer(position, 1, 2, 3).expect(200);
        }
        return person(token).complete(2).expect(200).text("code");
    }

    @Test
    void anAddressThatNeedsNoIdLeadsBackFromEveryDevice() {
        String token = lab.invite(setFromProlific(), 1).get(0);
        person(token).consent().expect(200);
        finish(token);

        assertThat(visitor(token, "").get(home(token) + "/thanks").body()).contains("href=\"" + COMPLETE + "\"");
    }

    @Test
    void withoutAnAddressTheCodeIsAll() {
        String token = lab.invite(lab.openSet(studyFrom("MTurk", "workerId", ""), 2), 1)
                .get(0);
        person(token).consent(consent(ID)).expect(200);
        String code = finish(token);

        assertThat(visitor(token, "").get(home(token) + "/thanks").body())
                .contains(code, "Copy it to where")
                .doesNotContain("MTurk");
    }
}
