package org.c25.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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
import tools.jackson.databind.JsonNode;

/** Nothing that ends something happens by one click: a page says first what it means, and what can be undone can be. */
@OnBothDatabases
class AskingFirstTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Api staff;
    private Lab lab;
    private Visitor admin;

    @BeforeEach
    void aLab() {
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
        admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
    }

    private Person joined(String token) {
        Person person = new Person(Api.stranger(port), token);
        person.consent().expect(200);
        person.answer(0, 1, 2, 3).expect(200);
        return person;
    }

    private JsonNode link(long set) {
        return staff.post("/api/v1/sets/" + set + "/invitations", Map.of("count", 1))
                .expect(201)
                .json()
                .get(0);
    }

    /** The page that asks, which changes nothing. */
    private String asked(String address) {
        String page = admin.get(address).body();
        assertThat(page)
                .contains("class=\"danger\"", "Leave it as it is", "action=\"" + address.split("\\?")[0] + "\"");
        return page;
    }

    @Test
    void revokingALinkIsAskedFirstAndCanBeUndoneWithinADay() {
        long set = lab.openSet(lab.study(Map.of("repeatShare", 0)), 2);
        JsonNode made = link(set);
        Person person = joined(made.get("token").asString());
        String list = "/sets/" + set + "/invitations";
        String revocation = list + "/" + made.get("id").asLong() + "/revocation";
        assertThat(admin.get(list).body()).contains("href=\"" + revocation).doesNotContain("action=\"" + revocation);

        assertThat(asked(revocation))
                .contains("at work", "1 person is at work, 0 have finished; 1 answer in all.", "within a day");

        person.answer(1, 1, 2, 3).expect(200);
        assertThat(admin.post(revocation, Map.of("page", "1"), revocation).body())
                .contains("The link is revoked.", "Restore");
        person.trials("").expect(401);
        admin.post(revocation.replace("revocation", "restoration"), Map.of(), list);
        person.trials("").expect(200);
        staff.delete("/api/v1" + revocation).expectProblem(409, "not revoked");
        staff.post("/api/v1" + revocation).expect(204);
        person.trials("").expect(401);
        staff.delete("/api/v1" + revocation).expect(204);
        person.trials("").expect(200);
        staff.post("/api/v1" + revocation).expect(204);
        jdbc.sql("update invitation set revoked_at = revoked_at - 25 * interval '1' hour where id = ?")
                .param(made.get("id").asLong())
                .update();
        assertThat(admin.get(list).body()).doesNotContain("Restore");
        staff.delete("/api/v1" + revocation).expectProblem(409, "more than a day ago");
    }

    @Test
    void aLinkForAnAddressComesBackUnlessThePersonHasAnother() {
        long set = lab.openSet(lab.study(), 2);
        String invitations = "/api/v1/sets/" + set + "/invitations";
        Map<String, Object> body = Map.of("emails", List.of("Maria@example.org"), "send", false);
        long first = staff.post(invitations, body)
                .expect(201)
                .json()
                .get(0)
                .get("id")
                .asLong();
        staff.post(invitations + "/" + first + "/revocation").expect(204);
        long second = staff.post(invitations, body)
                .expect(201)
                .json()
                .get(0)
                .get("id")
                .asLong();

        staff.delete(invitations + "/" + first + "/revocation").expectProblem(409, "another link by now");

        staff.post(invitations + "/" + second + "/revocation").expect(204);
        staff.delete(invitations + "/" + first + "/revocation").expect(204);
        staff.post(invitations, body).expect(409);
    }

    @Test
    void theRecruitingLinkComesBackToo() {
        long set = lab.openSet(
                lab.study(Map.of("recruiter", Map.of("name", "Prolific", "idParameter", "PROLIFIC_PID"))), 2);
        String address = "/sets/" + set + "/recruiting-link";
        String url = staff.post("/api/v1" + address).expect(201).text("url");
        String link = url.substring(url.indexOf("/recruit/")) + "?PROLIFIC_PID=somebody";

        assertThat(asked(address + "/revocation")).contains("0 people have a slot by it", "within a day");

        admin.post(address + "/revocation", Map.of(), address + "/revocation");
        Api.stranger(port).get(link).expect(410);
        assertThat(admin.post(address + "/restoration", Map.of(), "/sets/" + set + "/invitations")
                        .body())
                .contains("works again");
        Api.stranger(port).get(link).expect(302);
        staff.delete("/api/v1" + address).expect(204);
        staff.delete("/api/v1" + address + "/revocation").expect(204);
        staff.delete("/api/v1" + address + "/revocation").expectProblem(409, "not revoked");
    }

    @Test
    void archivingClosingAndPausingSayWhomTheyTouch() {
        long study = lab.study(Map.of("repeatShare", 0));
        long set = lab.openSet(study, 2);
        Person person = joined(lab.invite(set, 1).get(0));

        for (String address :
                List.of("/studies/" + study + "/archiving", "/sets/" + set + "/closing", "/sets/" + set + "/pause")) {
            assertThat(asked(address))
                    .contains("1 person is at work, 0 have finished; 1 answer in all.", "at any time");
        }

        person.trials("").expect(200);
        String archiving = "/studies/" + study + "/archiving";
        assertThat(admin.post(archiving, Map.of(), archiving).body()).contains("Take it out of the archive");
        person.trials("").expect(409);
        admin.post("/studies/" + study + "/unarchiving", Map.of(), "/studies/" + study);
        person.trials("").expect(200);
    }

    @Test
    void imagesAccountsAndTokensAreAskedForToo() {
        long set = lab.draftSet(lab.study(), 3);
        String removal = "/sets/" + set + "/images/removal";
        assertThat(admin.get(removal + "?index=1001&index=1002").body())
                .contains("Remove 2 images", Lab.filename(1), Lab.filename(2), "value=\"1002\"");
        assertThat(admin.get(removal).body()).contains("First tick the images");
        admin.post(removal, Map.of("index", "1001"), removal + "?index=1001");
        assertThat(admin.get("/sets/" + set + "/items").body()).contains("2 images");

        long id = jdbc.sql("select id from account where name = 'admin'")
                .query(Long.class)
                .single();
        assertThat(asked("/accounts/" + id + "/disabling")).contains("Disable the account admin?");
        assertThat(asked("/accounts/" + id + "/password-reset")).contains("signed out everywhere");
        long token = jdbc.sql("select max(id) from api_token where account_id = ? and revoked_at is null")
                .param(id)
                .query(Long.class)
                .single();
        assertThat(asked("/account/tokens/" + token + "/revocation")).contains("refused from now on");
        staff.get("/api/v1/sets/" + set + "/progress").expect(200);
    }
}
