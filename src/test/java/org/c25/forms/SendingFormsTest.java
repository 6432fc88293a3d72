package org.c25.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.c25.testing.Api;
import org.c25.testing.AtOnce;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The staff's forms, sent twice, sent again, and sent too late. */
@OnBothDatabases
class SendingFormsTest {

    private static final String SESSION = "c25-staff";
    private static final String SECRET = "class=\"once\"[^>]*>([^<]+)<";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Visitor admin;
    private Lab lab;

    @BeforeEach
    void signedIn() {
        admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
        lab = new Lab(Api.stranger(port).admin());
    }

    /** What two clicks at the same moment are answered with. */
    private List<HttpResponse<String>> twice(String path, Map<String, String> fields, String page) throws Exception {
        Map<String, String> form = new HashMap<>(fields);
        form.put("_csrf", admin.formToken(page));
        Callable<HttpResponse<String>> click = () -> admin.send(path, form);
        return AtOnce.all(List.of(click, click, click));
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static void allShow(List<HttpResponse<String>> pages, String pattern) {
        String first = Visitor.found(pattern, pages.get(0).body());
        assertThat(pages).allSatisfy(page -> {
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(Visitor.found(pattern, page.body())).isEqualTo(first);
        });
    }

    @Test
    void twoClicksMakeLinksOnceAndBothShowThem() throws Exception {
        long set = lab.openSet(lab.study(), 4);
        String page = "/sets/" + set + "/invitations";

        List<HttpResponse<String>> pages = twice(page, Map.of("count", "3"), page);

        allShow(pages, "join/([^<]{32})<");
        assertThat(jdbc.sql("select count(*) from invitation where set_id = ?")
                        .param(set)
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void twoClicksMakeATokenOnceAndTheDatabaseCanNotTellIt() throws Exception {
        long before = count("api_token");

        List<HttpResponse<String>> pages = twice("/account/tokens", Map.of("name", "twice"), "/account");

        allShow(pages, SECRET);
        assertThat(count("api_token")).isEqualTo(before + 1);
        String token = Visitor.found(SECRET, pages.get(0).body());
        Api.stranger(port).bearing(token).get("/api/v1/tokens").expect(200);
        assertThat(jdbc.sql("select answer from sent_form where answer is not null")
                        .query(byte[].class)
                        .list())
                .isNotEmpty()
                .noneMatch(
                        answer -> new String(answer, java.nio.charset.StandardCharsets.ISO_8859_1).contains("<html"));
    }

    @Test
    void twoClicksMakeAStudyAndACopyAndAFrozenVersionOnce() throws Exception {
        long studies = count("study");
        String form = admin.get("/studies/new").body();
        Map<String, String> fields = new HashMap<>();
        fields.put("name", "Twice");
        fields.put("capacity", Visitor.found("name=\"capacity\"[^>]*value=\"(\\d+)\"", form));

        List<HttpResponse<String>> made = twice("/studies", fields, "/studies/new");

        assertThat(made)
                .extracting(page -> page.uri().getPath())
                .containsOnly(made.get(0).uri().getPath());
        assertThat(count("study")).isLessThanOrEqualTo(studies + 1);

        long set = lab.openSet(lab.study(), 4);
        List<HttpResponse<String>> frozen =
                twice("/sets/" + set + "/snapshots", Map.of("note", "as sent in"), "/sets/" + set + "/data");
        assertThat(frozen).extracting(HttpResponse::statusCode).containsOnly(200);
        assertThat(jdbc.sql("select count(*) from snapshot where set_id = ?")
                        .param(set)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void twoClicksSendFilesOnce() throws Exception {
        long study = lab.study();
        Map<String, Object> parts = new HashMap<>(Lab.parts(Lab.manifest(4), Lab.zip(4)));
        parts.put("_csrf", admin.formToken("/studies/" + study + "/sets/new"));
        Callable<HttpResponse<String>> click = () -> admin.uploadRaw("/studies/" + study + "/sets", parts);

        List<HttpResponse<String>> pages = AtOnce.all(List.of(click, click));

        assertThat(pages.get(0).uri().getPath()).startsWith("/sets/");
        assertThat(pages.get(1).uri()).isEqualTo(pages.get(0).uri());
        // The words stand on the page of whoever comes to it first; there is one set with that number either way.
        assertThat(pages).anySatisfy(page -> assertThat(page.body()).contains("is made: 4 images"));
    }

    @Test
    void thePageOpenedAnewAndOtherWordsAreAnotherForm() throws Exception {
        long before = count("api_token");
        String token = admin.formToken("/account");

        admin.send("/account/tokens", Map.of("name", "one", "_csrf", token));
        admin.send("/account/tokens", Map.of("name", "two", "_csrf", token));
        assertThat(count("api_token")).isEqualTo(before + 2);

        admin.post("/account/tokens", Map.of("name", "two"), "/account");
        assertThat(count("api_token")).isEqualTo(before + 3);
    }

    @Test
    void aFormThatWasRefusedCanBeSentAgain() throws Exception {
        long set = lab.draftSet(lab.study(), 4);
        long study = jdbc.sql("select study_id from image_set where id = ?")
                .param(set)
                .query(Long.class)
                .single();
        Map<String, String> open = Map.of("_csrf", admin.formToken("/sets/" + set));
        admin.post("/studies/" + study + "/archiving", Map.of(), "/studies/" + study);

        assertThat(admin.send("/sets/" + set + "/opening", open).body()).contains("flash wrong");
        admin.post("/studies/" + study + "/unarchiving", Map.of(), "/studies/" + study);

        assertThat(admin.send("/sets/" + set + "/opening", open).body()).contains("The set is open");
    }

    @Test
    void whatWasTypedWhenTheSessionHadEndedIsSentAfterSigningIn() throws Exception {
        String name = "<b>Typed</b> \n\nfor long " + System.nanoTime();
        String token = admin.formToken("/account");
        admin.lose(SESSION);

        HttpResponse<String> asked =
                admin.sendFromHere("/account/tokens", Map.of("name", name, "present", "s3cret-words", "_csrf", token));
        assertThat(asked.statusCode()).isEqualTo(401);
        assertThat(asked.body()).contains("What you typed is kept").doesNotContain("<b>Typed", "s3cret-words");

        Map<String, String> signIn = new HashMap<>(Map.of(
                "_csrf",
                Visitor.tokenIn(asked),
                "kept-action",
                "/account/tokens",
                "kept:name",
                name,
                "username",
                "admin"));
        signIn.put("password", "wrong");
        HttpResponse<String> wrong = admin.send("/sign-in", signIn);
        assertThat(wrong.body()).contains("Name or password is wrong", "for long");

        signIn.put("_csrf", Visitor.tokenIn(wrong));
        signIn.put("password", Api.ADMIN_PASSWORD);
        HttpResponse<String> again = admin.send("/sign-in", signIn);
        assertThat(again.body()).contains("Send it once more", "action=\"/account/tokens\"", "for long");

        HttpResponse<String> sent =
                admin.send("/account/tokens", Map.of("name", name, "_csrf", Visitor.tokenIn(again)));
        assertThat(sent.body()).contains("shown only once");
    }

    @Test
    void aPageFromBeforeTheLastSignInSendsItsTextOnceMore() throws Exception {
        String token = admin.formToken("/account");
        admin.lose(SESSION);
        admin.signIn("admin", Api.ADMIN_PASSWORD);

        HttpResponse<String> page =
                admin.sendFromHere("/account/tokens", Map.of("name", "an older page", "_csrf", token));

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("Send it once more", "an older page");
        assertThat(admin.send("/account/tokens", Map.of("name", "an older page", "_csrf", Visitor.tokenIn(page)))
                        .body())
                .contains("shown only once");
    }

    @Test
    void anotherSitesWordsAreNotCarriedOn() throws Exception {
        assertThat(admin.send("/account/tokens", Map.of("name", "planted")).body())
                .doesNotContain("planted");
        admin.lose(SESSION);
        assertThat(admin.send("/account/tokens", Map.of("name", "planted")).body())
                .contains("Sign in again")
                .doesNotContain("planted");
        Map<String, String> elsewhere = Map.of(
                "username", "admin", "password", Api.ADMIN_PASSWORD, "kept-action", "//example.org/x", "kept:a", "b");
        assertThat(admin.post("/sign-in", elsewhere, "/sign-in").body()).doesNotContain("example.org");
        for (String path : List.of("/sign-in", "/studies")) {
            Map<String, String> planted =
                    Map.of("username", "", "password", "", "kept-action", "/account/tokens", "kept:name", "planted");
            assertThat(new Visitor(port).send(path, planted).body())
                    .as("without a form token, from nowhere")
                    .contains("Sign in")
                    .doesNotContain("planted");
        }
    }

    @Test
    void aStaleSignInPageShowsAFreshOne() throws Exception {
        Visitor visitor = new Visitor(port);
        String token = visitor.formToken("/sign-in");
        visitor.lose(SESSION);
        visitor.lose("c25-staff-form");
        Map<String, String> form = Map.of("username", "admin", "password", Api.ADMIN_PASSWORD, "_csrf", token);

        HttpResponse<String> fresh = visitor.send("/sign-in", form);

        assertThat(fresh.statusCode()).isEqualTo(200);
        assertThat(fresh.body()).contains("Please sign in again.");
        assertThat(visitor.signIn("admin", Api.ADMIN_PASSWORD).uri().getPath()).isEqualTo("/studies");
        // The second of two clicks: its token went with the first.
        assertThat(visitor.send("/sign-in", form).uri().getPath()).isEqualTo("/studies");
        String signOut = visitor.formToken("/studies");
        visitor.lose(SESSION);
        visitor.lose("c25-staff-form");
        assertThat(visitor.send("/sign-out", Map.of("_csrf", signOut)).uri().toString())
                .endsWith("/sign-in?out");
    }

    @Test
    void aParticipantsFormThatComesTooLateIsSentAgain() throws Exception {
        long study = lab.study(Map.of("questions", List.of(Map.of("key", "why", "kind", "TEXT", "text", "Why?"))));
        long set = lab.openSet(study, 4);
        Visitor person = new Visitor(port);
        String home = person.get("/join/" + lab.invite(set, 1).get(0)).uri().getPath();
        String ref = Visitor.found("^(/p/[^/]+)", home);
        person.lose("c25-form");

        HttpResponse<String> late =
                person.sendFromHere(ref + "/consent", Map.of("accepted", "true", "_csrf", "an older one"));

        assertThat(late.statusCode()).isEqualTo(403);
        assertThat(late.body()).contains("What you entered is still here", "name=\"accepted\"");
        HttpResponse<String> on =
                person.send(ref + "/consent", Map.of("accepted", "true", "_csrf", Visitor.tokenIn(late)));
        assertThat(on.statusCode()).isEqualTo(200);
        assertThat(count("participant where set_id = " + set)).isEqualTo(1);
    }
}
