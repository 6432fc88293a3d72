package org.c25.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.c25.testing.Api;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who gets in, as what, and what is kept of their secrets. */
abstract class StaffAccess {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Visitor visitor;

    @BeforeEach
    void aVisitor() {
        visitor = new Visitor();
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
        String cookie =
                visitor.get("/sign-in").headers().firstValue("Set-Cookie").orElse("");

        assertThat(cookie).startsWith("c25-staff=").contains("HttpOnly").contains("SameSite=Lax");
    }

    @Test
    void aFormFromElsewhereIsRefused() throws Exception {
        visitor.signIn("admin", Api.ADMIN_PASSWORD);

        HttpResponse<String> refused = visitor.postWithoutToken("/studies", Map.of("name", "forged"));

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
        String password = found("class=\"once\"[^>]*>([^<]+)<", shown);
        Visitor kim = new Visitor();

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

        assertThat(new Visitor().signIn(name, password).uri().toString()).endsWith("/sign-in?error");
        api.post("/api/v1/studies", Map.of("name", "Kim's")).expectProblem(401, "token");
        assertThat(kim.get("/studies").uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void whoChoosesAPasswordSignsInWithIt() throws Exception {
        String name = "lee-" + System.nanoTime();
        visitor.signIn("admin", Api.ADMIN_PASSWORD);
        String password = found(
                "class=\"once\"[^>]*>([^<]+)<",
                visitor.post("/accounts", Map.of("name", name, "role", "EXPERIMENTER"), "/accounts")
                        .body());
        Visitor lee = new Visitor();
        lee.signIn(name, password);

        assertThat(lee.post("/account/password", Map.of("present", "no", "chosen", "a-new-password"), "/account")
                        .body())
                .contains("is not your present password");
        assertThat(lee.post("/account/password", Map.of("present", password, "chosen", "short"), "/account")
                        .body())
                .contains("at least 10 characters");
        lee.post("/account/password", Map.of("present", password, "chosen", "a-new-password"), "/account");

        assertThat(new Visitor().signIn(name, password).uri().toString()).endsWith("?error");
        assertThat(new Visitor().signIn(name, "a-new-password").uri().getPath()).isEqualTo("/studies");
    }

    @Test
    void aTokenWorksUntilItIsRevoked() throws Exception {
        String purpose = "script " + System.nanoTime();
        visitor.signIn("admin", Api.ADMIN_PASSWORD);
        String token = found(
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

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    /** A browser without a screen: it keeps cookies, follows redirects and sends forms with their token. */
    private final class Visitor {

        private final HttpClient http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)));
        }

        HttpResponse<String> signIn(String name, String password) throws IOException, InterruptedException {
            return post("/sign-in", Map.of("username", name, "password", password), "/sign-in");
        }

        HttpResponse<String> post(String path, Map<String, String> fields, String from)
                throws IOException, InterruptedException {
            Map<String, String> all = new HashMap<>(fields);
            all.put(
                    "_csrf",
                    found("name=\"_csrf\"[^>]* value=\"([^\"]+)\"", get(from).body()));
            return postWithoutToken(path, all);
        }

        HttpResponse<String> postWithoutToken(String path, Map<String, String> fields)
                throws IOException, InterruptedException {
            String form = fields.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form)));
        }

        private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
