package org.c25.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.c25.invitations.ParticipantCookie;
import org.c25.recruiting.ExternalId;
import org.c25.recruiting.ExternalIds;
import org.c25.security.Secret;
import org.c25.testing.Api;
import org.c25.testing.Api.Answer;
import org.c25.testing.AtOnce;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Person;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A recruiter's ID is a name and no key: who comes by link and ID on another device goes on where no answer is, and
 * neither reads nor changes what was answered before, until the return code shows that it is the same person.
 */
@OnBothDatabases
class ComingOnAnotherDeviceTest {

    private static final String ID = "5f3a9c0e7d12ab";
    private static final int TRIALS = 12;
    private static final String API = "/api/v1/participant";

    /** All that such a device may call, at a trial without an answer; whoever adds an address thinks of who may call it. */
    private static final Set<String> OPEN = Set.of(
            "GET /p/{ref}",
            "GET /p/{ref}/language",
            "GET /p/{ref}/declined",
            "POST /p/{ref}/consent",
            "POST /p/{ref}/waiting",
            "POST /p/{ref}/waiting/end",
            "GET /p/{ref}/questions",
            "POST /p/{ref}/questions",
            "GET /p/{ref}/instructions",
            "GET /p/{ref}/practice",
            "GET /p/{ref}/practice/{number}",
            "POST /p/{ref}/practice/{number}",
            "GET /p/{ref}/practice/done",
            "GET /p/{ref}/practice/faces/{number}.png",
            "GET /p/{ref}/trials",
            "GET /p/{ref}/trials/{position}",
            "POST /p/{ref}/trials/{position}",
            "POST /p/{ref}/trials/{position}/picture-report",
            "GET /p/{ref}/unloaded",
            "GET /p/{ref}/break",
            "GET /p/{ref}/queue",
            "GET /p/{ref}/closing",
            "POST /p/{ref}/closing",
            "POST /p/{ref}/completion",
            "GET /p/{ref}/thanks",
            "GET /p/{ref}/return",
            "POST /p/{ref}/return",
            "GET /p/{ref}/return-code",
            "POST /p/{ref}/return-code",
            "POST {api}/consent",
            "POST {api}/return",
            "POST {api}/return-code",
            "POST {api}/waiting",
            "DELETE {api}/waiting",
            "GET {api}/trials",
            "GET {api}/images/{key}",
            "GET {api}/standing",
            "PUT {api}/trials/{position}/annotation",
            "POST {api}/trials/{position}/picture-report",
            "POST {api}/completion");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ExternalIds externalIds;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private Api staff;
    private Lab lab;
    private long set;
    private String link;

    @BeforeEach
    void aSetWithARecruitingLink() {
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
        set = lab.openSet(
                lab.study(Map.of(
                        "capacity",
                        20,
                        "repeatShare",
                        0,
                        "contact",
                        "lab@example.org",
                        "closingQuestions",
                        List.of(),
                        "recruiter",
                        Map.of("name", "SONA", "idParameter", "id", "returnUrl", "https://credit.example/?id={id}"))),
                TRIALS);
        String url = staff.post("/api/v1/sets/" + set + "/recruiting-link")
                .expect(201)
                .text("url");
        link = url.substring(url.indexOf("/recruit/")) + "?id=" + ID;
    }

    /** Somebody who opens the link in a browser of their own, and chooses a language. */
    private Visitor browser() {
        Visitor visitor = new Visitor(port);
        visitor.get(link);
        visitor.get(home() + "?language=en");
        return visitor;
    }

    private String home() {
        return Api.stranger(port).get(link).expect(302).place();
    }

    private Visitor agreed() {
        Visitor visitor = browser();
        visitor.post(home() + "/consent", Map.of("accepted", "true"), home());
        return visitor;
    }

    /** A program's token: what opening the link gives a device. */
    private String token() {
        return Api.stranger(port).get(link).expect(302).response().headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.matches("c25-(invitation|arrival)=.*"))
                .map(cookie -> Visitor.found("c25-[a-z]+=([^;]+);", cookie))
                .findFirst()
                .orElseThrow();
    }

    private Api bearing(String token) {
        return Api.stranger(port).bearing(token);
    }

    private Person person(String token) {
        return new Person(Api.stranger(port), token);
    }

    private static Map<String, Object> consent() {
        return Map.of("accepted", true, "locale", "en", "outsideId", ID);
    }

    private static String codeIn(HttpResponse<String> page) {
        return Visitor.found("class=\"return-code\".*?<strong[^>]*>([0-9A-Z]{4}-[0-9A-Z]{4})<", page.body());
    }

    private List<Map<String, Object>> answersKept() {
        return jdbc.sql("""
                        select a.* from annotation a join participant p on p.id = a.participant_id
                        where p.set_id = ? order by a.position, a.revision""").param(set).query().listOfRows();
    }

    @Test
    void theFirstDeviceDoesEverythingAndTheSecondGoesOnWhereNoAnswerIs() {
        String first = token();
        person(first).consent(consent()).expect(200);
        person(first).answer(0, 3, 7, 8).expect(200);
        String second = token();

        assertThat(person(second).trials())
                .extracting(trial -> trial.get("position").asInt())
                .containsExactlyElementsOf(IntStream.range(1, TRIALS).boxed().toList());
        person(second).answer(1, 1, 2, 3).expect(200);
        person(second).answer(0, 1, 1, 1).expectProblem(403, "return code");
        person(second).answer(1, 1, 1, 1).expectProblem(403, "return code");
        person(second).answers().expectProblem(403, "return code");
        person(second).data().expectProblem(403, "return code");
        person(second).withdraw().expectProblem(403, "return code");
        bearing(second).delete(API + "?answers=KEEP").expect(403);
        bearing(second).get(API + "/return-code").expect(403);

        assertThat(person(first).answers().expect(200).json()).hasSize(2);
        person(first).answer(1, 2, 2, 2).expect(200);
        assertThat(person(first).trials()).hasSize(TRIALS);
    }

    @Test
    void whatTheSecondDeviceSentItselfIsAcknowledgedAgain() {
        String first = token();
        person(first).consent(consent()).expect(200);
        String second = token();
        Map<String, Object> answer = Person.body(UUID.randomUUID().toString(), 2, 3, 4);

        String reply = person(second).answer(0, answer).expect(200).body();

        assertThat(person(second).answer(0, answer).expect(200).body()).isEqualTo(reply);
        person(first).answer(0, 5, 5, 5).expect(200);
        assertThat(person(second).answer(0, answer).expect(200).body()).isEqualTo(reply);
        Map<String, Object> other = Person.body(String.valueOf(answer.get("id")), 2, 3, 5);
        person(second).answer(0, other).expect(409);
    }

    @Test
    void ofTwoDevicesThatComeBeforeConsentTheOneThatTakesThePlaceHasIt() {
        String first = token();
        String second = token();

        person(second).consent(consent()).expect(200);

        person(first).consent(consent()).expect(200);
        person(second).answer(0, 1, 1, 1).expect(200);
        person(first).answers().expect(403);
        person(second).answers().expect(200);
    }

    @Test
    void theDeviceThatTookThePlaceHasItAlsoWhenItOpensTheLinkAgain() {
        Visitor visitor = agreed();

        visitor.get(link);

        assertThat(visitor.get(home() + "/answers.csv").statusCode()).isEqualTo(200);
        assertThat(browser().get(home() + "/answers.csv").statusCode()).isEqualTo(403);
    }

    @Test
    void aCookieFromBeforeKeepsItsRights() {
        String before = externalIds.secret(set, new ExternalId(ID)).text();
        jdbc.sql("""
                        insert into invitation (set_id, secret_hash, created_at, recruiting_link_id)
                        select set_id, ?, created_at, id from recruiting_link where valid_for = ?""").params(new Secret(before).hash(), set).update();
        person(before).consent(consent()).expect(200);

        person(before).answer(0, 1, 1, 1).expect(200);
        person(before).answers().expect(200);
        person(token()).answers().expect(403);
        assertThat(ParticipantCookie.home(new Secret(before))).isEqualTo(home());
    }

    @Test
    void theReturnCodeIsShownWhereItBelongsAndOpensEverythingElsewhere() {
        Visitor first = browser();
        HttpResponse<String> begun = first.post(home() + "/consent", Map.of("accepted", "true"), home());
        String code = codeIn(begun);
        assertThat(codeIn(first.get(home() + "/break"))).isEqualTo(code);
        assertThat(codeIn(first.get(home() + "/trials")))
                .as("in the break's dialog")
                .isEqualTo(code);
        assertThat(codeIn(first.get(home() + "/withdrawal"))).isEqualTo(code);
        assertThat(codeIn(first.get(home() + "/return-code"))).isEqualTo(code);
        Visitor second = browser();

        HttpResponse<String> closed = second.get(home() + "/withdrawal");
        assertThat(closed.statusCode()).isEqualTo(403);
        assertThat(closed.body())
                .contains("Your return code", "lab@example.org")
                .doesNotContain(code);
        for (String page : List.of("/break", "/trials", "/return-code", "/instructions")) {
            assertThat(second.get(home() + page).body()).doesNotContain(code);
        }
        HttpResponse<String> wrong =
                second.post(home() + "/return-code", Map.of("code", "AAAA-AAAA"), home() + "/return-code");
        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(wrong.body()).contains("That is not your return code");
        String typed =
                " " + code.toLowerCase(java.util.Locale.ROOT).replace("-", " ").replace('0', 'o') + " ";
        second.post(home() + "/return-code", Map.of("code", typed), home() + "/return-code");

        assertThat(second.get(home() + "/withdrawal").body()).contains("Leave the study");
        assertThat(second.get(home() + "/answers.csv").statusCode()).isEqualTo(200);
        assertThat(first.get(home() + "/answers.csv").statusCode()).isEqualTo(200);
        second.get(link);
        assertThat(second.get(home() + "/answers.csv").statusCode())
                .as("after the link")
                .isEqualTo(200);
    }

    @Test
    void theFormOnThePageThatTurnsSomebodyAwayWorks() {
        String code = codeIn(agreed().get(home() + "/return-code"));
        Visitor second = browser();

        HttpResponse<String> open = second.post(home() + "/return-code", Map.of("code", code), home() + "/withdrawal");

        assertThat(open.statusCode()).isEqualTo(200);
        assertThat(second.get(home() + "/withdrawal").statusCode()).isEqualTo(200);
    }

    @Test
    void programsShowTheCodeTooAndGetATokenThatOpensEverything() {
        String first = token();
        assertThat(bearing(first).get(API + "/return-code").status()).isEqualTo(403);
        String code = person(first).consent(consent()).expect(200).text("returnCode");
        assertThat(person(first).consent(consent()).expect(200).text("returnCode"))
                .isEqualTo(code);
        assertThat(bearing(first).get(API + "/return-code").expect(200).text("code"))
                .isEqualTo(code);
        String second = token();
        assertThat(person(second).consent(consent()).expect(200).json().has("returnCode"))
                .isFalse();

        bearing(second).post(API + "/return-code", Map.of()).expectFault(422, "code");
        String full = bearing(second)
                .post(API + "/return-code", Map.of("code", code))
                .expect(200)
                .text("token");

        person(full).answers().expect(200);
        person(second).answers().expect(403);
        String own = lab.invite(set, 1).get(0);
        assertThat(person(own).consent().expect(200).json().has("returnCode")).isFalse();
        bearing(own).get(API + "/return-code").expect(404);
    }

    @Test
    void aTokenThatSomebodyMadeUpOpensNothing() {
        String first = token();
        person(first).consent(consent()).expect(200);
        String second = token();

        person("k" + second.substring(1)).answers().expect(401);
        person(second + "x").standing().expect(401);
        person(second.replaceFirst("\\.\\d+\\.", ".1.")).standing().expect(401);
        person(second).standing().expect(200);
    }

    @Test
    void fiveWrongCodesLockItForAWhileAndNobodyOut() {
        String first = token();
        String code = person(first).consent(consent()).expect(200).text("returnCode");
        Api second = bearing(token());
        for (int i = 0; i < 5; i++) {
            second.post(API + "/return-code", Map.of("code", "0000-0000")).expectProblem(403, "code");
        }

        Api.Answer locked =
                second.post(API + "/return-code", Map.of("code", code)).expectProblem(429, "Too many");

        assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(1, 901);
        bearing(token()).post(API + "/return-code", Map.of("code", code)).expect(429);
        Visitor browser = browser();
        HttpResponse<String> page =
                browser.post(home() + "/return-code", Map.of("code", code), home() + "/return-code");
        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.body()).contains("too many wrong codes");
        assertThat(page.headers().firstValue("Retry-After")).isPresent();
        person(first).answers().expect(200);
        bearing(first).post(API + "/return-code", Map.of("code", code)).expect(200);
        jdbc.sql("update invitation set code_attempts_until = current_timestamp where set_id = ?")
                .param(set)
                .update();
        second.post(API + "/return-code", Map.of("code", code)).expect(200);
    }

    @Test
    void ofManyCodesAtOnceFiveAreLookedAt() throws Exception {
        String first = token();
        person(first).consent(consent()).expect(200);
        Api second = bearing(token());

        List<Integer> statuses = AtOnce.all(IntStream.range(0, 40)
                .<Callable<Integer>>mapToObj(i ->
                        () -> second.post(API + "/return-code", Map.of("code", "0000-" + (1000 + i)))
                                .status())
                .toList());

        assertThat(statuses).filteredOn(status -> status == 403).hasSize(5);
        assertThat(statuses).filteredOn(status -> status == 429).hasSize(35);
    }

    @Test
    void theLastPageIsForBothAndTheReceiptIsNot() {
        Visitor first = agreed();
        String token = token();
        for (int position = 0; position < TRIALS; position++) {
            person(token).answer(position, 1, 2, 3).expect(200);
        }

        String completion = person(token).complete(TRIALS).expect(200).text("code");

        Visitor second = browser();
        assertThat(second.get(home() + "/thanks").body())
                .contains(completion, "https://credit.example/?id=" + ID, "you need your return code")
                .doesNotContain("receipt.txt", "answers.csv", "/withdrawal");
        assertThat(second.get(home() + "/receipt.txt").statusCode()).isEqualTo(403);
        HttpResponse<String> thanks = first.get(home() + "/thanks");
        assertThat(thanks.body()).contains(completion, "receipt.txt", "answers.csv");
        assertThat(codeIn(thanks)).isNotEqualTo(completion);
    }

    @Test
    void whoHasEverythingErasedTakesEveryTokenWithThem() {
        String first = token();
        String code = person(first).consent(consent()).expect(200).text("returnCode");
        String second = token();
        String full = bearing(second)
                .post(API + "/return-code", Map.of("code", code))
                .expect(200)
                .text("token");

        person(full).withdraw().expect(204);

        person(full).standing().expect(401);
        for (String token : List.of(first, second)) {
            person(token).standing().expectProblem(409, "Consent first");
        }
        String anew = token();
        assertThat(person(anew).consent(consent()).expect(200).text("returnCode"))
                .as("the same ID, another person as far as is known")
                .isNotBlank()
                .isNotEqualTo(code);
        bearing(token()).post(API + "/return-code", Map.of("code", code)).expect(403);
        person(anew).answers().expect(200);
        person(full).standing().expect(401);
        person(first).answers().expect(403);
    }

    @Test
    void whatWasGivenBeforeEverythingWasErasedComesIntoNoOtherParticipation() {
        String token = token();
        Map<String, Object> late = Person.body(UUID.randomUUID().toString(), 5, 5, 5);
        person(token).consent(consent()).expect(200);
        String before = person(token).standing().text("participation");
        person(token).answer(0, late, before).expect(200);
        person(token).withdraw().expect(204);
        person(token).answer(0, late, before).expectProblem(409, "another participation");
        String anew = token();
        person(anew).consent(consent()).expect(200);
        String now = person(anew).standing().text("participation");
        assertThat(now).isNotEqualTo(before);

        Answer refused = person(token).answer(0, late, before).expectProblem(409, "participation: ");

        assertThat(refused.json().get("otherParticipation").asBoolean()).isTrue();
        assertThat(answersKept()).isEmpty();
        bearing(anew)
                .saying("C25-Participation", before)
                .post(API + "/trials/1/picture-report", Map.of("reason", "status 404"))
                .expectProblem(409, "another participation");
        person(anew).answer(0, late, now).expect(200);
        person(anew).answer(1, 1, 1, 1).expect(200);
        assertThat(answersKept()).hasSize(2);
    }

    @Test
    void aFormFromBeforeEverythingWasErasedIsNoAnswer() {
        Visitor stale = agreed();
        String before = Visitor.found("data-participation=\"([0-9a-f]+)\"", trials(stale));
        assertThat(trials(stale)).contains("name=\"participation\" value=\"" + before + "\"", "data-only=\"true\"");
        stale.post(home() + "/withdrawal", Map.of("answers", "ERASE"), home() + "/withdrawal");
        Visitor anew = agreed();
        assertThat(trials(anew)).doesNotContain(before, "data-only=\"true\"");
        Map<String, String> form = Map.of("expression", "1", "valence", "2", "arousal", "3", "participation", before);

        HttpResponse<String> refused = anew.post(home() + "/trials/0", form, home() + "/trials");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("not part of your present participation", "data-position=\"0\"");
        anew.post(home() + "/trials/0/picture-report", form, home() + "/trials");
        assertThat(answersKept()).isEmpty();
        assertThat(trials(anew)).as("nor a report of a picture").contains("data-position=\"0\"");
    }

    private String trials(Visitor visitor) {
        return visitor.get(home() + "/trials").body();
    }

    @Test
    void aParticipationGoesOnWithAnotherTokenAndInAnotherPlace() {
        String token = token();
        String code = person(token).consent(consent()).expect(200).text("returnCode");
        String before = person(token).standing().text("participation");
        String elsewhere = bearing(token())
                .post(API + "/return-code", Map.of("code", code))
                .expect(200)
                .text("token");
        lab.release(set, 0);
        lab.invite(set, 1).forEach(other -> person(other).consent().expect(200));

        assertThat(bearing(elsewhere).post(API + "/return").expect(200).number("participant"))
                .isEqualTo(1);

        assertThat(person(elsewhere).standing().text("participation")).isEqualTo(before);
        person(token)
                .answer(0, Person.body(UUID.randomUUID().toString(), 5, 5, 5), before)
                .expect(200);
    }

    @Test
    void nothingThatIsKeptTellsTheCodeOrAToken() {
        String first = token();
        String code = person(first).consent(consent()).expect(200).text("returnCode");
        String second = token();
        String full = bearing(second)
                .post(API + "/return-code", Map.of("code", code))
                .expect(200)
                .text("token");

        StringBuilder kept = new StringBuilder();
        for (String table : List.of("invitation", "participant", "audit_event", "slot_event", "outside_id")) {
            kept.append(jdbc.sql("select * from " + table).query().listOfRows());
        }

        String front = String.join(".", List.of(first.split("\\.")).subList(0, 5));
        assertThat(kept)
                .contains(new Secret(front).hash())
                .doesNotContain(front)
                .doesNotContain(first, second, full, code);
        assertThat(kept).doesNotContain(code.replace("-", ""));
    }

    @Test
    void everyAddressIsClosedToLinkAndIdUnlessItIsNamedHere() {
        String first = token();
        person(first).consent(consent()).expect(200);
        person(first).answer(0, 3, 7, 8).expect(200);
        String key = key(0);
        int unanswered = 1;
        String second = token();
        Visitor browser = browser();
        String form = browser.formToken(home() + "/return-code");

        Set<String> open = new TreeSet<>();
        for (Call call : calls()) {
            int answered = call(browser, form, second, call, 0, key);
            if (call.pattern().contains("{position}") || call.pattern().contains("{key}")) {
                assertThat(answered).as(call + " at an answered trial").isEqualTo(403);
                if (call(browser, form, second, call, unanswered, key(unanswered)) != 403) {
                    open.add(call.name());
                }
                unanswered++; // The call may have answered it.
            } else if (answered != 403 || call.isReturnCode()) {
                open.add(call.name());
            }
        }

        assertThat(open).isEqualTo(new TreeSet<>(OPEN));
    }

    /** A long walk in which nothing is left out by design: whatever it calls, what was answered stays, and unread. */
    @Test
    void whateverAnUnsignedDeviceCallsNoEarlierAnswerIsReadOrChanged() {
        Random random = new Random(20_250_731);
        String first = token();
        person(first).consent(consent()).expect(200);
        List<String> secrets = new ArrayList<>();
        for (int position : List.of(0, 2)) {
            String id = UUID.randomUUID().toString();
            person(first).answer(position, Person.body(id, 3, 7, 8)).expect(200);
            secrets.add(id);
        }
        List<Map<String, Object>> before = answersKept();
        String code = bearing(first).get(API + "/return-code").expect(200).text("code");
        String second = token();
        Visitor browser = browser();
        String form = browser.formToken(home() + "/return-code");
        List<Call> calls = new ArrayList<>(calls());
        for (int step = 0; step < 100; step++) {
            Call call = calls.get(random.nextInt(calls.size()));
            int position = random.nextInt(TRIALS);
            Api.Answer answer = send(browser, form, second, call, position, key(position), random);
            assertThat(answer == null ? "" : answer.body())
                    .as(call.toString())
                    .doesNotContain(secrets)
                    .doesNotContain(code);
        }

        assertThat(answersKept().stream()
                        .filter(row -> List.of(0, 2).contains(((Number) row.get("position")).intValue()))
                        .toList())
                .isEqualTo(before);
        person(first).answers().expect(200);
    }

    /** @param pattern with {@code {api}} for either of the API's two places */
    private record Call(String method, String pattern, boolean forPrograms) {

        String name() {
            return method + " " + pattern;
        }

        boolean isReturnCode() {
            return method.equals("POST") && pattern.endsWith("/return-code");
        }
    }

    private Set<Call> calls() {
        Set<Call> calls = new HashSet<>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/p/") || pattern.startsWith(API))
                        .forEach(pattern -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> calls.add(new Call(
                                        method.name(),
                                        pattern.replaceFirst("^(" + API + "|/p/\\{ref}/api)(?=/|$)", "{api}"),
                                        pattern.startsWith(API))))));
        assertThat(calls).hasSizeGreaterThan(40);
        return calls;
    }

    private int call(Visitor browser, String form, String token, Call call, int position, String key) {
        Random none = new Random(0);
        Api.Answer answer = send(browser, form, token, call, position, key, none);
        return answer == null ? lastPage : answer.status();
    }

    private int lastPage;

    /** By the API as a program, or, where the address is a page's, as a browser; null then, with the status kept. */
    private Api.Answer send(
            Visitor browser, String form, String token, Call call, int position, String key, Random random) {
        String api = call.forPrograms() ? API : home() + "/api";
        String path = call.pattern()
                .replace("{api}", api)
                .replace("/p/{ref}", home())
                .replace("{position}", String.valueOf(position))
                .replace("{number}", "1")
                .replace("{key}", key);
        if (call.pattern().startsWith("{api}")) {
            Api caller =
                    call.forPrograms() ? bearing(token) : Api.stranger(port).saying("Cookie", "c25-arrival=" + token);
            return switch (call.method()) {
                case "GET" -> caller.get(path);
                case "DELETE" -> caller.delete(path);
                case "PUT" -> caller.put(path, Person.body(UUID.randomUUID().toString(), random.nextInt(8), 5, 5));
                default -> caller.post(path, body(call, random));
            };
        }
        HttpResponse<String> page = call.method().equals("GET")
                ? browser.get(path)
                : browser.send(
                        path,
                        Map.of(
                                "_csrf",
                                form,
                                "accepted",
                                "true",
                                "answers",
                                "ERASE",
                                "code",
                                "0000-0000",
                                "id",
                                UUID.randomUUID().toString(),
                                "expression",
                                "1",
                                "valence",
                                "2",
                                "arousal",
                                "3"));
        lastPage = page.statusCode();
        return null;
    }

    private static Map<String, Object> body(Call call, Random random) {
        if (call.isReturnCode()) {
            return Map.of("code", "0000-" + (1000 + random.nextInt(9000)));
        }
        return call.pattern().endsWith("/consent")
                ? consent()
                : Map.of("answered", TRIALS, "reason", "not seen", "outsideId", ID);
    }

    private String key(int position) {
        return jdbc.sql("""
                        select t.image_key from trial t join participant p on p.id = t.participant_id
                        where p.set_id = ? and t.position = ?""").params(set, position).query(String.class).single();
    }
}
