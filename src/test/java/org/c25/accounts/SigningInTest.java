package org.c25.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.c25.accounts.SignInDelays.Attempt;
import org.c25.testing.Api;
import org.c25.testing.Api.Answer;
import org.c25.testing.AtOnce;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What guessing a password costs, whom it does not cost anything, and what ends with a password. */
@OnBothDatabases
class SigningInTest {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Map<String, String> PURPOSE = Map.of("name", "script");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    RecentRefusals refusals;

    @Autowired
    Clock clock;

    private Visitor admin;
    private String name;
    private String password;

    @BeforeEach
    void anAccount() {
        admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
        name = "kim-" + COUNT.incrementAndGet() + "-" + System.nanoTime();
        password = Visitor.found(
                "class=\"once\"[^>]*>([^<]+)<",
                admin.post("/accounts", Map.of("name", name, "role", "EXPERIMENTER"), "/accounts")
                        .body());
    }

    private Answer tries(String who, String with, String address) {
        return Api.stranger(port)
                .named(who, with)
                .saying("X-Forwarded-For", address)
                .post("/api/v1/tokens", PURPOSE);
    }

    /** An address of the documentation's that no other test uses. */
    private static String address() {
        int number = COUNT.incrementAndGet();
        return "203.0." + (number >> 8) + "." + (number & 255);
    }

    private long id() {
        return jdbc.sql("select id from account where name = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    /** As if all delays were over. */
    private void waited() {
        jdbc.sql("update sign_in_delay set free_at = ?")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        refusals.forget();
    }

    @Test
    void eachWrongPasswordIsFollowedByALongerDelay() {
        String here = address();
        for (int i = 1; i <= 5; i++) {
            tries(name, "wrong", here).expectProblem(401, "name and password");
        }

        Answer refused = tries(name, password, here).expectProblem(429, "Too many wrong passwords");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 5);

        waited();
        tries(name, "wrong", here).expect(401);
        assertThat(Integer.parseInt(tries(name, password, here).expect(429).header("Retry-After")))
                .isBetween(6, 10);

        waited();
        tries(name, password, here).expect(201);
        tries(name, "wrong", here).expect(401);
        tries(name, password, here).expect(201);
    }

    @Test
    void ofManyAtTheSameMomentFewAreLookedAt() throws Exception {
        String here = address();
        Callable<Answer> guess = () -> tries(name, "wrong", here);

        List<Answer> answers = AtOnce.all(Collections.nCopies(60, guess));

        assertThat(answers).filteredOn(answer -> answer.status() == 401).hasSize(5);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 429)
                .hasSize(55)
                .allSatisfy(answer -> assertThat(answer.header("Retry-After")).isNotEmpty());
        tries(name, password, address()).expect(201);
    }

    @Test
    void aNameThatNobodyHasIsTreatedAlikeAndNotWrittenDown() {
        String here = address();
        String nobody = "my-password-typed-as-name-" + COUNT.incrementAndGet();
        for (int i = 1; i <= 5; i++) {
            tries(nobody, "wrong", here).expectProblem(401, "name and password");
        }

        tries(nobody, "wrong", here).expectProblem(429, "Too many wrong passwords");

        assertThat(jdbc.sql("select count(*) from sign_in_delay where subject like ?")
                        .param("%" + nobody + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql(
                                "select count(*) from audit_event where details like :it or subject like :it or actor like :it")
                        .param("it", "%" + nobody + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aClassBehindOneAddressIsNotShutOut() {
        String school = address();
        for (int pupil = 0; pupil < 20; pupil++) {
            tries("pupil-" + pupil, "wrong", school).expect(401);
            tries("pupil-" + pupil, "wrong", school).expect(401);
        }
        for (int i = 0; i < 8; i++) {
            tries("one-who-guesses", "wrong", school);
        }

        tries(name, password, school).expect(201);
    }

    @Test
    void anAddressThatTriesManyNamesIsDelayedExceptForWhomItKnows() {
        String here = address();
        tries(name, password, here).expect(201);

        for (int i = 0; i < 60; i++) {
            tries("name-" + i, "wrong", here);
        }

        tries("admin", Api.ADMIN_PASSWORD, here).expectProblem(429, "Too many wrong passwords");
        tries(name, password, here).expect(201);
        tries("admin", Api.ADMIN_PASSWORD, address()).expect(201);
    }

    @Test
    void anAccountThatManyAddressesTryIsDelayedExceptWhereItIsAtHome() {
        String home = address();
        tries(name, password, home).expect(201);

        for (int i = 0; i < 35; i++) {
            tries(name, "wrong", address());
        }

        tries(name, password, address()).expect(429);
        tries(name, password, home).expect(201);
    }

    @Test
    void aBrowserInWhichSomebodyHasSignedInIsNotDelayedForOthersAtItsAddress() {
        Visitor known = new Visitor(port);
        known.signIn(name, password);
        assertThat(known.cookies()).contains("c25-browser");
        known.post("/sign-out", Map.of(), "/studies");
        Visitor other = new Visitor(port);
        for (int i = 0; i < 5; i++) {
            assertThat(other.signIn(name, "wrong").uri().toString()).endsWith("?error");
        }

        HttpResponse<String> page = other.signIn(name, password);
        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.headers().firstValue("Retry-After")).isPresent();
        assertThat(page.body()).contains("Too many wrong passwords. Try again in", "<h1>Sign in</h1>");

        assertThat(known.signIn(name, password).uri().getPath()).isEqualTo("/studies");
    }

    @Test
    void guessingThePresentPasswordCostsTheSame() {
        Visitor kim = new Visitor(port);
        kim.signIn(name, password);
        Map<String, String> wrong = Map.of("present", "wrong", "chosen", "a-new-password");
        for (int i = 0; i < 5; i++) {
            assertThat(kim.post("/account/password", wrong, "/account").body())
                    .contains("is not your present password");
        }

        HttpResponse<String> refused =
                kim.post("/account/password", Map.of("present", password, "chosen", "a-new-password"), "/account");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.body()).contains("Too many wrong passwords");
    }

    @Test
    void severalNodesCountTogetherAndForgetInTime() {
        MovableClock movable = new MovableClock();
        SignInDelays one = new SignInDelays(jdbc, transactions, movable);
        SignInDelays other = new SignInDelays(jdbc, transactions, movable);
        String own = "account 0 from test " + COUNT.incrementAndGet();
        Map<String, Delay> counted = Map.of(own, Delay.OF_ONE);

        Duration longest = Duration.ZERO;
        for (int i = 0; i < 20; i++) {
            SignInDelays node = i % 2 == 0 ? one : other;
            Attempt attempt = node.begin(own, counted);
            assertThat(attempt.isRefused()).isFalse();
            assertThat(attempt.failures()).isEqualTo(i + 1);
            Duration delay = Duration.between(movable.now, attempt.freeAt().get(own));
            assertThat(delay).isGreaterThanOrEqualTo(longest);
            longest = delay;
            if (delay.toSeconds() > 0) {
                movable.now = movable.now.plus(delay).minusMillis(1);
                assertThat(other.begin(own, counted).isRefused()).isTrue();
                movable.now = movable.now.plusMillis(1);
            }
        }
        assertThat(longest).isEqualTo(Duration.ofMinutes(15));

        movable.now = movable.now.plus(Duration.ofDays(1));
        assertThat(one.begin(own, counted).failures()).isEqualTo(1);
        movable.now = movable.now.plus(Duration.ofHours(2));
        one.clean();
        assertThat(jdbc.sql("select count(*) from sign_in_delay where subject = ?")
                        .param(own)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void signInsRefusalsAndSignOutsAreToldToTheOneWhomTheyConcern() {
        String elsewhere = address();
        for (int i = 0; i < 9; i++) {
            tries(name, "wrong", elsewhere);
        }
        Visitor kim = new Visitor(port);
        kim.signIn(name, password);
        kim.post("/sign-out", Map.of(), "/studies");
        kim.signIn(name, password);

        assertThat(kim.get("/account").body())
                .contains("signed in", "signed out", "sign-in refused", "from " + elsewhere, "5 in a row");

        List<String> written = jdbc.sql("select action from audit_event where subject = ? order by id")
                .param("account " + name)
                .query(String.class)
                .list();
        // One row for each password that was looked at, and one for all that came too early.
        assertThat(written).filteredOn("sign-in refused"::equals).hasSize(6);
        assertThat(written).endsWith("signed in", "signed out", "signed in");
        assertThat(admin.get("/audit").body()).contains("account " + name);
    }

    @Test
    void aFloodOfRefusalsDoesNotFillTheTrail() {
        String before = "select count(*) from audit_event where subject = 'an unknown account'";
        int rows = jdbc.sql(before).query(Integer.class).single();

        for (int i = 0; i < 70; i++) {
            tries("flood-" + COUNT.incrementAndGet(), "wrong", address()).expect(401);
        }

        assertThat(jdbc.sql(before).query(Integer.class).single() - rows).isLessThanOrEqualTo(60);
    }

    @Test
    void tokensEndWithThePasswordAndStayEnded() {
        Api script = Api.stranger(port).account(name, password);
        script.get("/api/v1/tokens").expect(200);
        Visitor kim = new Visitor(port);
        kim.signIn(name, password);
        assertThat(kim.get("/account").body()).contains("your API token").contains("Last used");
        kim.post("/account/password", Map.of("present", password, "chosen", "a-new-password"), "/account");

        script.get("/api/v1/tokens").expectProblem(401, "token");
        assertThat(kim.get("/account").body()).contains("you chose another password");

        Api second = Api.stranger(port).account(name, "a-new-password");
        String reset = Visitor.found(
                "class=\"once\"[^>]*>([^<]+)<",
                admin.post("/accounts/" + id() + "/password-reset", Map.of(), "/accounts")
                        .body());
        second.get("/api/v1/tokens").expectProblem(401, "token");

        Api third = Api.stranger(port).account(name, reset);
        Visitor signedIn = new Visitor(port);
        signedIn.signIn(name, reset);
        admin.post("/accounts/" + id() + "/disabling", Map.of(), "/accounts");
        admin.post("/accounts/" + id() + "/enabling", Map.of(), "/accounts");
        third.get("/api/v1/tokens").expectProblem(401, "token");
        assertThat(signedIn.get("/studies").uri().getPath()).isEqualTo("/sign-in");

        kim.signIn(name, reset);
        assertThat(kim.get("/account").body())
                .contains("an admin reset your password", "your account was disabled", "you chose another password");
    }

    @Test
    void adminsSeeEverybodysTokensAndRevokeEach() {
        Api kim = Api.stranger(port).account(name, password);
        kim.get("/api/v1/tokens").expect(200);
        Api boss = Api.stranger(port).admin();
        assertThat(admin.get("/accounts/tokens").body()).contains(name);
        assertThat(kim.get("/api/v1/tokens").json()).hasSize(1);
        long own = kim.get("/api/v1/tokens").json().get(0).get("id").asLong();
        long bosss = jdbc.sql("select min(t.id) from api_token t join account a on a.id = t.account_id"
                        + " where a.name = 'admin' and t.revoked_at is null")
                .query(Long.class)
                .single();
        assertThat(boss.get("/api/v1/tokens").body()).contains(name).contains("lastUsedAt");

        kim.delete("/api/v1/tokens/" + bosss).expectProblem(404, "token");
        admin.post("/accounts/tokens/" + own + "/revocation", Map.of(), "/accounts/tokens");

        kim.get("/api/v1/tokens").expectProblem(401, "token");
        boss.delete("/api/v1/tokens/" + own).expectProblem(404, "token");
        Visitor page = new Visitor(port);
        page.signIn(name, password);
        assertThat(page.get("/account").body()).contains("an admin revoked it");
        assertThat(page.get("/accounts/tokens").statusCode()).isEqualTo(403);
    }

    @Test
    void noTokenOutlivesThePasswordWithWhichItWasAskedFor() throws Exception {
        Visitor kim = new Visitor(port);
        kim.signIn(name, password);
        String form = kim.formToken("/account");
        Callable<Object> change = () ->
                kim.send("/account/password", Map.of("present", password, "chosen", "a-new-password", "_csrf", form));
        Callable<Object> ask = () -> tries(name, password, "198.51.100.7");

        AtOnce.all(List.of(ask, change, ask, ask));

        assertThat(jdbc.sql("select count(*) from api_token where account_id = ? and revoked_at is null")
                        .param(id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void anAddressOfTheNewKindCountsByItsFirstHalf() {
        assertThat(Origin.network("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(Origin.network("2001:db8:1:2::1"))
                .isNotEqualTo(Origin.network("2001:db8:1:3::1"));
        assertThat(Origin.network("::ffff:192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(Origin.network("not an address")).isEqualTo("an unknown address");
    }

    private static final class MovableClock extends Clock {

        private Instant now = Instant.parse("2030-01-01T00:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
