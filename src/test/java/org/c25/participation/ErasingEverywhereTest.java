package org.c25.participation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
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

/** Everybody can have a copy of all that is kept of them, and have it erased; where a copy stays, it is said. */
@OnBothDatabases
class ErasingEverywhereTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    List<PersonalRecords> records;

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

    /** What the copy has in fields of its own. */
    private static final List<String> IN_PLAIN_SIGHT = List.of(
            "annotation",
            "rating",
            "rating_slot",
            "trial",
            "slot",
            "slot_event",
            "questionnaire_answer",
            "picture_report");

    private List<String> tablesWith(String column) {
        return jdbc.sql(
                        "select table_name from information_schema.columns where table_schema = 'public' and column_name = ?")
                .param(column)
                .query(String.class)
                .list();
    }

    @Test
    void everyTableWithAPersonInItIsInTheCopy() {
        TreeSet<String> told = new TreeSet<>(IN_PLAIN_SIGHT);
        records.forEach(each -> told.addAll(each.tables()));

        TreeSet<String> kept = new TreeSet<>(List.of("invitation", "audit_event"));
        kept.addAll(tablesWith("participant_id"));
        kept.addAll(tablesWith("invitation_id"));

        assertThat(kept).as("told to the person whom it is about").isSubsetOf(told);
    }

    @Test
    void theCopyHasEverythingAndErasingLeavesNothing() {
        long set = lab.openSet(
                lab.study(Map.of(
                        "repeatShare", 0,
                        "recruiter", Map.of("name", "Prolific", "idParameter", "PROLIFIC_PID"),
                        "recruitment", Map.of("oneSetEach", true))),
                1);
        JsonNode link = staff.post(
                        "/api/v1/sets/" + set + "/invitations",
                        Map.of("emails", List.of("maria@example.org"), "send", false))
                .expect(201)
                .json()
                .get(0);
        Person person = new Person(Api.stranger(port), link.get("token").asString());
        new Visitor(port).get("/join/" + link.get("token").asString());
        person.consent(Map.of("accepted", true, "locale", "en", "outsideId", "5f3a9c"))
                .expect(200);
        person.answer(0, 1, 2, 3).expect(200);
        String code = person.complete(1).expect(200).text("code");
        long invitation = link.get("id").asLong();
        long participant = jdbc.sql("select id from participant where invitation_id = ?")
                .param(invitation)
                .query(Long.class)
                .single();
        jdbc.sql("insert into letter (invitation_id, kind, state, written_at, next_attempt_at)"
                        + " values (?, 'REMINDER', 'SENT', current_timestamp, current_timestamp)")
                .param(invitation)
                .update();
        jdbc.sql("insert into flag_decision (participant_id, rule, decision, note, decided_by, decided_at)"
                        + " values (?, 'LONG_RUN', 'DISMISSED', 'looked at it', 'admin', current_timestamp)")
                .param(participant)
                .update();
        staff.post("/api/v1/sets/" + set + "/snapshots").expect(201);
        String links = "/sets/" + set + "/invitations";
        admin.post(links + "/" + invitation + "/revocation", Map.of(), links);
        admin.post(links + "/" + invitation + "/restoration", Map.of(), links);

        JsonNode kept = person.data().expect(200).json().get("kept");

        assertThat(kept.at("/link/0/emailAddress").asString()).isEqualTo("maria@example.org");
        assertThat(kept.at("/steps/0/completionCode").asString()).isEqualTo(code);
        assertThat(kept.at("/letters/0/kind").asString()).isEqualTo("REMINDER");
        assertThat(kept.at("/flagDecisions/0/note").asString()).isEqualTo("looked at it");
        assertThat(kept.at("/frozenVersions/0/version").asInt()).isEqualTo(1);
        assertThat(kept.get("auditTrail").valueStream())
                .extracting(event ->
                        event.get("who").asString() + ": " + event.get("what").asString())
                .containsExactly("staff: invitation revoked", "staff: invitation restored");
        assertThat(kept.at("/auditTrail/0/at").asString()).isNotEmpty();
        assertThat(kept.get("auditTrail").toString()).doesNotContain("admin");
        assertThat(kept.propertyNames()).contains("recruiterId", "onePlaceInTheStudy");

        person.withdraw().expect(204);

        for (String table : tablesWith("participant_id")) {
            assertThat(rows(table, "participant_id", participant)).as(table).isZero();
        }
        for (String table : tablesWith("invitation_id")) {
            assertThat(rows(table, "invitation_id", invitation)).as(table).isZero();
        }
        assertThat(jdbc.sql("select count(*) from invitation where id = ? and email is null and sealed_secret is null")
                        .param(invitation)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /** Who has lost their place can still leave, and somebody else has that place by then. */
    @Test
    void anothersLeavingIsNotInTheCopy() {
        long set = lab.openSet(lab.study(Map.of("repeatShare", 0, "capacity", 1)), 1);
        List<String> links = lab.invite(set, 2);
        Person before = new Person(Api.stranger(port), links.get(0));
        before.consent().expect(200);
        lab.release(set, 0);
        Person now = new Person(Api.stranger(port), links.get(1));
        now.consent().expect(200);

        Api.stranger(port)
                .bearing(links.get(0))
                .delete("/api/v1/participant?answers=KEEP")
                .expect(204);

        assertThat(trail(now)).isEmpty();
        assertThat(trail(before)).containsExactly("staff: slot released", "you: withdrew");
    }

    private static List<String> trail(Person person) {
        return person.data()
                .expect(200)
                .json()
                .at("/kept/auditTrail")
                .valueStream()
                .map(event ->
                        event.get("who").asString() + ": " + event.get("what").asString())
                .toList();
    }

    private int rows(String table, String column, long id) {
        return jdbc.sql("select count(*) from " + table + " where " + column + " = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    @Test
    void aFrozenVersionWithErasedAnswersIsMarkedMadeAnewAndTakenAwayByItsOwner() {
        String name = "owner-" + System.nanoTime();
        Visitor boss = admin;
        String password = Visitor.found(
                "class=\"once\">([^<]+)<",
                boss.post("/accounts", Map.of("name", name, "role", "EXPERIMENTER"), "/accounts")
                        .body());
        Api owner = Api.stranger(port).account(name, password);
        Lab own = new Lab(owner);
        long set = own.openSet(own.study(Map.of("repeatShare", 0)), 2);
        List<Person> people = own.invite(set, 2).stream()
                .map(token -> new Person(Api.stranger(port), token))
                .toList();
        people.forEach(person -> person.consent().expect(200));
        people.forEach(person -> person.answer(0, 1, 2, 3).expect(200));
        String snapshots = "/api/v1/sets/" + set + "/snapshots";
        owner.post(snapshots, Map.of("note", "the paper")).expect(201);
        owner.post(snapshots + "/1/renewal").expectProblem(409, "can stay as it is");
        Visitor page = new Visitor(port);
        page.signIn(name, password);
        String data = "/sets/" + set + "/data";
        assertThat(page.get(data).body()).doesNotContain("had them erased since");

        people.get(0).withdraw().expect(204);

        assertThat(owner.get(snapshots).json().get(0).get("erased").asInt()).isEqualTo(1);
        assertThat(page.get(data).body())
                .contains("had them erased since", "version 1 (1 of 2).", "Make version 1 anew without them");
        assertThat(page.post("/sets/" + set + "/snapshots/1/renewal", Map.of(), data)
                        .body())
                .contains(
                        "Version 2 is frozen in place of version 1", "in place of version 1", "made anew as version 2");
        JsonNode anew = owner.get(snapshots).json().get(0);
        assertThat(anew.get("replaces").asInt()).isEqualTo(1);
        assertThat(anew.get("erased").asInt()).isZero();
        assertThat(anew.get("people").asInt()).isEqualTo(1);
        assertThat(page.get("/sets/" + set + "/snapshots/1/removal").body())
                .contains(
                        "what 2 people had answered until then",
                        "1 of them has had their answers erased",
                        "class=\"danger\"");
        owner.delete(snapshots + "/1").expect(204);
        owner.get(snapshots + "/1/data-package.zip").expect(404);
        assertThat(page.get(data).body()).contains("removed ").doesNotContain("had them erased since");
        Api.stranger(port).delete(snapshots + "/2").expect(401);
    }

    @Test
    void eachFrozenVersionThatHoldsSomebodyErasedIsMadeAnewOnItsOwn() {
        long set = lab.openSet(lab.study(Map.of("repeatShare", 0)), 2);
        List<Person> people = lab.invite(set, 2).stream()
                .map(token -> new Person(Api.stranger(port), token))
                .toList();
        people.forEach(person -> person.consent().expect(200));
        String snapshots = "/api/v1/sets/" + set + "/snapshots";
        people.get(0).answer(0, 1, 2, 3).expect(200);
        staff.post(snapshots, Map.of("note", "the draft")).expect(201);
        people.get(0).answer(1, 1, 2, 3).expect(200);
        staff.post(snapshots, Map.of("note", "the paper")).expect(201);
        people.get(0).withdraw().expect(204);

        staff.post(snapshots + "/1/renewal").expect(201);
        staff.post(snapshots + "/2/renewal").expect(201);

        assertThat(staff.get(snapshots)
                        .json()
                        .valueStream()
                        .map(version -> version.get("version").asInt() + " replaces "
                                + version.path("replaces").asInt() + ", "
                                + version.get("note").asString()))
                .containsExactly(
                        "4 replaces 2, the paper",
                        "3 replaces 1, the draft",
                        "2 replaces 0, the paper",
                        "1 replaces 0, the draft");
    }
}
