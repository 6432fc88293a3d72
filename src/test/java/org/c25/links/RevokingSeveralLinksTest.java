package org.c25.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.c25.testing.Api;
import org.c25.testing.AtOnce;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Person;
import org.c25.testing.UndoButton;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Staff find links by the address, and revoke several at once, after they have read what that means to whom. */
@OnBothDatabases
class RevokingSeveralLinksTest {

    private static final Pattern ROW = Pattern.compile("scope=\"row\">#(\\d+)<");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Lab lab;
    private Visitor admin;
    private long set;
    private String links;
    private List<Long> ids;
    private String worker;

    @BeforeEach
    void fourLinks() {
        Api staff = Api.stranger(port).admin();
        lab = new Lab(staff);
        admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
        set = lab.openSet(lab.study(), 2);
        links = "/sets/" + set + "/invitations";
        worker = lab.invite(set, 3).get(1);
        staff.post("/api/v1" + links, Map.of("emails", List.of("Zoe+faces@example.org")))
                .expect(201);
        new Person(Api.stranger(port), worker).consent().expect(200);
        ids = jdbc.sql("select id from invitation where set_id = ? order by id")
                .param(set)
                .query(Long.class)
                .list();
    }

    private List<Long> rows(String query) {
        return ROW.matcher(admin.get(links + query).body())
                .results()
                .map(row -> Long.valueOf(row.group(1)))
                .toList();
    }

    private int audited() {
        return jdbc.sql("select count(*) from audit_event where subject = ? and action = 'invitation revoked'")
                .param("set " + set)
                .query(Integer.class)
                .single();
    }

    @Test
    void linksAreSearchedAndSortedByTheAddress() {
        assertThat(rows("?sort=-link")).isEqualTo(ids);
        assertThat(rows("?q=zoe%2Bfaces")).containsExactly(ids.get(3));
        assertThat(rows("?q=participant0")).containsExactly(ids.get(1));
        assertThat(rows("?q=%23" + ids.get(2))).containsExactly(ids.get(2));
        assertThat(rows("?sort=-for")).first().isEqualTo(ids.get(3));
        assertThat(rows("?status=CONSENTED&q=participant0")).containsExactly(ids.get(1));
        assertThat(admin.get(links + "?q=zoe%2Bfaces&status=UNUSED").body())
                .contains("?q=zoe%2Bfaces&amp;status=UNUSED&amp;sort=made");
    }

    @Test
    void pagesKeepTheFilter() {
        lab.invite(set, 130);

        assertThat(admin.get(links + "?status=UNUSED&sort=-link").body())
                .contains("Page 1 of 2", "?status=UNUSED&amp;sort=-link&amp;page=2", "all 133 links shown, on 2 pages");
        assertThat(rows("?status=UNUSED&sort=-link&page=2")).hasSize(33);
    }

    @Test
    void thePageBeforeSaysWhatWillHappenToWhomAndWhoIsPassedOver() {
        admin.post(links + "/" + ids.get(0) + "/revocation", Map.of(), links);
        String ticked = Stream.of(0, 1, 3).map(i -> "&link=" + ids.get(i)).reduce("", String::concat);

        String asked =
                admin.get(links + "/ticked/revocation?sort=-link" + ticked).body();

        assertThat(asked)
                .contains("Revoke 2 links?", "Will happen (2)", "Will be passed over (1)")
                .contains("#" + ids.get(1), "participant0 won&#39;t be able to go on")
                .contains("#" + ids.get(3) + " (Zoe+faces@example.org)", "Nobody will be able to join by it.")
                .contains("revoked already", links + "?sort=-link");
        assertThat(admin.get(links + "/ticked/revocation").body()).contains("First tick the links");
    }

    @Test
    void allOfThemWorkAgainWithOneUndo() {
        String meant = ids.get(0) + "," + ids.get(1);
        HttpResponse<String> revoked =
                admin.post(links + "/ticked/revocation", Map.of("links", meant, "q", "%23"), links);
        Person atWork = new Person(Api.stranger(port), worker);
        atWork.answer(0, 1, 2, 3).expect(401);

        HttpResponse<String> undone = UndoButton.on(revoked).pressedBy(admin);

        assertThat(undone.uri().getPath()).isEqualTo(links);
        assertThat(undone.uri().getQuery()).isEqualTo("q=%23");
        assertThat(undone.body()).contains("#" + ids.get(0), "#" + ids.get(1), "work again.");
        atWork.answer(0, 1, 2, 3).expect(200);
        assertThat(admin.post(links + "/ticked/restoration", Map.of("links", meant), links)
                        .body())
                .contains("Nothing was changed. Passed over:");
    }

    @Test
    void eachLinkHasItsAuditEventAndTheSameOnceMoreDoesNothing() {
        String asked =
                admin.get(links + "/ticked/revocation?status=UNUSED&all=true").body();
        String meant = Visitor.found("name=\"links\"\\s+value=\"([^\"]+)\"", asked);

        HttpResponse<String> after =
                admin.post(links + "/ticked/revocation", Map.of("links", meant, "status", "UNUSED"), links);
        String again = admin.post(links + "/ticked/revocation", Map.of("links", meant), links)
                .body();

        assertThat(after.uri().getQuery()).isEqualTo("status=UNUSED");
        assertThat(after.body()).contains("are revoked.");
        assertThat(again).contains("Nothing was changed. Passed over:");
        assertThat(audited()).isEqualTo(3);
        assertThat(rows("?status=CONSENTED")).containsExactly(ids.get(1));
        new Person(Api.stranger(port), worker).answer(0, 1, 2, 3).expect(200);
    }

    @Test
    void anActionOnOneLinkLeadsBackToWhatWasShown() {
        String query = "?q=zoe%2Bfaces&status=UNUSED";
        String asked =
                admin.get(links + "/" + ids.get(3) + "/revocation" + query).body();
        assertThat(asked)
                .contains(links + query.replace("&", "&amp;"))
                .containsPattern("name=\"q\"\\s+value=\"zoe\\+faces\"");

        HttpResponse<String> after = admin.post(
                links + "/" + ids.get(3) + "/revocation", Map.of("q", "zoe+faces", "status", "UNUSED"), links);

        assertThat(after.uri().getRawQuery()).isEqualTo("q=zoe%2Bfaces&status=UNUSED");
        assertThat(after.body()).contains("The link is revoked.", "Nothing here fits");
    }

    @Test
    void twoWhoRevokeAtTheSameMomentRevokeEachLinkOnce() throws Exception {
        String meant = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
        Visitor other = new Visitor(port);
        other.signIn("admin", Api.ADMIN_PASSWORD);

        AtOnce.all(Stream.of(admin, other)
                .<Callable<HttpResponse<String>>>map(
                        who -> () -> who.post(links + "/ticked/revocation", Map.of("links", meant), links))
                .toList());

        assertThat(audited()).isEqualTo(4);
        assertThat(rows("?status=REVOKED")).hasSize(4);
    }

    @Test
    void linksOfSomebodyElsesStudyAreNeitherShownNorRevoked() {
        String name = "stranger-" + System.nanoTime();
        String password = Visitor.found(
                "class=\"once\"[^>]*>([^<]+)<",
                admin.post("/accounts", Map.of("name", name, "role", "EXPERIMENTER"), "/accounts")
                        .body());
        Visitor stranger = new Visitor(port);
        stranger.signIn(name, password);
        String one = String.valueOf(ids.get(0));

        for (String action : List.of("revocation", "reminders")) {
            String address = links + "/ticked/" + action;
            assertThat(stranger.get(address + "?link=" + one).statusCode()).isEqualTo(404);
            assertThat(stranger.get(address + "?all=true").statusCode()).isEqualTo(404);
            assertThat(stranger.post(address, Map.of("links", one), "/studies").statusCode())
                    .isEqualTo(404);
        }
        assertThat(audited()).isZero();
    }

    @Test
    void linksOfAnotherSetAreLeftAlone() {
        long other = lab.openSet(lab.study(), 2);

        String after = admin.post(
                        "/sets/" + other + "/invitations/ticked/revocation",
                        Map.of("links", String.valueOf(ids.get(0))),
                        "/sets/" + other + "/invitations")
                .body();

        assertThat(after).contains("Nothing was changed.");
        assertThat(audited()).isZero();
        assertThat(rows("?status=REVOKED")).isEmpty();
    }
}
