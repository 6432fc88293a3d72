package org.c25.links;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.c25.security.Secret;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Person;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page of a set's links, where no mail server is named: made, taken along, and followed. */
@OnBothDatabases
class InvitingTest {

    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Api staff;
    private Lab lab;
    private Visitor admin;
    private long set;

    @BeforeEach
    void anOpenSet() {
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
        set = lab.openSet(lab.study(Map.of("name", "Faces <&> feelings")), 2);
        admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
    }

    private String page() {
        return "/sets/" + set + "/invitations";
    }

    private String status(String token) {
        long id = id(token);
        return Visitor.found(
                "(?s)>#" + id + "</th>.*?<span class=\"state [a-z_]+\">([^<]+)<",
                admin.get(page()).body());
    }

    private long id(String token) {
        return jdbc.sql("select id from invitation where secret_hash = ?")
                .param(new Secret(token).hash())
                .query(Long.class)
                .single();
    }

    @Test
    void aLinkSaysWhatBecameOfIt() {
        String token = lab.invite(set, 1).get(0);
        Person person = new Person(Api.stranger(port), token);
        assertThat(status(token)).isEqualTo("unused");

        new Visitor(port).get("/join/" + token);
        assertThat(status(token)).isEqualTo("opened");
        String opened = openedAt(token);
        new Visitor(port).get("/join/" + token);
        assertThat(openedAt(token)).isEqualTo(opened);
        Visitor unwilling = new Visitor(port);
        unwilling.get("/join/" + token);
        String home = "/p/" + new Secret(token).hash().substring(0, 16);
        unwilling.post(home + "/consent", Map.of("accepted", "false"), home + "?language=en");
        assertThat(status(token)).as("nothing is kept of who does not agree").isEqualTo("unused");

        person.consent().expect(200);
        assertThat(status(token)).isEqualTo("consented");
        person.answer(0, 1, 2, 3).expect(200);
        assertThat(status(token)).isEqualTo("at work");
        stall(token);
        assertThat(status(token)).isEqualTo("stalled");
        person.answer(1, 1, 2, 3).expect(200);
        person.complete(2).expect(200);
        assertThat(status(token)).isEqualTo("done");
        person.withdraw().expect(204);
        assertThat(status(token)).isEqualTo("withdrawn");
        admin.post(page() + "/" + id(token) + "/revocation?page=1", Map.of(), page());
        assertThat(status(token)).isEqualTo("revoked");
    }

    private String openedAt(String token) {
        return jdbc.sql("select opened_at from invitation where id = ?")
                .param(id(token))
                .query(String.class)
                .single();
    }

    private void stall(String token) {
        jdbc.sql("update participant set stalled_at = current_timestamp where invitation_id = ?")
                .param(id(token))
                .update();
    }

    @Test
    void theLinksAreCountedFilteredAndPaged() {
        List<String> tokens = lab.invite(set, 230);
        new Visitor(port).get("/join/" + tokens.get(0));

        String first = admin.get(page()).body();
        String last = admin.get(page() + "?page=3").body();
        String opened = admin.get(page() + "?status=OPENED").body();

        assertThat(first).containsPattern("all <b>230</b>").containsPattern("unused</span> <b>229</b>");
        assertThat(rows(first)).isEqualTo(100);
        assertThat(rows(last)).isEqualTo(30);
        assertThat(last).contains("Page 3 of 3");
        assertThat(rows(opened)).isEqualTo(1);
        assertThat(opened).contains("#" + id(tokens.get(0)) + "<");
        assertThat(rows(admin.get(page() + "?status=DONE").body())).isZero();
    }

    private static long rows(String html) {
        return Pattern.compile("scope=\"row\"").matcher(html).results().count();
    }

    @Test
    void anAddressHasOneLiveLinkInASet() {
        String path = "/api/v1/sets/" + set + "/invitations";
        staff.post(path, Map.of("emails", List.of(" Anna@Example.org "))).expect(201);

        staff.post(path, Map.of("emails", List.of("ben@example.org", "BEN@example.org")))
                .expectFault(422, "emails[1]");
        staff.post(path, Map.of("emails", List.of("ben@example.org", "anna@example.ORG")))
                .expectFault(409, "emails[1]");
        String page = admin.post(
                        page() + "/by-email",
                        Map.of(
                                "emails",
                                "cleo@example.org\n\nben@example.org, nobody; cleo@EXAMPLE.org\nanna@example.org"),
                        page())
                .body();

        assertThat(page)
                .contains("Nothing was stored")
                .contains("line 3 (nobody): ")
                .contains("line 3 (cleo@EXAMPLE.org): ")
                .contains("the same address as at line 1")
                .contains("cleo@example.org\n\nben@example.org");
        assertThat(admin.post(page() + "/by-email", Map.of("emails", "ben@example.org\nanna@example.org"), page())
                        .body())
                .contains("line 2 (anna@example.org): ")
                .contains("has a link in this set already");
        assertThat(jdbc.sql("select count(*) from invitation where set_id = ?")
                        .param(set)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        long other = lab.openSet(lab.study(), 2);
        staff.post("/api/v1/sets/" + other + "/invitations", Map.of("emails", List.of("anna@example.org")))
                .expect(201);
    }

    @Test
    void withoutAMailServerThePageSaysWhatToSetAndLinksAreMade() {
        assertThat(admin.get(page()).body())
                .contains("No e-mail can be sent from here yet", "spring.mail.host")
                .doesNotContain("Remind those");
        String path = "/api/v1/sets/" + set + "/invitations";
        staff.post(path, Map.of("emails", List.of("anna@example.org"), "send", true))
                .expectFault(422, "send");
        staff.post(path, Map.of("emails", List.of("anna@example.org"))).expect(201);
        assertThat(jdbc.sql(
                                "select count(*) from letter l join invitation i on i.id = l.invitation_id where i.set_id = ?")
                        .param(set)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(Api.stranger(port).get("/actuator/health").status()).isEqualTo(200);
    }

    @Test
    void newLinksAreTakenAlongAsAFile() {
        String made = admin.post(page() + "/by-email", Map.of("emails", "anna@example.org\nben@example.org"), page())
                .body();
        String links = links(made);

        HttpResponse<String> csv = admin.post(page() + "/links.csv", Map.of("links", links), page());

        assertThat(csv.headers().firstValue("Content-Disposition").orElse("")).contains("links_set1.csv");
        List<String> urls = links.lines().toList();
        assertThat(csv.body())
                .isEqualTo("index,email,url\r\n"
                        + id(secret(urls.get(0))) + ",anna@example.org," + urls.get(0) + "\r\n"
                        + id(secret(urls.get(1))) + ",ben@example.org," + urls.get(1) + "\r\n");
        assertThat(csv.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    private static String links(String html) {
        return Visitor.found("(?s)<textarea name=\"links\" hidden[^>]*>([^<]+)<", html)
                .strip();
    }

    private static String secret(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    @Test
    void aTelephoneReadsTheLinkFromACard() {
        String links = links(admin.post(page(), Map.of("count", "9"), page()).body());

        String cards = admin.post(page() + "/cards", Map.of("links", links, "language", "ar"), page())
                .body();

        List<String> read = Pattern.compile("viewBox=\"0 0 (\\d+) \\1\"[^>]*><path d=\"([^\"]+)\"")
                .matcher(cards)
                .results()
                .map(svg -> decoded(Integer.parseInt(svg.group(1)), svg.group(2)))
                .toList();
        assertThat(read).isEqualTo(links.lines().toList());
        assertThat(cards).contains("Faces &lt;&amp;&gt; feelings", "dir=\"rtl\"", "امسحوا الرمز");
        assertThat(Pattern.compile("class=\"sheet\"").matcher(cards).results().count())
                .isEqualTo(2);
        for (String url : links.lines().toList()) {
            assertThat(cards).contains(">" + url + "<");
        }
    }

    /** Draws the path at four pixels a module, and reads it as the clean drawing it is. */
    private static String decoded(int side, String path) {
        int scale = 4;
        int[] pixels = new int[side * scale * side * scale];
        Arrays.fill(pixels, 0xffffff);
        Matcher run = RUN.matcher(path);
        while (run.find()) {
            int x = Integer.parseInt(run.group(1));
            int y = Integer.parseInt(run.group(2));
            int length = Integer.parseInt(run.group(3));
            for (int row = y * scale; row < (y + 1) * scale; row++) {
                Arrays.fill(pixels, row * side * scale + x * scale, row * side * scale + (x + length) * scale, 0);
            }
        }
        LuminanceSource picture = new RGBLuminanceSource(side * scale, side * scale, pixels);
        try {
            return new QRCodeReader()
                    .decode(
                            new BinaryBitmap(new GlobalHistogramBinarizer(picture)),
                            Map.of(DecodeHintType.PURE_BARCODE, true))
                    .getText();
        } catch (ReaderException e) {
            throw new AssertionError(path, e);
        }
    }

    @Test
    void onlyLinksOfTheSetGoOnCards() {
        String own = links(admin.post(page(), Map.of("count", "1"), page()).body());
        long other = lab.openSet(lab.study(), 2);
        String foreign = own.replaceAll("[^/]+$", "") + lab.invite(other, 1).get(0);
        for (String bad : List.of(
                foreign,
                own.replaceFirst("http://[^/]+", "https://evil.example"),
                own + "\n" + own + "x",
                "javascript:alert(1)",
                "")) {
            for (String to : List.of("/cards", "/links.csv")) {
                assertThat(admin.post(page() + to, Map.of("links", bad), page()).statusCode())
                        .as(bad)
                        .isEqualTo(422);
            }
        }
        assertThat(new Visitor(port)
                        .send(page() + "/cards", Map.of("links", own))
                        .body())
                .doesNotContain(secret(own));
    }
}
