package org.c25;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.c25.testing.Databases;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Databases of earlier versions keep what they hold. */
@Tag("server")
class MigrationTest {

    @Test
    void aStudyWithParticipantsMovesFromTheSecondVersionOnH2() throws SQLException {
        moves(
                "jdbc:h2:file:" + Databases.folder().resolve("old") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
                "sa",
                "",
                "public");
    }

    @Test
    void aStudyWithParticipantsMovesFromTheSecondVersionOnPostgreSql() throws SQLException {
        Databases.Server server = Databases.Server.running();
        moves(
                server.url(),
                server.user(),
                server.password(),
                "old" + UUID.randomUUID().toString().substring(0, 8));
    }

    private static void moves(String url, String user, String password, String schema) throws SQLException {
        Flyway flyway = flyway(url, user, password, schema, "2");
        flyway.migrate();
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement sql = connection.createStatement()) {
            sql.execute("set schema '" + schema + "'");
            String time = "timestamp '2026-01-02 03:04:05+00'";
            sql.execute("insert into account (name, password_hash, password_made_up, role, enabled, created_at) values"
                    + " ('a', 'x', false, 'ADMIN', true, " + time + ")");
            sql.execute("insert into study (owner_id, name, contact, consent, capacity, repeat_share,"
                    + " repeat_minimum_lag, created_at) values (1, 's', '', 'Our text', 2, 0, 20, " + time + ")");
            sql.execute("insert into image_set (study_id, number, kind, state, capacity, items, pictures, created_at)"
                    + " values (1, 1, 'RANDOM', 'OPEN', 2, 1, true, " + time + ")");
            sql.execute("insert into item (set_id, position, source_index, filename) values (1, 0, 7, 'a.jpg')");
            for (int person = 1; person <= 2; person++) {
                sql.execute("insert into invitation (set_id, email, secret_hash, created_at) values (1, 'p" + person
                        + "@example.org', 'h" + person + "', " + time + ")");
            }
            sql.execute("insert into participant (set_id, slot_number, invitation_id, status, trials, consented_at)"
                    + " values (1, 0, 1, 'AT_WORK', 1, " + time + ")");
            sql.execute("insert into participant (set_id, slot_number, invitation_id, status, trials, consented_at,"
                    + " withdrawn_at) values (1, 1, 2, 'WITHDRAWN', 1, " + time + ", " + time + ")");
            sql.execute("insert into slot (set_id, number, participant_id) values (1, 0, 1), (1, 1, null)");
            sql.execute(
                    "insert into trial (participant_id, position, item_id, image_key) values (1, 0, 1, '11111111-2222-4333-8444-555555555555')");
            sql.execute("insert into annotation (id, participant_id, position, revision, expression, answered,"
                    + " recorded_at) values ('66666666-7777-4888-8999-000000000000', 1, 0, 1, 3, 1, " + time + ")");
            sql.execute("insert into audit_event (at, actor, action, subject, details) values (" + time
                    + ", 'participant 1', 'consented', 'set 1', ''), (" + time
                    + ", 'participant 2', 'consented', 'set 1', '')");

            sql.execute("insert into account (name, password_hash, password_made_up, role, enabled, created_at) values"
                    + " ('b', 'x', false, 'EXPERIMENTER', true, " + time + ")");

            flyway(url, user, password, schema, "latest").migrate();

            assertThat(one(
                            sql,
                            "select concat(p.id, ' ', p.status, ' ', a.expression) from participant p"
                                    + " join annotation a on a.participant_id = p.id"))
                    .isEqualTo("1 AT_WORK 3");
            assertThat(one(sql, "select concat(slot_number, ' ', coalesce(reason, 'none')) from withdrawal"))
                    .isEqualTo("1 none");
            assertThat(one(sql, "select name from account where first_steps_away_at is null"))
                    .as("who has no study yet is shown the first steps")
                    .isEqualTo("b");
            assertThat(one(sql, "select count(*) from participant")).isEqualTo("1");
            assertThat(one(sql, "select email from invitation where withdrawn = false"))
                    .isEqualTo("p1@example.org");
            assertThat(one(sql, "select actor from audit_event")).isEqualTo("participant 1");
            assertThat(one(sql, "select concat(version, ' ', text) from consent_text"))
                    .isEqualTo("1 Our text");
        }
    }

    @Test
    void participantsGetTheTermsOfTheirStudyOnH2() throws SQLException {
        getTerms(
                "jdbc:h2:file:" + Databases.folder().resolve("old") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
                "sa",
                "",
                "public");
    }

    @Test
    void participantsGetTheTermsOfTheirStudyOnPostgreSql() throws SQLException {
        Databases.Server server = Databases.Server.running();
        getTerms(
                server.url(),
                server.user(),
                server.password(),
                "old" + UUID.randomUUID().toString().substring(0, 8));
    }

    private static void getTerms(String url, String user, String password, String schema) throws SQLException {
        flyway(url, user, password, schema, "5").migrate();
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement sql = connection.createStatement()) {
            sql.execute("set schema '" + schema + "'");
            String time = "timestamp '2026-01-02 03:04:05+00'";
            sql.execute("insert into account (name, password_hash, password_made_up, role, enabled, created_at) values"
                    + " ('a', 'x', false, 'ADMIN', true, " + time + ")");
            String[] designs = {
                "null",
                "'{\"presentation\":{\"inOrder\":true,\"minimumViewingMillis\":1500},\"pacing\":{}}'",
                "'{\"presentation\":{\"inOrder\":false,\"minimumViewingMillis\":0},\"pacing\":{}}'"
            };
            for (int study = 1; study <= designs.length; study++) {
                sql.execute("insert into study (owner_id, name, contact, consent, capacity, repeat_share,"
                        + " repeat_minimum_lag, created_at, design) values (1, 's', '', '', 2, 0.25, 2" + study + ", "
                        + time + ", " + designs[study - 1] + ")");
                sql.execute("insert into image_set (study_id, number, kind, state, capacity, items, pictures,"
                        + " created_at) values (" + study + ", 1, 'RANDOM', 'OPEN', 2, 1, true, " + time + ")");
                sql.execute("insert into participant (set_id, slot_number, status, trials, consented_at,"
                        + " dimension_order) values (" + study + ", 0, 'AT_WORK', 1, " + time + ", 'EXPRESSION')");
            }
            sql.execute("insert into participant (set_id, slot_number, status, trials, consented_at)"
                    + " values (1, 1, 'IMPORTED', 1, " + time + ")");

            flyway(url, user, password, schema, "latest").migrate();

            assertThat(one(
                                    sql,
                                    "select string_agg(concat(set_id, ': ', in_order, ' ', minimum_viewing_millis, ' ',"
                                            + " repeat_share, ' ', repeat_minimum_lag), ', ' order by set_id)"
                                            + " from participant where status = 'AT_WORK'")
                            .replace("TRUE", "t")
                            .replace("FALSE", "f"))
                    .isEqualTo("1: f 0 0.25 21, 2: t 1500 0.25 22, 3: f 0 0.25 23");
            assertThat(one(sql, "select count(*) from participant where status = 'IMPORTED' and repeat_share is null"))
                    .isEqualTo("1");
        }
    }

    @Test
    void studiesWithAnswersAreFrozenOnH2() throws SQLException {
        freezes(
                "jdbc:h2:file:" + Databases.folder().resolve("old") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
                "sa",
                "",
                "public");
    }

    @Test
    void studiesWithAnswersAreFrozenOnPostgreSql() throws SQLException {
        Databases.Server server = Databases.Server.running();
        freezes(
                server.url(),
                server.user(),
                server.password(),
                "old" + UUID.randomUUID().toString().substring(0, 8));
    }

    /** Of three studies the first has an answer to a face, the second one to a question, the third none. */
    private static void freezes(String url, String user, String password, String schema) throws SQLException {
        flyway(url, user, password, schema, "7").migrate();
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement sql = connection.createStatement()) {
            sql.execute("set schema '" + schema + "'");
            String time = "timestamp '2026-01-02 03:04:05+00'";
            sql.execute("insert into account (name, password_hash, password_made_up, role, enabled, created_at) values"
                    + " ('a', 'x', false, 'ADMIN', true, " + time + ")");
            for (int study = 1; study <= 3; study++) {
                sql.execute("insert into study (owner_id, name, contact, consent, capacity, repeat_share,"
                        + " repeat_minimum_lag, created_at) values (1, 's', '', '', 2, 0, 20, " + time + ")");
                sql.execute("insert into image_set (study_id, number, kind, state, capacity, items, pictures,"
                        + " created_at) values (" + study + ", 1, 'RANDOM', 'OPEN', 2, 1, true, " + time + ")");
                sql.execute("insert into participant (set_id, slot_number, status, trials, consented_at, questions_at)"
                        + " values (" + study + ", 0, 'AT_WORK', 1, " + time + ", " + time + ")");
            }
            sql.execute("insert into item (set_id, position, source_index, filename) values (1, 0, 7, 'a.jpg')");
            sql.execute(
                    "insert into trial (participant_id, position, item_id, image_key) values (1, 0, 1, '11111111-2222-4333-8444-555555555555')");
            sql.execute("insert into annotation (id, participant_id, position, revision, expression, answered,"
                    + " recorded_at) values ('66666666-7777-4888-8999-000000000000', 1, 0, 1, 3, 1, " + time + ")");
            for (String email : List.of("a@example.org", "A@Example.org", "b@example.org")) {
                sql.execute("insert into invitation (set_id, email, secret_hash, created_at) values (1, '" + email
                        + "', 'hash of " + email + "', " + time + ")");
            }
            sql.execute("insert into questionnaire_answer (participant_id, part, question, answer)"
                    + " values (2, 'BEFORE', 'age', '25-34')");

            flyway(url, user, password, schema, "latest").migrate();

            assertThat(one(
                            sql,
                            "select string_agg(concat(id, case when answered_at is null then ' free' else ' frozen' end),"
                                    + " ', ' order by id) from study"))
                    .isEqualTo("1 frozen, 2 frozen, 3 free");
            assertThat(one(sql, "select concat(expression, ' ', revisions, ' ', item_id) from rating"))
                    .isEqualTo("3 1 1");
            assertThat(one(
                            sql,
                            "select string_agg(concat(answered, ' ', annotations), ', ' order by id) from participant"))
                    .isEqualTo("1 1, 0 0, 0 0");
            assertThat(one(sql, "select string_agg(live_email, ', ' order by id) from invitation"))
                    .as("of two links for one address the first one counts")
                    .isEqualTo("a@example.org, b@example.org");
        }
    }

    @Test
    void placesGetTheirHistoryOnH2() throws SQLException {
        getHistory(
                "jdbc:h2:file:" + Databases.folder().resolve("old") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
                "sa",
                "",
                "public");
    }

    @Test
    void placesGetTheirHistoryOnPostgreSql() throws SQLException {
        Databases.Server server = Databases.Server.running();
        getHistory(
                server.url(),
                server.user(),
                server.password(),
                "old" + UUID.randomUUID().toString().substring(0, 8));
    }

    /** One is at work and has answered, one has finished, one left with their answers kept, one had all erased. */
    private static void getHistory(String url, String user, String password, String schema) throws SQLException {
        flyway(url, user, password, schema, "9").migrate();
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement sql = connection.createStatement()) {
            sql.execute("set schema '" + schema + "'");
            sql.execute("insert into account (name, password_hash, password_made_up, role, enabled, created_at) values"
                    + " ('a', 'x', false, 'ADMIN', true, current_timestamp)");
            sql.execute("insert into study (owner_id, name, contact, consent, capacity, repeat_share,"
                    + " repeat_minimum_lag, created_at) values (1, 's', '', '', 2, 0, 20, current_timestamp)");
            sql.execute("insert into image_set (study_id, number, kind, state, capacity, items, pictures, created_at)"
                    + " values (1, 1, 'RANDOM', 'OPEN', 2, 1, true, current_timestamp)");
            sql.execute("insert into item (set_id, position, source_index, filename) values (1, 0, 7, 'a.jpg')");
            sql.execute("insert into participant (set_id, slot_number, status, trials, consented_at, completed_at)"
                    + " values (1, 0, 'WITHDRAWN', 1, timestamp '2026-01-01 00:00:00+00', null),"
                    + " (1, 1, 'COMPLETED', 1, timestamp '2026-01-02 00:00:00+00', timestamp '2026-01-03 00:00:00+00'),"
                    + " (1, 0, 'AT_WORK', 1, timestamp '2026-01-05 00:00:00+00', null)");
            sql.execute("insert into withdrawal (set_id, slot_number, withdrawn_at, participant_id) values"
                    + " (1, 0, timestamp '2026-01-04 00:00:00+00', 1),"
                    + " (1, 1, timestamp '2026-01-01 12:00:00+00', null)");
            sql.execute("insert into slot (set_id, number, participant_id) values (1, 0, 3), (1, 1, 2)");
            sql.execute(
                    "insert into trial (participant_id, position, item_id, image_key) values (3, 0, 1, '11111111-2222-4333-8444-555555555555')");
            sql.execute("insert into questionnaire_answer (participant_id, part, question, answer) values"
                    + " (3, 'BEFORE', 'age', '25-34')");
            sql.execute("insert into annotation (id, participant_id, position, revision, expression, answered,"
                    + " recorded_at) values ('66666666-7777-4888-8999-000000000000', 3, 0, 1, 3, 1, timestamp '2026-01-06 00:00:00+00'),"
                    + " ('66666666-7777-4888-8999-000000000001', 3, 0, 2, 4, 1, timestamp '2026-01-07 00:00:00+00')");

            flyway(url, user, password, schema, "31").migrate();
            sql.execute("insert into item_change (set_id, kind, at, position, source_index, filename)"
                    + " values (1, 'REMOVED', current_timestamp, 1, 8, 'b.jpg')");
            flyway(url, user, password, schema, "latest").migrate();

            assertThat(one(sql, "select concat(filename, coalesce(deed, item, ' has no undo')) from item_change"))
                    .isEqualTo("b.jpg has no undo");
            assertThat(one(
                            sql,
                            "select concat(expression, ' ', revisions, case when first_at < last_at then ' changed later'"
                                    + " else '' end) from rating"))
                    .isEqualTo("4 2 changed later");
            assertThat(one(
                            sql,
                            "select string_agg(concat(cast(a.id as varchar), ' ', cast(t.image_key as varchar)), ', ' order by revision)"
                                    + " from annotation a join trial t on t.participant_id = a.participant_id"
                                    + " where a.set_id is null and t.set_id is null"))
                    .as("UUIDs are the same as when they were text, and rows of before name no set")
                    .isEqualTo("66666666-7777-4888-8999-000000000000 11111111-2222-4333-8444-555555555555,"
                            + " 66666666-7777-4888-8999-000000000001 11111111-2222-4333-8444-555555555555");

            assertThat(one(
                            sql,
                            "select string_agg(concat(slot_number, ' ', what, ' ', coalesce(cast(participant_id as varchar),"
                                    + " 'erased')), ', ' order by id) from slot_event"))
                    .isEqualTo("0 TAKEN 1, 1 WITHDRAWN erased, 1 TAKEN 2, 1 COMPLETED 2, 0 WITHDRAWN 1, 0 TAKEN 3");
            assertThat(one(
                            sql,
                            "select string_agg(concat(id, ' ', case when seen_at = timestamp '2026-01-07 00:00:00+00'"
                                    + " then 'seen' else coalesce(cast(seen_at as varchar), 'never') end), ', ' order by id)"
                                    + " from participant"))
                    .isEqualTo("1 never, 2 never, 3 seen");
            assertThat(one(
                            sql,
                            "select count(*) from participant p join questionnaire_answer q on q.participant_id = p.id"
                                    + " where p.label_languages is null and p.instructions_language is null"
                                    + " and q.language is null and q.answer = '25-34'"))
                    .as("nobody knows what words were seen before it was kept")
                    .isEqualTo("1");
        }
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement sql = connection.createStatement()) {
            sql.execute("set schema '" + schema + "'");
            sql.execute("update participant set status = 'RELEASED' where id = 3");
            sql.execute("insert into slot_event (set_id, slot_number, participant_id, what, at)"
                    + " values (1, 0, 3, 'PUT_BACK', current_timestamp)");
            sql.execute("insert into flag_decision (participant_id, rule, decision, note, decided_by, decided_at)"
                    + " values (3, 'TOO_FAST', 'ACCEPTED', '', 'a', current_timestamp)");
            String takeBack = "insert into flag_decision (participant_id, rule, decision, note, decided_by, decided_at,"
                    + " takes_back) values (3, 'TOO_FAST', 'TAKEN_BACK', '', 'a', current_timestamp, 1)";
            sql.execute(takeBack);
            assertThatThrownBy(() -> sql.execute(takeBack)).hasMessageContaining("flag_decision_taken_back_once");
            assertThatThrownBy(() -> sql.execute("update participant set status = 'LOST' where id = 3"))
                    .hasMessageContaining("participant_status_known");
        }
    }

    @Test
    void modelsOfBeforeStayAsTheyWereOnH2() throws SQLException {
        keepModels(
                "jdbc:h2:file:" + Databases.folder().resolve("old") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
                "sa",
                "",
                "public");
    }

    @Test
    void modelsOfBeforeStayAsTheyWereOnPostgreSql() throws SQLException {
        Databases.Server server = Databases.Server.running();
        keepModels(
                server.url(),
                server.user(),
                server.password(),
                "old" + UUID.randomUUID().toString().substring(0, 8));
    }

    private static void keepModels(String url, String user, String password, String schema) throws SQLException {
        flyway(url, user, password, schema, "32").migrate();
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement sql = connection.createStatement()) {
            sql.execute("set schema '" + schema + "'");
            sql.execute("insert into account (name, password_hash, password_made_up, role, enabled, created_at) values"
                    + " ('a', 'x', false, 'ADMIN', true, current_timestamp)");
            sql.execute("insert into study (owner_id, name, contact, consent, capacity, repeat_share,"
                    + " repeat_minimum_lag, created_at) values (1, 's', '', '', 2, 0, 20, current_timestamp)");
            sql.execute("insert into image_set (study_id, number, kind, state, capacity, items, pictures, created_at)"
                    + " values (1, 1, 'RANDOM', 'OPEN', 2, 1, true, current_timestamp)");
            sql.execute("insert into item (set_id, position, source_index, filename) values (1, 0, 7, 'a.jpg')");
            sql.execute(
                    "insert into model_rater (set_id, name, note, coding, none_of_eight, sha256, added_by, added_at)"
                            + " values (1, 'Net', '', 'C25', 0, 'x', 'a', current_timestamp)");
            sql.execute("insert into model_prediction (model_id, item_id, valence) values (1, 1, 0.5)");

            flyway(url, user, password, schema, "latest").migrate();

            assertThat(one(
                            sql,
                            "select concat(valence, ' ', coalesce(cast(score_fear as varchar), 'no score'), ' ',"
                                    + " case when valence_clamped or arousal_clamped or trained_on then 'cut' else 'as it was' end)"
                                    + " from model_prediction"))
                    .as("of a model of before nothing more is known")
                    .isEqualTo("0.5 no score as it was");
            assertThat(one(sql, "select count(*) from model_card")).isEqualTo("0");
        }
    }

    private static Flyway flyway(String url, String user, String password, String schema, String target) {
        return Flyway.configure()
                .dataSource(url, user, password)
                .schemas(schema)
                .locations("classpath:db/migration")
                .target(target)
                .load();
    }

    private static String one(Statement sql, String query) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            String found = rows.getString(1);
            assertThat(rows.next()).as(query).isFalse();
            return found;
        }
    }
}
