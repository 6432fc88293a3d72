package org.c25.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnPostgreSql;
import org.c25.testing.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database that takes a write, reports no error and changes no row. A trigger does the same, as replication might. */
@OnPostgreSql
class LostWritesTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private long set;
    private Person person;

    @BeforeEach
    void aParticipantHasConsented() {
        Lab lab = new Lab(Api.stranger(port).admin());
        set = lab.openSet(lab.study(Map.of("repeatShare", 0)), 3);
        person = new Person(Api.stranger(port), lab.invite(set, 1).get(0));
        person.consent().expect(200);
    }

    @AfterEach
    void theDatabaseIsWellAgain() {
        jdbc.sql("drop function if exists lose() cascade").update();
    }

    /** The first answer of a person and the usual one go different ways. */
    @ParameterizedTest
    @CsvSource({
        "insert, annotation, 0", "insert, rating, 0", "update, participant, 0",
        "insert, annotation, 1", "insert, rating, 1", "update, participant, 1"
    })
    void aWriteThatChangedNoRowIsNotAcknowledged(String write, String table, int position) {
        for (int before = 0; before < position; before++) {
            person.answer(before, 1, 2, 3).expect(200);
        }
        Map<String, Object> answer = Person.body(UUID.randomUUID().toString(), 4, 5, 6);
        jdbc.sql("create function lose() returns trigger language plpgsql as 'begin return null; end'")
                .update();
        jdbc.sql("create trigger lost before " + write + " on " + table + " for each row execute function lose()")
                .update();

        assertThat(person.answer(position, answer).status()).isGreaterThanOrEqualTo(400);

        theDatabaseIsWellAgain();
        assertThat(person.answer(position, answer).expect(200).body())
                .isEqualTo("{\"position\":%d,\"revision\":1,\"answered\":%d,\"total\":3}"
                        .formatted(position, position + 1));
        assertThat(new RecordCheck(jdbc).differences(set)).isZero();
    }
}
