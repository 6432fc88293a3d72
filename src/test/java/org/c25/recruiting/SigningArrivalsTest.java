package org.c25.recruiting;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Person;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Recruiters who sign whom they send: such people need no return code, and a wrong signature lets nobody in. */
@ExtendWith(OutputCaptureExtension.class)
@OnBothDatabases
class SigningArrivalsTest {

    private static final String ID = "5f3a9c0e7d12ab-Somebody";
    private static final String ISSUER = "https://www.prolific.example";
    private static final String AUDIENCE = "https://c25.example.org";
    private static final RSAKey KEY = key("one");
    private static final RSAKey OTHER = key("other");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private final AtomicInteger asked = new AtomicInteger();
    private Api staff;
    private Lab lab;
    private HttpServer recruiter;

    @BeforeEach
    void aLab() throws IOException {
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
        recruiter = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve("/keys", 200, "{\"keys\":[" + KEY.toPublicJWK().toJSONString() + "]}");
        recruiter.start();
    }

    @AfterEach
    void theRecruiterGoes() {
        recruiter.stop(0);
    }

    private void serve(String path, int status, String body) {
        recruiter.createContext(path, exchange -> {
            asked.incrementAndGet();
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Location", keys("/keys"));
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private String keys(String path) {
        return "http://localhost:" + recruiter.getAddress().getPort() + path;
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private long study(Map<String, Object> signing) {
        return lab.study(protocol(signing));
    }

    private static Map<String, Object> protocol(Map<String, Object> signing) {
        Map<String, Object> all = new HashMap<>(signing);
        all.put("name", "Prolific");
        all.put("idParameter", "PROLIFIC_PID");
        return Map.of("repeatShare", 0, "contact", "lab@example.org", "recruiter", all);
    }

    private long studyWithHmac(boolean signedOnly) {
        return study(Map.of("signatureParameter", "signature", "signedOnly", signedOnly));
    }

    private long studyWithJwt(String path) {
        return study(Map.of(
                "signatureParameter",
                "prolific_token",
                "jwt",
                Map.of(
                        "jwksUrl",
                        keys(path),
                        "issuer",
                        ISSUER,
                        "audience",
                        AUDIENCE,
                        "idClaim",
                        "prolific.PROLIFIC_PID")));
    }

    /** A path, without the ID. */
    private String link(long set) {
        String url = staff.post("/api/v1/sets/" + set + "/recruiting-link")
                .expect(201)
                .text("url");
        return url.substring(url.indexOf("/recruit/")) + "?";
    }

    private String secretOf(long study) {
        return staff.put(secretPath(study), Map.of()).expect(200).text("secret");
    }

    private static String secretPath(long study) {
        return "/api/v1/studies/" + study + "/signing-secret";
    }

    private static String signed(String id, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "PROLIFIC_PID=" + id + "&signature="
                    + HexFormat.of().formatHex(mac.doFinal(id.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE + "/recruit/abc?PROLIFIC_PID=" + ID)
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .claim("prolific", Map.of("PROLIFIC_PID", ID, "workspace_id", "w"))
                .build();
    }

    private static JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
        return change.apply(new JWTClaimsSet.Builder(claims())).build();
    }

    private static String token(JWTClaimsSet claims, RSAKey key) throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }

    private Api.Answer open(String link) {
        return Api.stranger(port).accepting("text/html").get(link);
    }

    private static String home(Api.Answer opened) {
        return opened.expect(302).place();
    }

    /** Takes the place of the ID on a device of its own, and leaves an answer. */
    private void somebodyTakesPart(long set, String link) {
        Person person = person(tokenOf(link));
        person.consent(consent()).expect(200);
        person.answer(0, 1, 2, 3).expect(200);
    }

    /** What opening the link puts into the cookie of the invitation. */
    private String tokenOf(String link) {
        return open(link).expect(302).response().headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("c25-invitation="))
                .map(cookie -> Visitor.found("c25-[a-z]+=([^;]+);", cookie))
                .reduce((before, last) -> last)
                .orElseThrow();
    }

    private Person person(String token) {
        return new Person(Api.stranger(port), token);
    }

    private static Map<String, Object> consent() {
        return Map.of("accepted", true, "locale", "en", "outsideId", ID);
    }

    private int statusOfOwnAnswers(String link) {
        Visitor elsewhere = new Visitor(port);
        elsewhere.get(link);
        return elsewhere.get(home(open(link)) + "/answers.csv").statusCode();
    }

    private int invitations(long set) {
        return jdbc.sql("select count(*) from invitation where set_id = ?")
                .param(set)
                .query(Integer.class)
                .single();
    }

    @Test
    void aSignedIdOpensEverythingOnAnyDevice() {
        long study = studyWithHmac(false);
        long set = lab.openSet(study, 2);
        String link = link(set);
        String secret = secretOf(study);
        somebodyTakesPart(set, link + "PROLIFIC_PID=" + ID);

        assertThat(statusOfOwnAnswers(link + signed(ID, secret))).isEqualTo(200);
        assertThat(statusOfOwnAnswers(link
                        + signed(ID, secret)
                                .toUpperCase(java.util.Locale.ROOT)
                                .replace("SIGNATURE", "signature")
                                .replace(ID.toUpperCase(java.util.Locale.ROOT), ID)))
                .isEqualTo(200);
        assertThat(statusOfOwnAnswers(link + "PROLIFIC_PID=" + ID))
                .as("unsigned")
                .isEqualTo(403);
        assertThat(statusOfOwnAnswers(link + "PROLIFIC_PID=" + ID + "&signature="))
                .as("unsigned")
                .isEqualTo(403);
        assertThat(open(link + signed(ID, secret)).header("Location")).doesNotContain("signature", ID);
    }

    @Test
    void aWrongSignatureIsTurnedAwayAndNothingIsKept() {
        long study = studyWithHmac(false);
        long set = lab.openSet(study, 2);
        String link = link(set);
        assertThat(open(link + signed(ID, "0123456789abcdef")).expect(403).body())
                .as("there is no secret yet")
                .contains("This address has expired", "lab@example.org");
        String secret = secretOf(study);
        String right = signed(ID, secret);

        for (String wrong : List.of(
                signed(ID, secret + "x"),
                signed(ID + "2", secret).replace(ID + "2", ID),
                right.replace(ID, ID + "2"),
                right.substring(0, right.length() - 1),
                right + "0",
                right.replaceFirst("&.*", "&signature=x"),
                right.replaceFirst("PROLIFIC_PID=[^&]*", "PROLIFIC_PID="))) {
            Api.Answer answer = open(link + wrong).expect(403);
            assertThat(answer.body()).contains("This address has expired", "lab@example.org");
            assertThat(answer.header("Set-Cookie")).doesNotContain("c25-invitation", "c25-arrival");
        }
        assertThat(invitations(set)).isZero();
        String after = secretOf(study);
        assertThat(open(link + right).status())
                .as("signed with the secret before")
                .isEqualTo(403);
        assertThat(open(link + signed(ID, after)).status()).isEqualTo(302);
        staff.delete(secretPath(study)).expect(204);
        staff.delete(secretPath(study)).expect(404);
        assertThat(open(link + signed(ID, after)).status()).isEqualTo(403);
    }

    @Test
    void whoIsNotSignedComesInOnlyIfTheStudyWantsIt() {
        long study = studyWithHmac(true);
        long set = lab.openSet(study, 2);
        String link = link(set);
        String secret = secretOf(study);

        assertThat(open(link + "PROLIFIC_PID=" + ID).expect(403).body())
                .contains("Open this study from its site", "lab@example.org");
        assertThat(invitations(set)).isZero();
        somebodyTakesPart(set, link + signed(ID, secret));
        assertThat(open(link + "PROLIFIC_PID=" + ID).status()).isEqualTo(403);
        assertThat(statusOfOwnAnswers(link + signed(ID, secret))).isEqualTo(200);
    }

    /** Whoever opened the link before the study wanted signatures, or sends another's ID by a link of their own. */
    @Test
    void anIdIsAskedForItsSignatureHoweverItComes() {
        long study = studyWithHmac(false);
        long set = lab.openSet(study, 2);
        String link = link(set);
        String before = tokenOf(link + "PROLIFIC_PID=" + ID);
        String own = lab.invite(set, 1).get(0);
        String another = lab.invite(set, 1).get(0);
        String secret = secretOf(study);
        Map<String, Object> wanted =
                new HashMap<>(protocol(Map.of("signatureParameter", "signature", "signedOnly", true)));
        wanted.put("name", "Signed");
        wanted.put("pacing", Map.of("practiceTrials", 0, "breakEvery", 0));
        staff.put("/api/v1/studies/" + study, wanted).expect(200);

        person(before).consent(consent()).expectProblem(403, "signed");
        person(own).consent(consent()).expectProblem(403, "signed");
        for (String unsigned : List.of("PROLIFIC_PID=" + ID, signed(ID, secret + "x"))) {
            Api.Answer refused = open("/join/" + own + "?" + unsigned).expect(403);
            assertThat(refused.body()).contains("lab@example.org");
            assertThat(refused.header("Set-Cookie")).doesNotContain("c25-invitation", "c25-outside-id");
        }
        assertThat(jdbc.sql("select count(*) from outside_id where set_id = ?")
                        .param(set)
                        .query(Integer.class)
                        .single())
                .isZero();

        Visitor visitor = new Visitor(port);
        visitor.get("/join/" + own + "?" + signed(ID, secret));
        String home = home(open("/join/" + own));
        visitor.get(home + "?language=en");
        visitor.post(home + "/consent", Map.of("accepted", "true"), home);
        person(own).answer(0, 1, 2, 3).expect(200);
        assertThat(open("/join/" + own + "?PROLIFIC_PID=" + ID).status())
                .as("has a place, and the link's secret is the key to it")
                .isEqualTo(302);
        person(another)
                .consent(Map.of("accepted", true, "locale", "en"))
                .expect(200); // Staff invited them, and no ID is claimed.
        assertThat(open(link + signed(ID, secret)).status())
                .as("the ID has a place")
                .isEqualTo(409);
    }

    /** What was given for a signature before there was a place must not open the next person's. */
    @Test
    void aSignedArrivalBeforeThePlaceIsNoKeyToWhatComesAfterAnErasure() {
        long study = studyWithHmac(false);
        long set = lab.openSet(study, 3);
        String link = link(set);
        String secret = secretOf(study);
        String early = tokenOf(link + signed(ID, secret));
        String elsewhere = tokenOf(link + signed(ID, secret));
        assertThat(person(early).consent(consent()).expect(200).text("returnCode"))
                .isNotBlank();
        person(early).answers().expect(200);
        person(elsewhere).answers().expect(403);
        String key = tokenOf(link + signed(ID, secret));
        person(key).answers().expect(200);

        person(early).withdraw().expect(204);
        String anew = tokenOf(link + "PROLIFIC_PID=" + ID);
        person(anew).consent(consent()).expect(200);
        person(anew).answer(0, 1, 2, 3).expect(200);

        for (String old : List.of(early, elsewhere)) {
            person(old).answers().expect(403);
            person(old).withdraw().expect(403);
        }
        person(key).answers().expect(401);
        person(tokenOf(link + signed(ID, secret))).answers().expect(200);
    }

    @Test
    void theSecretIsShownOnceAndKeptSealed(CapturedOutput output) {
        long study = studyWithHmac(false);
        String made = secretOf(study);
        assertThat(made).hasSize(32);
        String own = "a-secret-that-the-recruiter-has";
        assertThat(staff.put(secretPath(study), Map.of("secret", own))
                        .expect(200)
                        .text("secret"))
                .isEqualTo(own);
        staff.put(secretPath(study), Map.of("secret", "short")).expectFault(422, "secret");
        staff.put(secretPath(study), Map.of("secret", "with spaces in between")).expectFault(422, "secret");
        staff.put(secretPath(999_999), Map.of()).expect(404);
        Api.stranger(port).put(secretPath(study), Map.of()).expect(401);

        String kept =
                jdbc.sql("select * from signing_secret").query().listOfRows().toString()
                        + jdbc.sql("select * from audit_event").query().listOfRows()
                        + jdbc.sql("select * from study").query().listOfRows();
        assertThat(kept).contains("signing secret set").doesNotContain(made, own);
        assertThat(output.getAll()).doesNotContain(made, own);
        String file = staff.get("/api/v1/studies/" + study + "/protocol.json")
                .expect(200)
                .body();
        assertThat(file).contains("\"signatureParameter\"").doesNotContain(made, own);
        Visitor admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
        assertThat(admin.get("/studies/" + study + "/protocol").body())
                .contains("signature")
                .doesNotContain(own);
        String page = "/studies/" + study + "/signing-secret";
        assertThat(admin.get(page).body()).contains("Replace the secret").doesNotContain(own);
        String shown = Visitor.found(
                "class=\"once\"[^>]*>([^<]{32})<",
                admin.post(page, Map.of("secret", ""), page).body());
        assertThat(admin.get(page).body()).doesNotContain(shown);
        assertThat(admin.post(page, Map.of("secret", "short"), page).body()).contains("16 to 200 letters");
        long copy = staff.post("/api/v1/studies", Map.of("name", "Copy", "copyOf", study))
                .expect(201)
                .json()
                .get("id")
                .asLong();
        assertThat(admin.get("/studies/" + copy + "/signing-secret").body()).contains("There is none yet");
        assertThat(admin.post(page + "/removal", Map.of(), page).body()).contains("The secret is removed");
    }

    @Test
    void aTokenThatTheRecruiterSignedOpensEverything() throws JOSEException {
        long set = lab.openSet(studyWithJwt("/keys"), 2);
        String link = link(set);
        somebodyTakesPart(set, link + "PROLIFIC_PID=" + ID);
        String token = token(claims(), KEY);

        assertThat(statusOfOwnAnswers(link + "prolific_token=" + token)).isEqualTo(200);
        assertThat(statusOfOwnAnswers(link + "PROLIFIC_PID=" + ID + "&prolific_token=" + token))
                .isEqualTo(200);
        assertThat(open(link + "prolific_token=" + token).header("Location")).doesNotContain("token", ID);
        assertThat(statusOfOwnAnswers(link + "PROLIFIC_PID=" + ID))
                .as("unsigned")
                .isEqualTo(403);
        assertThat(asked.get()).as("the keys are kept").isEqualTo(1);
    }

    @Test
    void aTokenThatIsWrongOrExpiredIsTurnedAwayAndNothingIsKept() throws JOSEException {
        long set = lab.openSet(studyWithJwt("/keys"), 2);
        String link = link(set);
        SignedJWT byPublicKey = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build(), claims());
        byPublicKey.sign(new MACSigner(KEY.toRSAPublicKey().getEncoded()));
        String right = token(claims(), KEY);
        String unsigned = new PlainJWT(claims()).serialize();

        for (String wrong : List.of(
                token(claims(c -> c.issuer("https://evil.example")), KEY),
                token(claims(c -> c.audience("https://c25.example.org.evil.example/")), KEY),
                token(claims(c -> c.audience(List.of())), KEY),
                token(claims(c -> c.expirationTime(Date.from(Instant.now().minusSeconds(3600)))), KEY),
                token(claims(c -> c.expirationTime(null)), KEY),
                token(claims(c -> c.expirationTime(Date.from(Instant.now().plusSeconds(90_000)))), KEY),
                token(claims(c -> c.issueTime(Date.from(Instant.now().minusSeconds(100_000)))), KEY),
                token(claims(c -> c.notBeforeTime(Date.from(Instant.now().plusSeconds(3600)))), KEY),
                token(claims(c -> c.claim("prolific", Map.of())), KEY),
                token(claims(c -> c.claim("prolific", ID)), KEY),
                token(claims(c -> c.claim("prolific", Map.of("PROLIFIC_PID", "a b"))), KEY),
                token(claims(), new RSAKey.Builder(OTHER).keyID("one").build()),
                byPublicKey.serialize(),
                unsigned,
                right.substring(0, right.length() - 8),
                "x".repeat(7000),
                "x.y.z")) {
            Api.Answer answer = open(link + "prolific_token=" + wrong);
            assertThat(answer.status()).as(wrong).isEqualTo(403);
            assertThat(answer.body()).contains("This address has expired", "lab@example.org");
        }
        assertThat(open(link + "PROLIFIC_PID=another&prolific_token=" + right).status())
                .isEqualTo(403);
        assertThat(invitations(set)).isZero();
        assertThat(open(link + "prolific_token=" + right).status()).isEqualTo(302);
    }

    @Test
    void keysThatCannotBeHadAreNoReasonToLetAnybodyIn() throws JOSEException {
        serve("/moved", 302, "");
        serve("/broken", 500, "");
        serve("/large", 200, "{\"keys\":[], \"x\": \"" + "x".repeat(200_000) + "\"}");
        serve("/other", 200, "<html>");
        for (String path : List.of("/moved", "/broken", "/large", "/other")) {
            long set = lab.openSet(studyWithJwt(path), 2);
            Api.Answer answer = open(link(set) + "prolific_token=" + token(claims(), KEY));
            assertThat(answer.status()).as(path).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isNotBlank();
            assertThat(answer.body()).contains("Please try again in a moment", "lab@example.org");
            assertThat(invitations(set)).isZero();
        }
    }

    @Test
    void tokensOfUnknownKeysDoNotBecomeRequestsToTheRecruiter() throws JOSEException {
        long set = lab.openSet(studyWithJwt("/keys"), 2);
        String link = link(set);
        String right = token(claims(), KEY);
        open(link + "prolific_token=" + right).expect(302);
        RSAKey unknown = new RSAKey.Builder(OTHER).keyID("unknown").build();
        for (int i = 0; i < 10; i++) {
            assertThat(open(link + "prolific_token=" + token(claims(), unknown)).status())
                    .isIn(403, 503);
        }

        assertThat(asked.get()).isLessThanOrEqualTo(3);
        open(link + "prolific_token=" + right).expect(302);
    }

    @Test
    void whatIsWrongInTheSettingsIsNamed() {
        refused(Map.of("signedOnly", true), "recruiter.signatureParameter");
        refused(Map.of("signatureParameter", "PROLIFIC_PID"), "recruiter.signatureParameter");
        refused(Map.of("signatureParameter", "a b"), "recruiter.signatureParameter");
        for (String url :
                List.of("http://example.org/keys", "ftp://example.org", "https://u:p@example.org", "keys", "")) {
            Map<String, String> jwt = Map.of("jwksUrl", url, "issuer", "i", "audience", "a", "idClaim", "sub");
            refused(Map.of("signatureParameter", "token", "jwt", jwt), "recruiter.jwt.jwksUrl");
        }
        for (String inside : List.of(
                "https://127.0.0.1/keys",
                "http://127.0.0.1/keys",
                "https://0.0.0.0/keys",
                "https://10.1.2.3/keys",
                "https://192.168.0.1/keys",
                "https://172.16.0.1:8443/keys",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1/keys",
                "https://[::1]/keys",
                "https://[fe80::1]/keys",
                "https://[fd00::1]/keys",
                "https://[::ffff:10.0.0.1]/keys",
                "https://2130706433/keys")) {
            Map<String, String> jwt = Map.of("jwksUrl", inside, "issuer", "i", "audience", "a", "idClaim", "sub");
            refused(Map.of("signatureParameter", "token", "jwt", jwt), "recruiter.jwt.jwksUrl");
        }
        refused(
                Map.of("signatureParameter", "token", "jwt", Map.of("jwksUrl", "https://example.org/keys")),
                "recruiter.jwt.audience");
    }

    private void refused(Map<String, Object> signing, String field) {
        Map<String, Object> all = new HashMap<>(signing);
        all.put("name", "Prolific");
        all.put("idParameter", "PROLIFIC_PID");
        staff.post("/api/v1/studies", Map.of("name", "Refused", "recruiter", all))
                .expectFault(422, field);
    }
}
