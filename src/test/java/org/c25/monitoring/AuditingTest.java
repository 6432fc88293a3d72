package org.c25.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The audit page: an admin sees everything, an experimenter what was done to their own studies. */
@OnBothDatabases
class AuditingTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Visitor admin;
    private Visitor experimenter;
    private String name;
    private Api api;
    private long own;
    private long ownSet;
    private long others;

    @BeforeEach
    void twoStudies() {
        admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
        name = "e" + UUID.randomUUID().toString().substring(0, 8);
        String password = Visitor.found(
                "class=\"once\">([^<]+)",
                admin.post("/accounts", Map.of("name", name, "role", "EXPERIMENTER"), "/accounts")
                        .body());
        experimenter = new Visitor(port);
        experimenter.signIn(name, password);
        api = Api.stranger(port).account(name, password);
        own = new Lab(api).study();
        ownSet = new Lab(api).openSet(own, 2);
        others = new Lab(Api.stranger(port).admin()).study();
    }

    @Test
    void anExperimenterReadsWhatWasDoneToTheirOwnStudiesTheNewestFirst() {
        Lab lab = new Lab(Api.stranger(port).admin());
        lab.close(ownSet);

        List<String> rows = rows(experimenter, "/audit");

        assertThat(rows)
                .containsExactly(
                        "admin set closed set " + ownSet,
                        name + " set opened set " + ownSet,
                        name + " set created set " + ownSet + " RANDOM, 2 images",
                        rows.get(3));
        assertThat(rows.get(3)).startsWith(name + " study created study " + own);
    }

    @Test
    void anAdminReadsEverythingAndCanAskForOneStudy() {
        assertThat(String.join("\n", rows(admin, "/audit")))
                .contains(
                        "study created study " + own,
                        "study created study " + others,
                        "account created account " + name);

        assertThat(rows(admin, "/audit?study=" + own))
                .hasSize(3)
                .allMatch(row -> row.contains(" study " + own) || row.contains(" set " + ownSet));
        assertThat(experimenter.get("/audit?study=" + others).statusCode()).isEqualTo(404);
        assertThat(experimenter.get("/audit?study=").statusCode())
                .as("the filter's first choice")
                .isEqualTo(200);
    }

    @Test
    void theWordsInTheAddressAreLookedForInEverything() {
        assertThat(rows(experimenter, "/audit?q=SET+OPENED")).hasSize(1);
        assertThat(rows(experimenter, "/audit?q=2+images&study=" + own)).hasSize(1);
        assertThat(rows(admin, "/audit?study=" + own + "&q=set_"))
                .as("_ is no joker")
                .isEmpty();
        assertThat(admin.get("/audit?q=100%25+of+nothing").body())
                .contains("Nothing has these words in it.", "value=\"100% of nothing\"");
    }

    @Test
    void moreThanAPageIsReadPageByPage() {
        for (int i = 0; i < AuditTrail.PAGE; i++) {
            jdbc.sql("insert into audit_event (at, actor, action, subject, details)"
                            + " values (current_timestamp, 'system', 'counted', ?, ?)")
                    .params("study " + own, "<" + i + ">")
                    .update();
        }

        String first = experimenter.get("/audit?study=" + own).body();
        assertThat(first).contains("&lt;99&gt;").doesNotContain("set opened");
        String next = Visitor.found("href=\"(/audit[^\"]*before=\\d+)\"", first).replace("&amp;", "&");
        List<String> rows = rows(experimenter, next);
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0)).contains("set opened");
        assertThat(experimenter.get(next).body()).contains("Newest").doesNotContain("Earlier");
        assertThat(experimenter
                        .get("/audit?study=" + own + "&q=counted&before=" + Long.MAX_VALUE)
                        .body())
                .as("the next page looks for the same")
                .contains("/audit?study=" + own + "&amp;q=counted");
    }

    /** The rows of a page without the time. */
    private static List<String> rows(Visitor visitor, String path) {
        String page = visitor.get(path).body();
        String table =
                page.contains("<tbody>") ? page.substring(page.indexOf("<tbody>"), page.indexOf("</tbody>")) : "";
        return table.replaceAll("\\s+", " ")
                .replaceAll("<tr> <td><time[^>]*>[^<]*</time></td>", "\n")
                .replaceAll("<[^>]+>", "")
                .lines()
                .map(row -> row.strip().replaceAll(" +", " "))
                .filter(row -> !row.isEmpty())
                .toList();
    }
}
