package org.c25.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.c25.testing.Api;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Admins find accounts and API tokens by the address, and see the same ones again after an action. */
@OnBothDatabases
class FindingAccountsTest {

    private static final Pattern ROW = Pattern.compile("scope=\"row\">([^<]+)<");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    /** A part of every name here, since other tests make accounts, too. */
    private String common;

    private Visitor admin;

    @BeforeEach
    void anAdmin() {
        common = "q" + System.nanoTime();
        admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
    }

    private String account(String name, Role role) {
        return Visitor.found(
                "class=\"once\"[^>]*>([^<]+)<",
                admin.post("/accounts", Map.of("name", name, "role", role.name()), "/accounts")
                        .body());
    }

    private long id(String account) {
        return jdbc.sql("select id from account where name = ?")
                .param(account)
                .query(Long.class)
                .single();
    }

    private List<String> rows(String address) {
        return ROW.matcher(admin.get(address).body())
                .results()
                .map(row -> row.group(1))
                .toList();
    }

    @Test
    void accountsAreSearchedSortedAndFilteredByTheAddressAlsoAfterAnAction() {
        String anna = "anna-" + common;
        String ben = "Ben-" + common;
        account(ben, Role.ADMIN);
        account(anna, Role.EXPERIMENTER);
        String ours = "/accounts?q=" + common;

        assertThat(rows(ours + "&sort=name")).containsExactly(anna, ben);
        assertThat(rows(ours + "&sort=-name")).containsExactly(ben, anna);
        assertThat(rows(ours + "&sort=since")).containsExactly(anna, ben);
        assertThat(rows("/accounts?q=ANNA-" + common)).containsExactly(anna);
        assertThat(rows(ours + "&status=DISABLED")).isEmpty();

        String asked = admin.get("/accounts/" + id(anna) + "/disabling?q=" + common + "&sort=-name")
                .body();
        assertThat(asked).contains(ours + "&amp;sort=-name");
        HttpResponse<String> after =
                admin.post("/accounts/" + id(anna) + "/disabling", Map.of("q", common, "sort", "-name"), "/accounts");

        assertThat(after.uri().getRawQuery()).isEqualTo("q=" + common + "&sort=-name");
        assertThat(rows(ours + "&status=DISABLED")).containsExactly(anna);
        assertThat(rows(ours + "&status=ACTIVE")).containsExactly(ben);
        assertThat(admin.get("/accounts?q=no+such+" + common).body())
                .contains("Nothing here fits", "no such " + common, "Show all");
    }

    @Test
    void tokensAreSearchedAndSortedByTheAddressAlsoAfterOneIsRevoked() {
        String kim = "kim-" + common;
        String lee = "lee-" + common;
        for (String name : List.of(lee, kim)) {
            Api.stranger(port)
                    .named(name, account(name, Role.EXPERIMENTER))
                    .post("/api/v1/tokens", Map.of("name", "script of " + name))
                    .expect(201);
        }
        String ours = "/accounts/tokens?q=" + common;

        assertThat(rows(ours + "&sort=account")).containsExactly(kim, lee);
        assertThat(rows(ours + "&sort=-account")).containsExactly(lee, kim);
        assertThat(rows(ours + "&sort=made")).containsExactly(kim, lee);
        assertThat(rows("/accounts/tokens?q=Script+of+LEE-" + common)).containsExactly(lee);
        assertThat(admin.get("/accounts/tokens?q=no+such+" + common).body())
                .contains("Nothing here fits", "Show all")
                .doesNotContain("Nobody has a token that works.");

        long token = jdbc.sql("select id from api_token where name = ?")
                .param("script of " + lee)
                .query(Long.class)
                .single();
        HttpResponse<String> after =
                admin.post("/accounts/tokens/" + token + "/revocation?q=" + common, Map.of(), "/accounts/tokens");

        assertThat(after.uri().getRawQuery()).isEqualTo("q=" + common);
        assertThat(after.body()).contains("The token is revoked");
        assertThat(rows(ours)).containsExactly(kim);
    }
}
