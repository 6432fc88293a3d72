package org.c25.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.c25.testing.Api;
import org.c25.testing.Api.Answer;
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

/** Staff give a slot on by hand, and read what happened to it. */
@OnBothDatabases
class ReplacingTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Api staff;
    private Lab lab;
    private Visitor admin;
    private long set;
    private String token;
    private String page;

    @BeforeEach
    void somebodyHasTheOnlySlot() {
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
        admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
        set = lab.openSet(lab.study(Map.of("capacity", 1, "repeatShare", 0)), 2);
        token = join();
        person(token).answer(0, 5, 9, 9).expect(200);
        page = "/sets/" + set + "/slots/0";
    }

    private String join() {
        String link = lab.invite(set, 1).get(0);
        person(link).consent().expect(200);
        return link;
    }

    private Person person(String link) {
        return new Person(Api.stranger(port), link);
    }

    private JsonNode slot() {
        return staff.get("/api/v1/sets/" + set + "/slots/0").expect(200).json();
    }

    private Answer release(String query) {
        return staff.delete("/api/v1/sets/" + set + "/slots/0" + query);
    }

    @Test
    void theSetLeadsToTheSlotAndTheSlotSaysWhatAReleaseDoes() {
        assertThat(admin.get("/sets/" + set).body()).contains("href=\"" + page + "\"", "/sets/" + set + "/slots\"");
        assertThat(admin.get("/sets/" + set + "/slots").body()).contains("href=\"" + page + "\"", ">at work<", "1/2");
        assertThat(admin.get(page).body())
                .contains(
                        "Release this slot",
                        "free at once",
                        "1 answer stays",
                        "can't be undone",
                        "Is in this slot now.");
        assertThat(admin.get("/sets/" + set + "/slots/1").statusCode()).isEqualTo(404);
    }

    @Test
    void whoIsAtWorkIsReleasedWithAReasonAndCanComeBack() {
        String participant = slot().get("participant").asString();
        assertThat(admin.post(page + "/release", Map.of("participant", participant, "note", " "), page)
                        .body())
                .contains("say why")
                .contains("open=\"open\"");

        String after = admin.post(page + "/release", Map.of("participant", participant, "note", "Left <early>"), page)
                .body();

        assertThat(after)
                .contains("participant0 is free", "Released by admin", "Left &lt;early&gt;", "1/2")
                .contains("1 answer is kept, in no file");
        assertThat(slot().get("participant").isNull()).isTrue();
        assertThat(slot().get("kept").asInt()).isEqualTo(1);
        assertThat(lab.progress(set).get("participants")).isEmpty();
        assertThat(audited()).contains("admin slot released slot 0: Left <early>");
        assertThat(admin.get("/sets/" + set + "/invitations").body()).contains("released");
        Visitor late = new Visitor(port);
        assertThat(late.get("/join/" + token).body())
                .contains("The people who run this study have opened your place", "Go on where I was");

        Api.stranger(port).bearing(token).post("/api/v1/participant/return").expect(200);
        assertThat(admin.get(page).body()).contains("came back", "Came back to this slot");
        assertThat(auditTrail(token)).contains("slot 0: Left <early>").doesNotContain("admin");
    }

    private String auditTrail(String of) {
        return String.valueOf(person(of).data().expect(200).json().get("kept").get("auditTrail"));
    }

    @Test
    void theNextInAPlaceIsToldNothingOfTheOneBefore() {
        release("?note=Too+slow").expect(204);
        String next = lab.invite(set, 1).get(0);
        person(next).consent().expect(200);
        person(next).answer(0, 1, 1, 1).expect(200);

        assertThat(auditTrail(next)).isEqualTo("null");
        release("?note=Another+reason").expect(204);
        assertThat(auditTrail(next)).contains("Another reason").doesNotContain("Too slow");
        assertThat(auditTrail(token)).contains("Too slow").doesNotContain("Another reason");
    }

    private String audited() {
        return String.join(
                "\n",
                jdbc.sql("select actor || ' ' || action || ' ' || details from audit_event where subject = ?")
                        .param("set " + set)
                        .query(String.class)
                        .list());
    }

    @Test
    void whoHasFinishedIsReplacedAndKeepsCodeAndAnswers() {
        person(token).answer(1, 5, 9, 9).expect(200);
        String code = person(token).complete(2).expect(200).text("code");

        release("?note=Flags").expect(204);

        assertThat(lab.progress(set).get("completed").asInt()).isZero();
        assertThat(new String(lab.export(set, "expression_set1_C1.csv"))).doesNotContain(",5\r\n");
        assertThat(person(token).complete(2).expect(200).text("code")).isEqualTo(code);
        Visitor visitor = new Visitor(port);
        assertThat(visitor.get("/join/" + token).body()).contains(code, "Thank you");
        Api.stranger(port).bearing(token).post("/api/v1/participant/return").expectProblem(409, "code stays valid");
        Api.stranger(port)
                .bearing(token)
                .delete("/api/v1/participant?answers=KEEP")
                .expectProblem(409, "finished");
        assertThat(audited()).contains("admin participant replaced slot 0: Flags");
        assertThat(admin.get("/sets/" + set + "/invitations").body()).contains(">replaced");

        String next = join();
        person(next).answer(0, 3, 1, 1).expect(200);
        assertThat(new String(lab.export(set, "expression_set1_C1.csv"))).containsOnlyOnce(",3\r\n");
        assertThat(admin.get(page).body())
                .contains("Finished on", "Replaced by admin", "2 answers are kept, in no file", "Flags");
        Api.stranger(port).bearing(token).delete("/api/v1/participant").expect(204);
        assertThat(lab.progress(set).get("participants")).hasSize(1);
        assertThat(admin.get(page).body()).contains(">erased<");
        assertThat(slot().get("history")
                        .valueStream()
                        .map(event -> event.get("what").asString() + " "
                                + event.get("participant").isNull()))
                .containsExactly("TAKEN true", "COMPLETED true", "REPLACED true", "TAKEN false");
    }

    @Test
    void nobodyLosesAPlaceByMistake() {
        long participant = slot().get("participant").asLong();
        release("").expectFault(422, "note");
        release("?note=" + "x".repeat(201)).expectFault(422, "note");
        release("?note=why&participant=" + (participant + 1)).expectProblem(409, "changed hands");
        staff.delete("/api/v1/sets/" + set + "/slots/1?note=why").expect(404);
        assertThat(slot().get("participant").asLong()).isEqualTo(participant);

        release("?note=why&participant=" + participant).expect(204);
        release("?note=why").expectProblem(409, "is free");
        assertThat(admin.send(page + "/release", Map.of("note", "why", "_csrf", admin.formToken("/studies")))
                        .body())
                .contains("is free");
    }

    @Test
    void nobodyElsesSlotsAreSeenOrReleased() {
        String name = "e" + UUID.randomUUID().toString().substring(0, 8);
        String password = Visitor.found(
                "class=\"once\">([^<]+)",
                admin.post("/accounts", Map.of("name", name, "role", "EXPERIMENTER"), "/accounts")
                        .body());
        Api other = Api.stranger(port).account(name, password);

        other.get("/api/v1/sets/" + set + "/slots/0").expect(404);
        other.delete("/api/v1/sets/" + set + "/slots/0?note=why").expect(404);
        assertThat(lab.progress(set).get("participants")).hasSize(1);
    }

    @Test
    void whoWithdrewStandsInTheHistoryAndImportedAnswersCanBeReplaced() {
        Api.stranger(port)
                .bearing(token)
                .delete("/api/v1/participant?answers=KEEP")
                .expect(204);
        assertThat(admin.get(page).body()).contains("Withdrew.", "1 answer is kept, in no file", ">free<");
        String csv = "index,filename,participant0\r\n1000,face-000.png,%1$s\r\n1001,face-001.png,%1$s\r\n";
        staff.upload(
                        "/api/v1/sets/" + set + "/imports",
                        Map.of(
                                "expression", csv.formatted("4").getBytes(),
                                "valence", csv.formatted("0.25").getBytes(),
                                "arousal", csv.formatted("0.5").getBytes()))
                .expect(201);
        assertThat(admin.get(page).body()).contains("Answers from a file", "Replace #");

        release("?note=Wrong+file").expect(204);

        assertThat(new String(lab.export(set, "expression_set1_C1.csv"))).doesNotContain(",4\r\n");
        assertThat(slot().get("history")
                        .valueStream()
                        .map(event -> event.get("what").asString()))
                .containsExactly("TAKEN", "WITHDRAWN", "IMPORTED", "REPLACED");
    }
}
