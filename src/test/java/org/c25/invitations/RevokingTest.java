package org.c25.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
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

/** A link that is taken back: whoever has it learns that, and whom to ask. */
@OnBothDatabases
class RevokingTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Lab lab;

    @BeforeEach
    void aLab() {
        lab = new Lab(Api.stranger(port).admin());
    }

    private Person person(String token) {
        return new Person(Api.stranger(port), token);
    }

    private static String home(String token) {
        return ParticipantCookie.home(new Secret(token));
    }

    @Test
    void aRevokedLinkNamesItsStudyAndWhomToAsk() {
        long set = lab.openSet(lab.study(Map.of("contact", "lab@example.org")), 2);
        List<String> tokens = lab.invite(set, 2);
        Visitor visitor = new Visitor(port);
        visitor.get("/join/" + tokens.get(0));
        person(tokens.get(0)).consent().expect(200);
        Visitor admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
        for (String token : tokens) {
            long invitation = jdbc.sql("select id from invitation where secret_hash = ?")
                    .param(new Secret(token).hash())
                    .query(Long.class)
                    .single();
            String links = "/sets/" + set + "/invitations";
            admin.post(links + "/" + invitation + "/revocation", Map.of(), links);
        }

        for (String path : List.of("/join/" + tokens.get(0), home(tokens.get(0)), home(tokens.get(0)) + "/trials")) {
            HttpResponse<String> page = visitor.get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(410);
            assertThat(page.body())
                    .contains("This link no longer works", "have revoked it", "lab@example.org")
                    .containsPattern("<title>Study \\d+");
        }
        Api.Answer opened = Api.stranger(port).get("/join/" + tokens.get(1)).expect(410);
        assertThat(opened.response().headers().allValues("Set-Cookie")).isEmpty();
        person(tokens.get(0)).trials("").expectProblem(401, "invitation token");
        assertThat(visitor.get(home(tokens.get(0)) + "/api/trials").statusCode())
                .as("the page's script keeps what it has")
                .isEqualTo(401);
        assertThat(visitor.get("/join/nobodys").statusCode()).isEqualTo(404);
        assertThat(new Visitor(port).get(home(tokens.get(0))).statusCode()).isEqualTo(401);
    }

    @Test
    void whoHasErasedIsNotToldThatAnswersStayWhenTheLinkIsRevoked() {
        String token = lab.invite(lab.openSet(lab.study(), 2), 1).get(0);
        person(token).consent().expect(200);
        person(token).withdraw().expect(204);
        jdbc.sql("update invitation set revoked_at = current_timestamp where secret_hash = ?")
                .param(new Secret(token).hash())
                .update();

        HttpResponse<String> page = new Visitor(port).get("/join/" + token);

        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body())
                .contains("Your answers are erased from the study", "Copies of the data that were made before")
                .doesNotContain("stay with them");
    }
}
