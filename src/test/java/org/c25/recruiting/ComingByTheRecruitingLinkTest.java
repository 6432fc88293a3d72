package org.c25.recruiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.c25.security.Secret;
import org.c25.testing.Api;
import org.c25.testing.AtOnce;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Person;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One link for everybody whom a recruiter sends: an ID always comes to the same place, and nothing kept tells the ID. */
@ExtendWith(OutputCaptureExtension.class)
@OnBothDatabases
class ComingByTheRecruitingLinkTest {

    private static final String ID = "5f3a9c0e7d12ab-Somebody";

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

    private long study(int capacity) {
        return lab.study(Map.of(
                "capacity",
                capacity,
                "repeatShare",
                0,
                "contact",
                "lab@example.org",
                "recruiter",
                Map.of("name", "Prolific", "idParameter", "PROLIFIC_PID")));
    }

    private long set() {
        return lab.openSet(study(5), 2);
    }

    /** A path, without the ID. */
    private String link(long set) {
        String url = staff.post(path(set)).expect(201).text("url");
        assertThat(url).matches("http://localhost:" + port + "/recruit/[A-Za-z0-9_-]{32}");
        return url.substring(url.indexOf("/recruit/")) + "?PROLIFIC_PID=";
    }

    private static String path(long set) {
        return "/api/v1/sets/" + set + "/recruiting-link";
    }

    /** What opening the link put into a cookie: another one on each device. */
    private String tokenOf(Api.Answer opened) {
        return opened.expect(302).response().headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.matches("c25-(invitation|arrival)=.*"))
                .map(cookie -> Visitor.found("c25-[a-z]+=([^;]+);", cookie))
                .findFirst()
                .orElseThrow();
    }

    private String open(String link, String id) {
        return tokenOf(Api.stranger(port).get(link + id));
    }

    /** The address to which opening the link leads: of one invitation, the same on every device. */
    private String homeOf(String link, String id) {
        return Api.stranger(port).get(link + id).expect(302).place();
    }

    private Person person(String token) {
        return new Person(Api.stranger(port), token);
    }

    private static Map<String, Object> consent(String outsideId) {
        return Map.of("accepted", true, "locale", "en", "outsideId", outsideId);
    }

    private Visitor browser() {
        Visitor visitor = new Visitor(port);
        visitor.get("/sign-in?language=en");
        return visitor;
    }

    private int count(String table, long set) {
        return jdbc.sql("select count(*) from " + table + " where set_id = ?")
                .param(set)
                .query(Integer.class)
                .single();
    }

    @Test
    void anIdComesToTheSameInvitationOnEveryDeviceAndItsPlaceGoesOn() {
        long set = set();
        String link = link(set);

        String token = open(link, ID);

        String home = homeOf(link, ID);
        assertThat(homeOf(link, ID)).isEqualTo(home);
        assertThat(homeOf(link, ID + "2")).isNotEqualTo(home);
        assertThat(count("invitation", set)).as("opening stores nothing").isZero();
        assertThat(lab.progress(set).get("participants"))
                .as("opening takes no place")
                .isEmpty();
        person(token).consent(consent(ID)).expect(200);
        person(token).answer(0, 1, 1, 1).expect(200);
        Visitor elsewhere = browser();
        assertThat(elsewhere.get(link + ID).body()).contains("class=\"trial\"");
        long other = lab.openSet(study(5), 2);
        assertThat(homeOf(link(other), ID)).as("in another set").isNotEqualTo(home);
    }

    @Test
    void thePageLeadsFromTheLinkToThePlace() {
        long set = set();
        String link = link(set);
        Visitor visitor = browser();
        visitor.get(link + ID);
        String home = homeOf(link, ID);
        visitor.get(home + "?language=en");

        HttpResponse<String> joined = visitor.post(home + "/consent", Map.of("accepted", "true"), home);

        assertThat(joined.body()).contains("How it works");
        assertThat(lab.progress(set).get("participants")).hasSize(1);
        assertThat(count("outside_id", set)).isEqualTo(1);
    }

    @Test
    void whoComesWithoutAnIdIsSentToTheRecruitersSite() {
        long set = set();
        String link = link(set);

        for (String query : List.of(
                "",
                "a%20b",
                "x".repeat(201),
                "null",
                "Undefined",
                "%20test%20",
                "PROLIFIC_PID",
                "%7B%7B%25PROLIFIC_PID%25%7D%7D",
                "%257B%257BPROLIFIC_PID%257D%257D",
                "%FF")) {
            Api.Answer answer =
                    Api.stranger(port).accepting("text/html").get(link + query).expect(422);
            assertThat(answer.body()).contains("Your ID is missing", "lab@example.org");
            assertThat(answer.header("Set-Cookie")).doesNotContain("c25-invitation");
        }

        assertThat(count("invitation", set)).isZero();
        Api.stranger(port).get("/recruit/unknown?PROLIFIC_PID=" + ID).expect(404);
    }

    /** As browsers send what stands in a link: not everything is encoded. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{%PROLIFIC_PID%}}",
                "{{%25PROLIFIC_PID%25}}",
                "%SURVEY_CODE%",
                "${workerId}",
                "[ID]",
                "<ID>",
                "%zz",
                "a|[b]|"
            })
    void aPlaceholderThatNobodyFilledInIsNoId(String placeholder) throws IOException {
        long set = set();
        String link = link(set);

        String reply = raw(link + placeholder);

        if (placeholder.equals("a|[b]|")) {
            assertThat(reply).as("unusual, but filled in").startsWith("HTTP/1.1 302");
            return;
        }
        assertThat(reply).startsWith("HTTP/1.1 422").contains("Your ID is missing", "lab@example.org");
        String invitation = "/join/" + lab.invite(set, 1).get(0);
        assertThat(raw(invitation + "?PROLIFIC_PID=" + placeholder))
                .startsWith("HTTP/1.1 422")
                .contains("Your ID is missing")
                .doesNotContain("c25-invitation");
        assertThat(raw(invitation)).as("a link that brings none").startsWith("HTTP/1.1 302");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/recruit/ab%zz", "/p/a\tb", "/join/%00", "/recruit/é", "/%zz"})
    void anAddressThatTheServerCantReadGetsAPageOfOurs(String address) throws IOException {
        assertThat(raw(address))
                .startsWith("HTTP/1.1 400")
                .contains("There is a problem", "/css/c25.css")
                .doesNotContain("Apache", "HTTP Status");
        assertThat(raw("/api/v1/%zz")).startsWith("HTTP/1.1 400").contains("application/problem+json");
    }

    @Test
    void aHostWithAnUnderscoreIsToldAsThat() throws IOException {
        assertThat(raw("/join/x", "c25_lab:8080"))
                .startsWith("HTTP/1.1 400")
                .contains("The name of this server, c25_lab:8080, has an underscore", "/css/c25.css")
                .doesNotContain("Apache", "HTTP Status");
        assertThat(raw("/api/v1/studies", "c25_lab:8080"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "c25_lab:8080", "underscore");
    }

    private String raw(String address) throws IOException {
        return raw(address, "localhost");
    }

    private String raw(String address, String host) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write(("GET " + address + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theApiTakesNoPlaceholderForAnId() {
        long set = set();
        String token = lab.invite(set, 1).get(0);

        for (String id : List.of("null", "{{%PROLIFIC_PID%}}", "%7BID%7D", "Prolific-Pid", "n/a", " ")) {
            person(token).consent(consent(id)).expectFault(422, "outsideId");
        }

        assertThat(count("participant", set)).isZero();
        person(token).consent(consent(" testa123 ")).expect(200);
        assertThat(Api.stranger(port).get(link(set) + "testa123").expect(409).body())
                .contains("You are taking part already");
    }

    @Test
    void aPlaceIsTakenOnlyWithTheIdThatOpenedTheLink() {
        long set = set();
        String token = open(link(set), ID);

        person(token).consent().expectProblem(409, "send the outsideId");
        person(token).consent(consent("another")).expectProblem(409, "Another person");

        assertThat(count("outside_id", set)).isZero();
        person(token).consent(consent(ID)).expect(200);
    }

    @Test
    void anIdWithAPlaceByAnInvitationHasNoSecondOneByTheLink() {
        long set = set();
        person(lab.invite(set, 1).get(0)).consent(consent(ID)).expect(200);

        assertThat(Api.stranger(port).get(link(set) + ID).expect(409).body()).contains("You are taking part already");

        assertThat(count("invitation", set)).isEqualTo(1);
    }

    @Test
    void fiftyTabsOfOnePersonAtOnceAreOneInvitationAndOnePlace() throws Exception {
        long set = set();
        String link = link(set);

        List<Integer> statuses = AtOnce.all(IntStream.range(0, 50)
                .<Callable<Integer>>mapToObj(
                        i -> () -> person(open(link, ID)).consent(consent(ID)).status())
                .toList());

        assertThat(statuses).hasSize(50).containsOnly(200);
        assertThat(count("invitation", set)).isEqualTo(1);
        assertThat(count("participant", set)).isEqualTo(1);
        assertThat(lab.progress(set).get("participants")).hasSize(1);
    }

    @Test
    void whoComesToAFullOrClosedSetReadsSoAndNothingIsKeptOfThem() {
        long set = lab.openSet(study(1), 2);
        String link = link(set);
        String early = open(link, "early");
        person(open(link, ID)).consent(consent(ID)).expect(200);

        assertThat(Api.stranger(port).get(link + "late").expect(409).body()).contains("All places are taken");
        person(early).consent(consent("early")).expectProblem(409, "full");
        staff.post("/api/v1/sets/" + set + "/opening").expect(204);
        lab.close(set);
        assertThat(Api.stranger(port).get(link + "late").expect(409).body()).contains("The study is closed");
        long draft = lab.draftSet(study(1), 2);
        assertThat(Api.stranger(port).get(link(draft) + "late").expect(409).body())
                .contains("Not open yet");

        assertThat(count("invitation", set)).isEqualTo(1);
        assertThat(count("invitation", draft)).isZero();
        assertThat(Api.stranger(port).get(link + ID).status())
                .as("who has a place goes on")
                .isEqualTo(302);
    }

    @Test
    void whoComesWhileTheSetIsPausedOrTheStudyOverReadsSo() {
        long study = study(2);
        long set = lab.openSet(study, 2);
        String link = link(set);
        Visitor admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);

        admin.post("/sets/" + set + "/pause", Map.of(), "/sets/" + set);
        assertThat(Api.stranger(port).get(link + ID).expect(409).body()).contains("The study is paused");
        admin.post("/sets/" + set + "/resumption", Map.of(), "/sets/" + set);
        staff.post("/api/v1/studies/" + study + "/archiving").expect(204);
        assertThat(Api.stranger(port).get(link + ID).expect(409).body()).contains("The study has ended");

        assertThat(count("invitation", set)).isZero();
    }

    @Test
    void aRevokedLinkKeepsNewcomersOutAndLeadsBackWhoHasAPlace() {
        long set = set();
        String link = link(set);
        String token = open(link, ID);
        String undecided = open(link, "undecided");
        person(token).consent(consent(ID)).expect(200);

        staff.delete(path(set)).expect(204);

        staff.delete(path(set)).expect(404);
        assertThat(Api.stranger(port).get(link + "new").expect(410).body())
                .contains("Nobody else can join by this link", "lab@example.org");
        Api.stranger(port).get(link + "undecided").expect(410);
        person(undecided).consent(consent("undecided")).expectProblem(409, "revoked");
        person(token).answer(0, 1, 1, 1).expect(200);
        String home = homeOf(link, ID);
        String next = link(set);
        assertThat(next).isNotEqualTo(link);
        assertThat(homeOf(next, ID)).isEqualTo(home);
        person(token).answer(1, 2, 2, 2).expect(200);
    }

    @Test
    void whoConsentsWhileTheLinkIsRevokedHasAPlaceOrLeavesNothing() throws Exception {
        long set = lab.openSet(study(12), 2);
        String link = link(set);
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            String id = "person-" + i;
            String token = open(link, id);
            calls.add(() -> person(token).consent(consent(id)).status());
        }
        calls.add(4, () -> staff.delete(path(set)).status());

        List<Integer> statuses = new ArrayList<>(AtOnce.all(calls));

        assertThat(statuses.remove(4)).isEqualTo(204);
        assertThat(statuses).isSubsetOf(200, 409);
        long joined = statuses.stream().filter(status -> status == 200).count();
        assertThat(count("invitation", set)).isEqualTo((int) joined);
        assertThat(count("participant", set)).isEqualTo((int) joined);
    }

    @Test
    void whoCameByARevokedLinkAndDidNotConsentComesByTheNextOne() {
        long set = set();
        String link = link(set);
        String first = open(link, "undecided");
        Visitor browser = browser();
        browser.get(link + "somebody");
        String home = homeOf(link, "somebody");
        staff.delete(path(set)).expect(204);
        String next = link(set);

        person(first).consent(consent("undecided")).expectProblem(409, "revoked");
        assertThat(browser.get(home).body()).contains("Nobody else can join by this link");
        assertThat(count("invitation", set)).isZero();
        String second = open(next, "undecided");
        person(first)
                .consent(consent("undecided"))
                .expectProblem(409, "revoked"); // Somebody else has opened the next link, not this device.
        person(second).consent(consent("undecided")).expect(200);
        person(first).answer(0, 1, 1, 1).expect(200); // As any device that comes by link and ID.
        browser.get(next + "somebody");
        browser.get(home + "?language=en");
        browser.post(home + "/consent", Map.of("accepted", "true"), home);
        assertThat(count("participant", set)).isEqualTo(2);
    }

    @Test
    void aTokenWhoseLinkIsChangedOrTakenOutLetsNobodyIn() {
        long set = set();
        String link = link(set);
        String before = open(link, ID);
        staff.delete(path(set)).expect(204);
        String next = open(link(set), ID);
        String[] parts = before.split("\\.");
        String front = String.join(".", List.of(parts).subList(0, 5));

        for (String forged : List.of(
                front,
                front + "." + next.split("\\.")[5] + "." + parts[6],
                front + "." + next.split("\\.")[5] + "." + next.split("\\.")[6],
                front + "." + parts[5] + "s." + parts[6])) {
            person(forged).consent(consent(ID)).expect(401);
        }
        person(next).consent(consent(ID)).expect(200);
    }

    /** A token from before tokens told their link is the front of one that does. */
    @Test
    void whoWaitsSinceTokensDidNotTellTheirLinkIsSentThroughItAgainAndKeepsTheirTurn() {
        long set = lab.openSet(
                lab.study(Map.of(
                        "capacity",
                        1,
                        "repeatShare",
                        0,
                        "recruiter",
                        Map.of("name", "Prolific", "idParameter", "PROLIFIC_PID"),
                        "recruitment",
                        Map.of("waitingList", true))),
                2);
        String link = link(set);
        person(open(link, ID)).consent(consent(ID)).expect(200);
        Visitor browser = browser();
        browser.get(link + "waits");
        String home = homeOf(link, "waits");
        String token = open(link, "waits");
        String old = String.join(".", List.of(token.split("\\.")).subList(0, 5));
        Api.stranger(port)
                .bearing(token)
                .post("/api/v1/participant/waiting", Map.of("outsideId", "waits"))
                .expect(200);

        person(old).consent(consent("waits")).expectProblem(409, "Open the recruiting link once more");
        Api.Answer page = Api.stranger(port)
                .saying("Cookie", "c25-invitation=" + old)
                .get(home)
                .expect(200);
        assertThat(page.body()).contains("Go back there and open it anew").doesNotContain("revoked");
        assertThat(browser.get(link + "waits").body()).contains("You are first in the list");
    }

    @Test
    void aLinkThatIsRestoredLetsInWhoHasOpenedItBefore() {
        long set = set();
        String token = open(link(set), ID);
        staff.delete(path(set)).expect(204);
        person(token).consent(consent(ID)).expectProblem(409, "revoked");

        staff.delete(path(set) + "/revocation").expect(204);

        person(token).consent(consent(ID)).expect(200);
    }

    /** What is kept of the device does not depend on the link by which it comes. */
    @Test
    void theDeviceOnWhichAPlaceWasTakenKnowsItByTheNextLinkToo() {
        long set = set();
        String link = link(set);
        Visitor browser = browser();
        browser.get(link + ID);
        String home = homeOf(link, ID);
        browser.get(home + "?language=en");
        browser.post(home + "/consent", Map.of("accepted", "true"), home);
        staff.delete(path(set)).expect(204);
        String next = link(set);

        browser.get(next + ID);

        assertThat(browser.get(home + "/api/return-code").statusCode()).isEqualTo(200);
    }

    @Test
    void aSetHasOneLinkAtATimeAndNeedsARecruiter() {
        long set = set();
        link(set);

        staff.post(path(set)).expectProblem(409, "already");
        staff.post(path(lab.openSet(lab.study(), 2))).expectProblem(409, "recruiter");
        staff.post(path(999_999)).expect(404);
        Api.stranger(port).post(path(set)).expect(401);
        assertThat(Api.stranger(port).get("/api/v1/openapi").json().at("/paths").propertyNames())
                .contains("/api/v1/sets/{set}/recruiting-link");
    }

    @Test
    void manyWhoMakeTheLinkAtOnceMakeOne() throws Exception {
        long set = set();

        List<Integer> statuses = AtOnce.all(IntStream.range(0, 10)
                .<Callable<Integer>>mapToObj(i -> () -> staff.post(path(set)).status())
                .toList());

        assertThat(statuses)
                .containsOnlyOnce(201)
                .filteredOn(status -> status == 409)
                .hasSize(9);
    }

    @Test
    void whoHasEverythingErasedCanComeAnewAndNothingLeadsToThemBefore() {
        long set = set();
        String link = link(set);
        Visitor visitor = browser();
        visitor.get(link + ID);
        String home = homeOf(link, ID);
        String token = open(link, ID);
        visitor.get(home + "?language=en");
        visitor.post(home + "/consent", Map.of("accepted", "true"), home);

        HttpResponse<String> left =
                visitor.post(home + "/withdrawal", Map.of("answers", "ERASE"), home + "/withdrawal");

        assertThat(left.body()).contains("You have withdrawn", "data-ref=\"" + home.substring(3) + "\"", "forget.js");
        assertThat(visitor.cookies()).doesNotContain("c25-invitation", "c25-outside-id");
        assertThat(jdbc.sql("select secret_hash from invitation where set_id = ?")
                        .param(set)
                        .query(String.class)
                        .list())
                .hasSize(1)
                .noneMatch(hash -> home.endsWith(hash.substring(0, 16)));
        person(token).standing().expectProblem(409, "Consent first");
        assertThat(visitor.get(link + ID).body()).contains("I agree");
        person(open(link, ID)).consent(consent(ID)).expect(200);
        assertThat(count("participant", set)).isEqualTo(1);
    }

    @Test
    void whoLeavesTheirAnswersComesBackToThem() {
        long set = set();
        String link = link(set);
        String token = open(link, ID);
        person(token).consent(consent(ID)).expect(200);

        Api.stranger(port)
                .bearing(token)
                .delete("/api/v1/participant?answers=KEEP")
                .expect(204);

        assertThat(browser().get(link + ID).body()).contains("The researchers keep the answers");
        person(token).consent(consent(ID)).expectProblem(409, "withdrawn");
    }

    @Test
    void anInvitationThatStaffRevokedStaysRevoked() {
        long set = set();
        String link = link(set);
        person(open(link, ID)).consent(consent(ID)).expect(200);
        long invitation = jdbc.sql("select id from invitation where set_id = ?")
                .param(set)
                .query(Long.class)
                .single();
        Visitor admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
        String page = "/sets/" + set + "/invitations";

        admin.post(page + "/" + invitation + "/revocation", Map.of(), page);

        assertThat(Api.stranger(port).get(link + ID).expect(410).body()).contains("This link no longer works");
        assertThat(count("invitation", set)).isEqualTo(1);
    }

    @Test
    void nothingThatIsKeptTellsTheIdOrTheSecret(CapturedOutput output) {
        long set = set();
        String link = link(set);
        String token = open(link, ID);
        person(token).consent(consent(ID)).expect(200);

        List<String> kept = new ArrayList<>();
        for (String table : jdbc.sql("select table_name from information_schema.tables where table_schema = 'public'")
                .query(String.class)
                .list()) {
            kept.add(jdbc.sql("select * from \"" + table + "\"")
                    .query()
                    .listOfRows()
                    .toString());
        }
        String secret = Visitor.found("/recruit/([^?]+)", link);
        String front = String.join(".", List.of(token.split("\\.")).subList(0, 5));
        assertThat(String.join("", kept)).contains(new Secret(front).hash()).doesNotContain("Somebody", secret, front);
        assertThat(output.getAll()).doesNotContain("Somebody", secret, token);
    }

    @Test
    void thePageOfTheLinksMakesShowsAndRevokesTheLink() {
        long set = lab.openSet(study(1), 2);
        String page = "/sets/" + set + "/invitations";
        Visitor admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
        assertThat(admin.get(page).body()).contains("Make the recruiting link").doesNotContain("Turned away");

        String made =
                admin.post("/sets/" + set + "/recruiting-link", Map.of(), page).body();

        String link = Visitor.found("http://localhost:\\d+(/recruit/[^<]+\\?PROLIFIC_PID=)<", made);
        assertThat(admin.get(page).body()).doesNotContain(link).contains("Revoke the recruiting link");
        String token = open(link, "one");
        String second = open(link, "two");
        person(token).consent(consent("one")).expect(200);
        person(second).consent(consent("two")).expect(409);
        person(second).consent(consent("two")).expect(409);
        Api.stranger(port).get(link + "three").expect(409);
        person(token).answer(0, 1, 1, 1);
        person(token).answer(1, 1, 1, 1);
        person(token).complete(2).expect(200);
        assertThat(figures(admin.get(page).body())).containsExactly("3", "1", "1", "3");
        assertThat(admin.post("/sets/" + set + "/recruiting-link/revocation", Map.of(), page)
                        .body())
                .contains("The recruiting link is revoked", "nobody else can join by it", "Make the recruiting link");
        long bare = lab.openSet(lab.study(), 2);
        assertThat(admin.get("/sets/" + bare + "/invitations").body())
                .contains("Name it in <a href=\"/studies/")
                .doesNotContain("Make the recruiting link");
    }

    private static List<String> figures(String page) {
        List<String> figures = new ArrayList<>();
        var matcher = java.util.regex.Pattern.compile("<dd>(\\d+)</dd>").matcher(page);
        while (matcher.find()) {
            figures.add(matcher.group(1));
        }
        return figures;
    }
}
