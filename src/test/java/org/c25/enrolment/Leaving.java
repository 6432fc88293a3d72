package org.c25.enrolment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The right to stop: what becomes of the place, the answers, and all else that is known of somebody who leaves. */
abstract class Leaving {

    private static final String ME = "/api/v1/participant";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Api staff;
    private Lab lab;
    private long set;
    private Api api;
    private Person person;

    @BeforeEach
    void someoneAtWork() {
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
        set = lab.openSet(
                lab.study(Map.of("capacity", 1, "repeatShare", 0, "questions", List.of(Map.of("kind", "AGE")))), 3);
        String token = staff.post("/api/v1/sets/" + set + "/invitations", Map.of("emails", List.of("kim@example.org")))
                .expect(201)
                .json()
                .get(0)
                .get("token")
                .asString();
        api = Api.stranger(port).bearing(token);
        person = new Person(Api.stranger(port), token);
        person.consent().expect(200);
        person.answer(0, 1, 2, 3).expect(200);
        jdbc.sql(
                        "insert into questionnaire_answer select id, 'BEFORE', 'age', '25-34' from participant where set_id = ?")
                .param(set)
                .update();
    }

    @Test
    void answersThatAreKeptStayOutOfTheFilesAndThePlaceIsFree() {
        api.delete(ME + "?answers=KEEP&reason=TOO_LONG").expect(204);

        assertThat(count("annotation a join participant p on p.id = a.participant_id where p.set_id = ?"))
                .isOne();
        assertThat(c25()).contains("participant0\r\n").doesNotContain("1\r\n");
        assertThat(lab.progress(set).get("participants")).isEmpty();
        assertThat(withdrawal().get("participant").asInt()).isZero();
        assertThat(withdrawal().get("kept").asInt()).isOne();
        assertThat(withdrawal().get("reason").asString()).isEqualTo("TOO_LONG");
        person.answer(1, 1, 2, 3).expectProblem(409, "withdrawn");
        person.consent().expectProblem(409, "withdrawn");
        new Person(Api.stranger(port), lab.invite(set, 1).get(0)).consent().expect(200);
    }

    @Test
    void whoIsErasedLeavesThePlaceTheTimeAndTheReasonAlone() {
        api.delete(ME + "?reason=PRIVACY").expect(204);

        assertNothingButTheTombstone();
        assertThat(withdrawal().get("kept").isNull()).isTrue();
        assertThat(withdrawal().get("reason").asString()).isEqualTo("PRIVACY");
        person.consent().expectProblem(409, "erased");
    }

    @Test
    void keptAnswersCanBeErasedLater() {
        api.delete(ME + "?answers=KEEP&reason=UNPLEASANT").expect(204);
        new Person(Api.stranger(port), lab.invite(set, 1).get(0)).consent().expect(200);

        api.delete(ME).expect(204);
        api.delete(ME).expect(204);

        assertThat(count("participant where set_id = ?")).as("the next person").isOne();
        assertThat(withdrawal().get("reason").asString()).isEqualTo("UNPLEASANT");
        assertThat(lab.progress(set).get("participants")).hasSize(1);
    }

    @Test
    void whoHasFinishedCanOnlyErase() {
        person.answer(1, 1, 2, 3).expect(200);
        person.answer(2, 1, 2, 3).expect(200);
        person.complete(3).expect(200);

        api.delete(ME + "?answers=KEEP").expectProblem(409, "finished");
        assertThat(c25()).contains(",1\r\n");
        api.delete(ME).expect(204);

        assertNothingButTheTombstone();
        assertThat(c25()).doesNotContain(",1\r\n");
    }

    @Test
    void anUnknownChoiceIsRefusedAndNobodyLeaves() {
        api.delete(ME + "?answers=SOME").expectFault(422, "answers");
        api.delete(ME + "?reason=BORED").expectFault(422, "reason");

        assertThat(lab.progress(set).get("participants")).hasSize(1);
        assertThat(lab.progress(set).get("withdrawals")).isEmpty();
    }

    private void assertNothingButTheTombstone() {
        assertThat(count("participant where set_id = ?")).isZero();
        assertThat(count("trial t join item i on i.id = t.item_id where i.set_id = ?"))
                .isZero();
        assertThat(count("invitation where set_id = ? and email is not null")).isZero();
        assertThat(count("annotation a join trial t on t.participant_id = a.participant_id and t.position = a.position"
                        + " join item i on i.id = t.item_id where i.set_id = ?"))
                .isZero();
        assertThat(jdbc.sql("select count(*) from questionnaire_answer q where not exists"
                                + " (select 1 from participant p where p.id = q.participant_id)")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(count("withdrawal where set_id = ? and participant_id is null and slot_number = 0"))
                .isOne();
    }

    private int count(String from) {
        return jdbc.sql("select count(*) from " + from)
                .param(set)
                .query(Integer.class)
                .single();
    }

    private JsonNode withdrawal() {
        return lab.progress(set).get("withdrawals").get(0);
    }

    private String c25() {
        return new String(lab.export(set, "expression_set1_C1.csv"), UTF_8);
    }
}
