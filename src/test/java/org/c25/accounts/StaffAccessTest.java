package org.c25.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who gets in, as what, and what is kept of their secrets. */
@OnBothDatabases
class StaffAccessTest {

    private static final HttpClient STRANGER =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Visitor visitor;

    @BeforeEach
    void aVisitor() {
        visitor = new Visitor(port);
    }

    @Test
    void aStrangerIsShownTheSignInPage() throws Exception {
        HttpResponse<String> page = visitor.get("/studies");

        assertThat(page.uri().getPath()).isEqualTo("/sign-in");
        assertThat(page.body()).contains("Sign in");
    }

    @Test
    void theRightPasswordOpensTheStudiesAndSignOutClosesThem() throws Exception {
        assertThat(visitor.signIn("admin", Api.ADMIN_PASSWORD).uri().getPath()).isEqualTo("/studies");

        assertThat(visitor.post("/sign-out", Map.of(), "/studies").uri().toString())
                .endsWith("/sign-in?out");

        assertThat(visitor.get("/studies").uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void aWrongPasswordOpensNothing() throws Exception {
        HttpResponse<String> page = visitor.signIn("admin", "wrong");

        assertThat(page.uri().toString()).endsWith("/sign-in?error");
        assertThat(page.body()).contains("wrong");
        assertThat(visitor.get("/studies").uri().getPath()).isEqualTo("/sign-in");
        Api.stranger(port)
                .named("admin", "wrong")
                .post("/api/v1/tokens", Map.of("name", "x"))
                .expectProblem(401, "");
    }

    @Test
    void theSessionsCookieIsOutOfReachOfScriptsAndOtherSites() throws Exception {
        HttpResponse<String> page = visitor.signIn("admin", Api.ADMIN_PASSWORD);

        assertThat(page.previousResponse().orElseThrow().headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("c25-staff="))
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax"));
    }

    /** Who signs in comes to the page that they wanted, and to none of another server. */
    @Test
    void signingInLeadsToThePageThatWasWanted() {
        visitor.get("/audit?page=1", "Accept", "text/html");
        HttpResponse<String> page = visitor.signIn("admin", Api.ADMIN_PASSWORD);
        assertThat(page.uri().toString()).endsWith("/audit?page=1");

        for (String elsewhere :
                List.of("//example.org/", "/\\example.org/", "https://example.org/", "/\t/example.org")) {
            Visitor lured = new Visitor(port);
            lured.keep("c25-wanted-page", Base64.getUrlEncoder().encodeToString(elsewhere.getBytes(UTF_8)));
            assertThat(lured.signIn("admin", Api.ADMIN_PASSWORD).uri().getPath())
                    .as(elsewhere)
                    .isEqualTo("/studies");
        }
    }

    /** Else strangers fill the server's memory: a session stays for hours. */
    @Test
    void aStrangerOpensNoSession() {
        int before = sessions();
        List<String> cookies = new ArrayList<>();
        for (String path : List.of(
                "/",
                "/studies",
                "/studies/1?x=1",
                "/sign-in",
                "/sign-in?error",
                "/sign-in?out",
                "/sign-out",
                "/account",
                "/accounts",
                "/audit",
                "/nowhere",
                "/error",
                "/p/0123456789abcdef",
                "/p/x/trials/1",
                "/join/x",
                "/recruit/x?PROLIFIC_PID=5",
                "/api/v1/studies",
                "/api/v1/tokens",
                "/api/v1/participant/trials",
                "/api/v1/docs",
                "/api/v1/openapi",
                "/actuator/health",
                "/actuator/env",
                "/css/none.css",
                "/sets/1/live",
                "/sets/1/images/1?language=ko",
                "/studies/1/preview?language=ko")) {
            for (String method :
                    List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "WHATEVER")) {
                cookies.addAll(stranger(method, path, "text/html"));
                cookies.addAll(stranger(method, path, "*/*"));
            }
        }
        visitor.signIn("admin", "wrong");
        visitor.post("/sign-out", Map.of(), "/sign-in");

        assertThat(cookies).noneMatch(cookie -> cookie.startsWith("c25-staff="));
        assertThat(visitor.cookies()).doesNotContain("c25-staff");
        assertThat(sessions()).isEqualTo(before);
    }

    /** One request of somebody without cookies, who follows nothing; the cookies that it is answered with. */
    private List<String> stranger(String method, String path, String accept) {
        try {
            return STRANGER.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                    .method(method, bodyOf(method))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .header("Accept", accept)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .headers()
                    .allValues("Set-Cookie");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(method + " " + path, e);
        }
    }

    /** No client sends one along with the others. */
    private static HttpRequest.BodyPublisher bodyOf(String method) {
        return List.of("POST", "PUT", "PATCH", "DELETE").contains(method)
                ? HttpRequest.BodyPublishers.ofString("username=a&password=b")
                : HttpRequest.BodyPublishers.noBody();
    }

    private int sessions() {
        return jdbc.sql("select count(*) from spring_session")
                .query(Integer.class)
                .single();
    }

    /** Another node has nothing but the database and the key; whoever has the database alone gets in nowhere. */
    @Test
    void aSessionIsInTheDatabaseAndItsCookieIsNot() {
        visitor.signIn("admin", Api.ADMIN_PASSWORD);
        String id = jdbc.sql("select session_id from spring_session where principal_name = 'admin'"
                        + " order by creation_time desc limit 1")
                .query(String.class)
                .single();
        Visitor thief = new Visitor(port);

        thief.keep("c25-staff", id);
        assertThat(thief.get("/studies").uri().getPath()).isEqualTo("/sign-in");
        thief.keep("c25-staff", id + "." + id);
        assertThat(thief.get("/studies").uri().getPath()).isEqualTo("/sign-in");

        assertThat(visitor.get("/studies").uri().getPath()).isEqualTo("/studies");
        jdbc.sql("delete from spring_session where session_id = ?").param(id).update();
        assertThat(visitor.get("/studies").uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void aFormFromElsewhereIsRefused() throws Exception {
        visitor.signIn("admin", Api.ADMIN_PASSWORD);

        HttpResponse<String> refused = visitor.send("/studies", Map.of("name", "forged"));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Reload it and try again");
    }

    @Test
    void everyPageForbidsFramesAndScriptsFromElsewhere() throws Exception {
        HttpResponse<String> page = visitor.get("/sign-in");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'")
                .contains("frame-ancestors 'none'");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void anAccountIsMadeUsedAndDisabled() throws Exception {
        String name = "kim-" + System.nanoTime();
        visitor.signIn("admin", Api.ADMIN_PASSWORD);
        String shown = visitor.post("/accounts", Map.of("name", name, "role", "EXPERIMENTER"), "/accounts")
                .body();
        String password = Visitor.found("class=\"once\"[^>]*>([^<]+)<", shown);
        Visitor kim = new Visitor(port);

        assertThat(kim.signIn(name, password).uri().getPath()).isEqualTo("/studies");
        assertThat(kim.get("/accounts").statusCode()).isEqualTo(403);
        assertThat(visitor.get("/accounts").body()).contains(name).doesNotContain(password);

        Api api = Api.stranger(port).account(name, password);
        api.post("/api/v1/studies", Map.of("name", "Kim's")).expect(201);
        long id = jdbc.sql("select id from account where name = ?")
                .param(name)
                .query(Long.class)
                .single();
        visitor.post("/accounts/" + id + "/disabling", Map.of(), "/accounts");

        assertThat(new Visitor(port).signIn(name, password).uri().toString()).endsWith("/sign-in?error");
        api.post("/api/v1/studies", Map.of("name", "Kim's")).expectProblem(401, "token");
        assertThat(kim.get("/studies").uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void whoChoosesAPasswordSignsInWithIt() throws Exception {
        String name = "lee-" + System.nanoTime();
        visitor.signIn("admin", Api.ADMIN_PASSWORD);
        String password = Visitor.found(
                "class=\"once\"[^>]*>([^<]+)<",
                visitor.post("/accounts", Map.of("name", name, "role", "EXPERIMENTER"), "/accounts")
                        .body());
        Visitor lee = new Visitor(port);
        lee.signIn(name, password);

        assertThat(lee.post("/account/password", Map.of("present", "no", "chosen", "a-new-password"), "/account")
                        .body())
                .contains("is not your present password");
        assertThat(lee.post("/account/password", Map.of("present", password, "chosen", "short"), "/account")
                        .body())
                .contains("at least 10 characters");
        lee.post("/account/password", Map.of("present", password, "chosen", "a-new-password"), "/account");

        assertThat(new Visitor(port).signIn(name, password).uri().toString()).endsWith("?error");
        assertThat(new Visitor(port).signIn(name, "a-new-password").uri().getPath())
                .isEqualTo("/studies");
    }

    @Test
    void aNewPasswordEndsEveryOtherSession() throws Exception {
        String name = "park-" + System.nanoTime();
        visitor.signIn("admin", Api.ADMIN_PASSWORD);
        String password = Visitor.found(
                "class=\"once\"[^>]*>([^<]+)<",
                visitor.post("/accounts", Map.of("name", name, "role", "EXPERIMENTER"), "/accounts")
                        .body());
        Visitor park = new Visitor(port);
        park.signIn(name, password);
        Visitor elsewhere = new Visitor(port);
        elsewhere.signIn(name, password);

        park.post("/account/password", Map.of("present", password, "chosen", "a-new-password"), "/account");
        assertThat(elsewhere.get("/studies").uri().getPath()).isEqualTo("/sign-in");
        assertThat(park.get("/studies").uri().getPath()).isEqualTo("/studies");

        long id = jdbc.sql("select id from account where name = ?")
                .param(name)
                .query(Long.class)
                .single();
        String shown = visitor.post("/accounts/" + id + "/password-reset", Map.of("name", "someone-else"), "/accounts")
                .body();
        assertThat(shown).contains("The password of <b>" + name + "</b>").doesNotContain("someone-else");
        assertThat(park.get("/studies").uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void oneFormSentTwiceAtOnceMakesOneAccount() throws Exception {
        visitor.signIn("admin", Api.ADMIN_PASSWORD);
        String token = visitor.formToken("/accounts");
        Map<String, String> form = Map.of("name", "choi-" + System.nanoTime(), "role", "EXPERIMENTER", "_csrf", token);

        List<String> pages = IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> visitor.send("/accounts", form))
                .peek(page -> assertThat(page.statusCode()).isEqualTo(200))
                .map(HttpResponse::body)
                .toList();

        // The same form, as a double click sends it: all see the account that it has made.
        assertThat(pages.stream().map(page -> Visitor.found("class=\"once\"[^>]*>([^<]+)<", page)))
                .containsOnly(Visitor.found(
                        "class=\"once\"[^>]*>([^<]+)<",
                        visitor.send("/accounts", form).body()));
    }

    @Test
    void twoFormsAtOnceMakeOneAccountOfAName() throws Exception {
        visitor.signIn("admin", Api.ADMIN_PASSWORD);
        String name = "choi-" + System.nanoTime();
        List<Map<String, String>> forms = IntStream.range(0, 6)
                .mapToObj(i -> Map.of("name", name, "role", "EXPERIMENTER", "_csrf", visitor.formToken("/accounts")))
                .toList();

        List<String> pages = forms.stream()
                .parallel()
                .map(form -> visitor.send("/accounts", form))
                .peek(page -> assertThat(page.statusCode()).isEqualTo(200))
                .map(HttpResponse::body)
                .toList();

        assertThat(pages)
                .filteredOn(page -> page.contains("is shown only once"))
                .hasSize(1);
        assertThat(pages)
                .filteredOn(page -> page.contains("is taken; choose another"))
                .hasSize(5);
    }

    @Test
    void textThatNobodyTypesIsRefused() throws Exception {
        assertThat(visitor.signIn("ad\0min", "x").statusCode()).isEqualTo(400);
        Api admin = Api.stranger(port).admin();
        admin.post("/api/v1/tokens", Map.of("name", "x")).expect(401);
        admin.post("/api/v1/studies", Map.of("name", "a\0b")).expectFault(422, "name");
        admin.post("/api/v1/studies", Map.of("name", "ab", "consent", "\0")).expectFault(422, "consent");
    }

    @Test
    void aTokenWorksUntilItIsRevoked() throws Exception {
        String purpose = "script " + System.nanoTime();
        visitor.signIn("admin", Api.ADMIN_PASSWORD);
        String token = Visitor.found(
                "class=\"once\"[^>]*>([^<]+)<",
                visitor.post("/account/tokens", Map.of("name", purpose), "/account")
                        .body());
        Api api = Api.stranger(port).bearing(token);
        api.post("/api/v1/studies", Map.of("name", "by script")).expect(201);
        long id = jdbc.sql("select id from api_token where name = ?")
                .param(purpose)
                .query(Long.class)
                .single();

        visitor.post("/account/tokens/" + id + "/revocation", Map.of(), "/account");

        api.post("/api/v1/studies", Map.of("name", "by script")).expectProblem(401, "token");
    }

    @Test
    void theDatabaseHoldsNoSecretInClear() {
        Api.stranger(port).admin();

        assertThat(jdbc.sql("select password_hash from account where name = 'admin'")
                        .query(String.class)
                        .single())
                .startsWith("{bcrypt}");
        assertThat(jdbc.sql("select secret_hash from api_token")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    @Test
    void theApiIsDescribedToWhoeverAsksAndHealthIsToldToAnyone() {
        Api stranger = Api.stranger(port);

        assertThat(stranger.get("/api/v1/openapi")
                        .expect(200)
                        .json()
                        .get("paths")
                        .propertyNames())
                .contains(
                        "/api/v1/tokens",
                        "/api/v1/studies",
                        "/api/v1/studies/{study}/sets",
                        "/api/v1/sets/{set}/opening",
                        "/api/v1/sets/{set}/invitations",
                        "/api/v1/sets/{set}/progress",
                        "/api/v1/sets/{set}/imports",
                        "/api/v1/sets/{set}/exports/{file}",
                        "/api/v1/participant/consent",
                        "/api/v1/participant/trials",
                        "/api/v1/participant/trials/{position}/annotation",
                        "/api/v1/participant/completion",
                        "/api/v1/participant");
        stranger.get("/actuator/health").expect(200);
        stranger.get("/actuator/env").expect(302);
        stranger.get("/api/v1/nothing").expectProblem(401, "token");
        stranger.admin().get("/api/v1/nothing").expectProblem(404, "nothing");
    }

    @Test
    void aTokenThatNobodyKnowsIsAskedForAnotherAndClosesNothingThatIsOpen() {
        Api unknown = Api.stranger(port).bearing("unknown");

        assertThat(unknown.get("/api/v1/studies").expect(401).header("WWW-Authenticate"))
                .isEqualTo("Bearer");
        assertThat(unknown.get("/api/v1/participant/trials").expect(401).header("WWW-Authenticate"))
                .isEqualTo("Bearer");
        unknown.get("/api/v1/openapi").expect(200);
    }

    @Test
    void staffKeepTheirSessionWhileTheyLookAtAParticipantsPage() {
        Lab lab = new Lab(Api.stranger(port).admin());
        String token = lab.invite(lab.openSet(lab.study(), 5), 1).get(0);
        visitor.signIn("admin", Api.ADMIN_PASSWORD);

        HttpResponse<String> page = visitor.get("/join/" + token);

        assertThat(page.uri().getPath()).startsWith("/p/");
        assertThat(page.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
        assertThat(visitor.get("/studies").uri().getPath()).isEqualTo("/studies");
    }
}
