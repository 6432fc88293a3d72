package org.c25.participation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
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

/** The right to stop: out at any time, with the answers kept or with everything erased. */
@OnBothDatabases
class LeavingTest {

    private static final String PARTICIPANT = "/api/v1/participant";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Api staff;
    private Lab lab;
    private long set;

    @BeforeEach
    void aSetWithOnePlace() {
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
        set = lab.openSet(lab.study(Map.of("capacity", 1, "repeatShare", 0)), 3);
    }

    private Api bearing(String token) {
        return Api.stranger(port).bearing(token);
    }

    private Person person(String token) {
        return new Person(Api.stranger(port), token);
    }

    /** Somebody at work, with this many answers. */
    private String atWork(int answers) {
        String token = lab.invite(set, 1).get(0);
        person(token).consent().expect(200);
        IntStream.range(0, answers)
                .forEach(position -> person(token).answer(position, 5, 9, 9).expect(200));
        return token;
    }

    @Test
    void whoErasesLeavesATombstoneAndNothingElse() {
        String token = staff.post(
                        "/api/v1/sets/" + set + "/invitations", Map.of("emails", List.of("someone@example.org")))
                .expect(201)
                .json()
                .get(0)
                .get("token")
                .asString();
        person(token).consent().expect(200);
        person(token).answer(0, 1, 2, 3).expect(200);
        person(token).reportPicture(1, "{\"reason\":\"status 500\"}").expect(204);
        long id = onlyParticipant();
        jdbc.sql(
                        "insert into questionnaire_answer (participant_id, part, question, answer) values (?, 'BEFORE', 'age', '25')")
                .param(id)
                .update();
        assertThat(tablesThatMention(id)).contains("annotation", "trial", "slot", "picture_report", "participant");

        bearing(token).delete(PARTICIPANT + "?reason=PRIVACY").expect(204);

        assertThat(tablesThatMention(id)).isEmpty();
        assertThat(jdbc.sql("select * from invitation where set_id = ?")
                        .param(set)
                        .query()
                        .singleRow())
                .containsEntry("withdrawn", true)
                .containsEntry("email", null);
        assertThat(jdbc.sql("select * from withdrawal where set_id = ?")
                        .param(set)
                        .query()
                        .singleRow())
                .containsEntry("slot_number", 0)
                .containsEntry("reason", "PRIVACY")
                .containsEntry("remark", null)
                .containsEntry("participant_id", null);
        assertThat(jdbc.sql("select actor || ', ' || action || ', ' || details from audit_event where subject = ?")
                        .param("set " + set)
                        .query(String.class)
                        .list())
                .noneMatch(event -> event.contains(String.valueOf(id)) || event.contains("someone"))
                .contains("a participant, withdrew, slot 0, answers erased")
                .noneMatch(event -> event.contains("consented"));
    }

    private long onlyParticipant() {
        return jdbc.sql("select id from participant where set_id = ?")
                .param(set)
                .query(Long.class)
                .single();
    }

    private List<String> tablesThatMention(long participant) {
        List<String> tables = jdbc.sql("""
                        select distinct table_name from information_schema.columns
                        where column_name = 'participant_id' and table_schema = 'public'""").query(String.class).list();
        assertThat(tables).contains("slot", "trial", "annotation", "withdrawal");
        return java.util.stream.Stream.concat(
                        tables.stream().filter(table -> mentions(table, "participant_id", participant)),
                        java.util.stream.Stream.of("participant").filter(table -> mentions(table, "id", participant)))
                .toList();
    }

    private boolean mentions(String table, String column, long participant) {
        return jdbc.sql("select count(*) from " + table + " where " + column + " = ?")
                        .param(participant)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Test
    void keptAnswersStayOutOfTheFilesAndThePlaceIsFreeAtOnce() {
        String leaver = atWork(2);

        bearing(leaver).delete(PARTICIPANT + "?answers=KEEP&reason=TOO_LONG").expect(204);

        assertThat(new String(lab.export(set, "expression_set1_C1.csv"))).doesNotContain(",5\r\n");
        String next = atWork(0);
        person(next).answer(0, 3, 1, 1).expect(200);
        assertThat(new String(lab.export(set, "expression_set1_C1.csv")))
                .containsOnlyOnce(",3\r\n")
                .doesNotContain(",5\r\n");
        assertThat(lab.progress(set).get("participants")).hasSize(1);
        assertThat(jdbc.sql("""
                        select count(*) from annotation a join participant p on p.id = a.participant_id
                        where p.set_id = ? and p.status = 'WITHDRAWN'""").param(set).query(Integer.class).single()).isEqualTo(2);
    }

    @Test
    void whoHasLeftNeverReturns() {
        String keeping = atWork(1);
        bearing(keeping).delete(PARTICIPANT + "?answers=KEEP").expect(204);
        String erasing = atWork(1);
        bearing(erasing).delete(PARTICIPANT).expect(204);

        for (String token : List.of(keeping, erasing)) {
            person(token).consent().expectProblem(409, "withdrawn");
            person(token).trials("").expectProblem(409, "withdrawn");
            person(token).answer(1, 1, 1, 1).expectProblem(409, "withdrawn");
            person(token).complete(3).expectProblem(409, "withdrawn");
            assertThat(page(token).get("/join/" + token).body()).contains("You have withdrawn");
        }
        assertThat(lab.progress(set).get("participants")).isEmpty();
    }

    @Test
    void keptAnswersCanStillBeErased() {
        String token = atWork(2);
        bearing(token).delete(PARTICIPANT + "?answers=KEEP&reason=TECHNICAL").expect(204);
        long id = onlyParticipant();
        assertThat(withdrawals().get(0).get("kept").asInt()).isEqualTo(2);
        assertThat(withdrawals().get(0).get("participant").asInt()).isZero();
        assertThat(withdrawals().get(0).get("reason").asString()).isEqualTo("TECHNICAL");

        bearing(token).delete(PARTICIPANT + "?answers=KEEP&reason=OTHER").expect(204);
        bearing(token).delete(PARTICIPANT + "?answers=ERASE").expect(204);
        bearing(token).delete(PARTICIPANT + "?answers=KEEP").expect(204);

        assertThat(tablesThatMention(id)).isEmpty();
        assertThat(withdrawals()).hasSize(1);
        assertThat(withdrawals().get(0).get("kept").isNull()).isTrue();
        assertThat(withdrawals().get(0).get("reason").asString()).isEqualTo("TECHNICAL");
    }

    private JsonNode withdrawals() {
        return lab.progress(set).get("withdrawals");
    }

    @Test
    void whoHasFinishedCanEraseAndNothingElse() {
        String token = atWork(3);
        String code = person(token).complete(3).expect(200).text("code");

        bearing(token).delete(PARTICIPANT + "?answers=KEEP").expectProblem(409, "finished");

        assertThat(new String(lab.export(set, "expression_set1_C1.csv"))).contains(",5\r\n");
        assertThat(person(token).complete(3).expect(200).text("code")).isEqualTo(code);
        long id = onlyParticipant();
        bearing(token).delete(PARTICIPANT).expect(204);
        assertThat(tablesThatMention(id)).isEmpty();
    }

    @Test
    void leavingIsSaidInWordsThatAreKnown() {
        String token = atWork(1);

        bearing(token).delete(PARTICIPANT + "?answers=perhaps").expectFault(422, "answers");
        bearing(token).delete(PARTICIPANT + "?reason=perhaps").expectFault(422, "reason");

        assertThat(lab.progress(set).get("participants")).hasSize(1);
    }

    @Test
    void leavingBeforeConsentLeavesNoTrace() {
        String token = lab.invite(set, 1).get(0);

        bearing(token).delete(PARTICIPANT).expect(204);

        assertThat(withdrawals()).isEmpty();
        person(token).consent().expect(200);
    }

    @Test
    void thePageAsksWhatHappensToTheAnswersAndTakesNoAnswerForNone() {
        String token = atWork(1);
        Visitor visitor = page(token);
        String page = home(visitor, token) + "/withdrawal";

        assertThat(visitor.get(page).body()).doesNotContain("checked");
        assertThat(visitor.post(page, Map.of("remark", "Too <many> faces"), page)
                        .body())
                .contains("Choose first")
                .contains("Too &lt;many&gt; faces");
        assertThat(visitor.post(page, Map.of("answers", "ERASE", "remark", "x".repeat(201)), page)
                        .statusCode())
                .isEqualTo(422);
        assertThat(lab.progress(set).get("participants")).hasSize(1);

        assertThat(visitor.post(
                                page,
                                Map.of("answers", "KEEP", "reason", "UNPLEASANT", "remark", " Too <many> faces "),
                                page)
                        .body())
                .contains("You have withdrawn")
                .contains("The researchers keep the answers");
        assertThat(withdrawals().get(0).get("remark").asString()).isEqualTo("Too <many> faces");
        Visitor admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
        assertThat(admin.get("/sets/" + set).body())
                .contains("1 kept")
                .contains("unpleasant")
                .contains("Too &lt;many&gt; faces");
    }

    @Test
    void aReasonIsNeverNeeded() {
        String token = atWork(1);
        Visitor visitor = page(token);
        String page = home(visitor, token) + "/withdrawal";

        assertThat(visitor.post(page, Map.of("answers", "ERASE", "reason", "", "remark", " "), page)
                        .body())
                .contains("Your answers are erased from the study", "Copies of the data that were made before");

        assertThat(withdrawals().get(0).get("reason").isNull()).isTrue();
        assertThat(withdrawals().get(0).get("remark").isNull()).isTrue();
    }

    @Test
    void whoseAnswersAreKeptCanStillTakeACopy() {
        String token = atWork(2);
        bearing(token).delete(PARTICIPANT + "?answers=KEEP").expect(204);
        Visitor visitor = page(token);
        String copy = home(visitor, token) + "/answers.csv";

        assertThat(visitor.get(home(visitor, token)).body()).contains(copy);
        assertThat(visitor.get(copy).body()).hasLineCount(3);
        bearing(token).delete(PARTICIPANT).expect(204);
        assertThat(visitor.get(copy).statusCode()).isEqualTo(409);
    }

    private Visitor page(String token) {
        Visitor visitor = new Visitor(port);
        visitor.get("/join/" + token);
        return visitor;
    }

    private static String home(Visitor visitor, String token) {
        return visitor.get("/join/" + token).uri().getPath().replaceAll("(/p/[^/]+).*", "$1");
    }

    @Test
    void answersOnTheirWayWhileSomebodyErasesAreErasedOrRefused() throws Exception {
        String token = atWork(0);
        long id = onlyParticipant();
        List<Callable<Integer>> calls = IntStream.range(0, 12)
                .<Callable<Integer>>mapToObj(i -> () -> i == 6
                        ? bearing(token).delete(PARTICIPANT).status()
                        : person(token).answer(i % 3, 1, 1, 1).status())
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            for (Future<Integer> status : threads.invokeAll(calls)) {
                assertThat(status.get()).isIn(200, 204, 409);
            }
        } finally {
            threads.shutdown();
        }

        assertThat(tablesThatMention(id)).isEmpty();
        assertThat(withdrawals()).hasSize(1);
    }
}
