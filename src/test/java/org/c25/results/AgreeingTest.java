package org.c25.results;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.c25.agreement.IntraRater;
import org.c25.annotation.RecordCheck;
import org.c25.ratings.RatingMatrix;
import org.c25.ratings.Repeat;
import org.c25.ratings.Repeats;
import org.c25.sets.Sets;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** How far the participants of a set agree, as programs read it while the set fills. */
@OnBothDatabases
class AgreeingTest {

    private static final double TINY = 1e-12;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Repeats repeats;

    @Autowired
    RatingMatrix matrix;

    @Autowired
    Sets sets;

    @Autowired
    PlatformTransactionManager transactions;

    private Api staff;
    private Lab lab;

    @BeforeEach
    void aLab() {
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
    }

    @Test
    void aSetWithoutAnswersHasNoFiguresAndDoesNotFail() {
        long set = lab.openSet(lab.study(), 4);

        JsonNode none = agreement(set);

        assertThat(none.get("images").asInt()).isEqualTo(4);
        assertThat(none.get("participants").asInt()).isZero();
        assertThat(none.get("expression").get("fleissKappa").isNull()).isTrue();
        assertThat(none.get("expression").get("undefined").get("fleissKappa").asString())
                .isEqualTo("nobody has answered");
        assertThat(none.get("expression").get("majorityCounts")).hasSize(8);
        assertThat(none.get("valence").get("icc2k").isNull()).isTrue();
        assertThat(none.get("arousal").get("grandMean").isNull()).isTrue();
    }

    /** As a set of more than twelve million answers is read. What is read once the answers are gone was not held before. */
    @Test
    void aMatrixIsReadInBlocksOfImagesAndNoMoreThanOneIsHeld() {
        long set = lab.openSet(lab.study(Map.of("capacity", 2, "repeatShare", 0)), 7);
        for (String token : lab.invite(set, 2)) {
            Person person = join(token);
            for (int position = 0; position < 7; position++) {
                person.answer(position, position, 1 + position, 9 - position).expect(200);
            }
        }
        List<String> whole = rows(set, 100, () -> {});

        assertThat(whole).hasSize(7).noneMatch(row -> row.contains("null"));
        assertThat(rows(set, 3, () -> {})).isEqualTo(whole);
        List<String> cut = rows(set, 3, () -> jdbc.sql("""
                delete from rating where participant_id in (select id from participant where set_id = ?)""").param(set).update());
        assertThat(cut.subList(0, 3)).isEqualTo(whole.subList(0, 3));
        assertThat(cut.subList(3, 7)).allMatch(row -> row.endsWith("[null, null]"));
    }

    /** Nothing that is done meanwhile stays. */
    private List<String> rows(long set, int block, Runnable afterTheFirst) {
        List<String> rows = new ArrayList<>();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            matrix.forEachRow(sets.ofInvited(set), block, (item, cells) -> {
                rows.add(item.index() + Arrays.toString(cells));
                if (rows.size() == 1) {
                    afterTheFirst.run();
                }
            });
            status.setRollbackOnly();
        });
        return rows;
    }

    @Test
    void anAnswerARevisionAndAWithdrawalChangeTheFiguresAtOnce() {
        long set = lab.openSet(lab.study(Map.of("capacity", 3, "repeatShare", 0)), 2);
        List<String> tokens = lab.invite(set, 3);
        Person first = join(tokens.get(0));
        Person second = join(tokens.get(1));
        Person idle = join(tokens.get(2));
        everything(first, 1, 9);
        assertThat(agreement(set).get("participants").asInt()).isEqualTo(1);
        assertThat(figure(set, "percentAgreement").isNull()).isTrue();
        assertThat(figure(set, "undefined").get("percentAgreement").asString()).isEqualTo("it takes two participants");

        everything(second, 1, 1);
        assertThat(agreement(set).get("participants").asInt())
                .as("who joined and answered nothing is no rater")
                .isEqualTo(2);
        assertThat(figure(set, "percentAgreement").asDouble()).isEqualTo(1);
        assertThat(agreement(set).get("valence").get("grandMean").asDouble()).isZero();

        second.answer(0, 2, 1, 1).expect(200);
        assertThat(figure(set, "percentAgreement").asDouble()).isEqualTo(.5);
        assertThat(figure(set, "ties").asInt()).isEqualTo(1);

        idle.answer(1, 5, 5, 5).expect(200);
        assertThat(agreement(set).get("participants").asInt()).isEqualTo(3);
        assertThat(figure(set, "images").asInt())
                .as("whoever has only begun leaves the others' images in")
                .isEqualTo(2);
        assertThat(figure(set, "completeImages").asInt()).isEqualTo(1);
        JsonNode valence = agreement(set).get("valence");
        assertThat(valence.get("icc21").isNull()).isTrue();
        assertThat(valence.get("undefined").get("icc21").asString()).contains("two images that all participants");

        second.withdraw().expect(204);
        idle.withdraw().expect(204);
        assertThat(agreement(set).get("participants").asInt()).isEqualTo(1);
        assertThat(agreement(set).get("valence").get("grandMean").asDouble()).isEqualTo(1);
        assertThat(figure(set, "percentAgreement").isNull()).isTrue();
    }

    /** Whoever else takes the place answers as many trials: only who is in it is different. */
    @Test
    void anotherPersonInAPlaceIsAnotherRater() {
        long set = lab.openSet(lab.study(Map.of("capacity", 2, "repeatShare", 0)), 2);
        List<String> tokens = lab.invite(set, 3);
        everything(join(tokens.get(0)), 1, 5);
        Person leaving = join(tokens.get(1));
        everything(leaving, 1, 5);
        assertThat(figure(set, "percentAgreement").asDouble()).isEqualTo(1);

        leaving.withdraw().expect(204);
        everything(join(tokens.get(2)), 2, 5);

        assertThat(figure(set, "percentAgreement").asDouble()).isZero();
    }

    /** As another node would: this one is not told, and finds it in the database. */
    @Test
    void whatAnotherNodeRecordedIsSeen() {
        long set = lab.openSet(lab.study(Map.of("capacity", 2, "repeatShare", 0)), 1);
        List<String> tokens = lab.invite(set, 2);
        join(tokens.get(0)).answer(0, 3, 5, 5).expect(200);
        join(tokens.get(1)).answer(0, 3, 5, 5).expect(200);
        assertThat(figure(set, "percentAgreement").asDouble()).isEqualTo(1);

        jdbc.sql("""
                        insert into annotation (id, participant_id, position, revision, expression, valence, arousal,
                            answered, recorded_at)
                        select cast('%s' as uuid), participant_id, position, 2, 4, valence, arousal, answered, recorded_at
                        from annotation where participant_id =
                            (select participant_id from slot where set_id = ? and number = 1)""".formatted(UUID.randomUUID())).param(set).update();
        new RecordCheck(jdbc).rebuild(set);

        assertThat(figure(set, "percentAgreement").asDouble()).isZero();
    }

    @Test
    void imagesShownTwiceCountByTheirFirstShowing() {
        long set = lab.openSet(lab.study(Map.of("capacity", 2, "repeatShare", 1)), 3);
        for (String token : lab.invite(set, 2)) {
            Person person = join(token);
            everything(person, 1, 5);
        }
        JsonNode agreement = agreement(set);
        assertThat(agreement.get("images").asInt()).isEqualTo(3);
        assertThat(agreement.get("expression").get("majorityCounts").get(1).asInt())
                .isEqualTo(3);
        assertThat(agreement.get("expression").get("meanScore").asDouble()).isEqualTo(2);
    }

    /** Whoever has left is in no slot, and a second showing without an answer makes no pair. */
    @Test
    void imagesShownTwiceAreReadWithBothTheirAnswers() {
        long set = lab.openSet(lab.study(Map.of("capacity", 3, "repeatShare", 1)), 3);
        List<String> tokens = lab.invite(set, 3);
        everything(join(tokens.get(0)), 7, 9);
        Person revising = join(tokens.get(1));
        JsonNode second = null;
        for (JsonNode trial : revising.trials()) {
            int position = trial.get("position").asInt();
            revising.answer(position, 0, 2, 5).expect(200);
            second = trial;
        }
        revising.answer(second.get("position").asInt(), 3, 4, 1).expect(200);
        Person leaving = join(tokens.get(2));
        everything(leaving, 1, 1);
        leaving.withdraw().expect(204);

        List<Repeat> pairs = repeats.of(set);

        assertThat(pairs).extracting(Repeat::slot).containsExactly(0, 0, 0, 1, 1, 1);
        assertThat(pairs).extracting(Repeat::image).containsExactly(0, 1, 2, 0, 1, 2);
        assertThat(pairs.get(0).first())
                .isEqualTo(new Repeat.Answer(7, 8, 8))
                .isEqualTo(pairs.get(0).second());
        assertThat(pairs.subList(3, 6)).extracting(Repeat::first).containsOnly(new Repeat.Answer(0, 1, 4));
        assertThat(pairs.subList(3, 6))
                .extracting(Repeat::second)
                .containsOnlyOnce(new Repeat.Answer(3, 3, 0))
                .contains(new Repeat.Answer(0, 1, 4));
        assertThat(repeats.of(lab.openSet(lab.study(), 1))).isEmpty();
        IntraRater own = IntraRater.of(pairs);
        assertThat(own.overall().expression().pairs()).isEqualTo(6);
        assertThat(own.raters().get(1).figures().valence().difference()).isEqualTo(2 / 3.0 / 4, within(TINY));
    }

    /** Two rows, three people, one empty cell: every figure by hand. */
    @Test
    void importedAnswersGiveTheFiguresOfThePapers() {
        long set = lab.bareSet(lab.study(Map.of("capacity", 3)), Lab.manifest(3).getBytes(UTF_8));
        byte[] expression = csv("0,0,1", "2,2,2", "3,,3");
        byte[] scale = csv("0.0,0.25,0.0", "0.5,0.5,0.75", "-1.0,,-1.0");
        staff.upload(
                        "/api/v1/sets/" + set + "/imports",
                        Map.of("expression", expression, "valence", scale, "arousal", scale))
                .expect(201);

        JsonNode agreement = agreement(set);
        JsonNode faces = agreement.get("expression");
        JsonNode valence = agreement.get("valence");

        close(faces, "percentAgreement", (1 / 3.0 + 1 + 1) / 3);
        // p = 2/9, 1/9, 3/9, 3/9: the mean shares of three images
        close(faces, "fleissKappa", (7 / 9.0 - 23 / 81.0) / (1 - 23 / 81.0));
        close(faces, "gwetAc1", (7 / 9.0 - 58 / 81.0 / 7) / (1 - 58 / 81.0 / 7));
        // n = 2, 1, 3, 2 of eight: disagreeing pairs 2 · (2 · 1)/2, expected 64 − 4 − 1 − 9 − 4
        close(faces, "krippendorffAlpha", 1 - 7 * 2.0 / 46);
        close(faces, "meanScore", 7 / 3.0);
        assertThat(faces.get("ties").asInt()).isZero();
        close(valence, "grandMean", (0.25 + 1.75 - 2) / 8);
        close(valence, "meanScorePM", (3 + 3 + 2) / 3.0);
        assertThat(faces.get("majorityCounts").toString()).isEqualTo("[1,0,1,1,0,0,0,0]");
        assertThat(faces.get("images").asInt()).isEqualTo(3);
        assertThat(faces.get("completeImages").asInt()).isEqualTo(2);
        assertThat(faces.get("participants").asInt()).isEqualTo(3);
        assertThat(faces.get("pairs").asInt())
                .as("two images are more than half of the set")
                .isEqualTo(3);
        assertThat(faces.get("undefined")).isEmpty();
        assertThat(faces.get("warnings").get("fleissKappa").asString()).contains("fewer than 10 images");
    }

    private static void close(JsonNode figures, String name, double value) {
        assertThat(figures.get(name).asDouble()).as(name).isEqualTo(value, within(TINY));
    }

    private static byte[] csv(String... rows) {
        StringBuilder csv = new StringBuilder("index,filename,participant0,participant1,participant2\r\n");
        for (int i = 0; i < rows.length; i++) {
            csv.append(1000 + i)
                    .append(',')
                    .append(Lab.filename(i))
                    .append(',')
                    .append(rows[i])
                    .append("\r\n");
        }
        return csv.toString().getBytes(UTF_8);
    }

    @Test
    void aSetThatTheCallerMayNotSeeIsNotFound() {
        long set = lab.openSet(lab.study(), 2);
        agreement(set);
        jdbc.sql("""
                        insert into account (name, password_hash, password_made_up, role, enabled, created_at)
                        values ('stranger', '{noop}a-password-of-theirs', false, 'EXPERIMENTER', true, current_timestamp)""").update();
        Api other = Api.stranger(port).account("stranger", "a-password-of-theirs");

        other.get("/api/v1/sets/" + set + "/agreement").expectProblem(404, "set");
        staff.get("/api/v1/sets/987654321/agreement").expectProblem(404, "set");
        Api.stranger(port).get("/api/v1/sets/" + set + "/agreement").expect(401);
    }

    private Person join(String token) {
        Person person = new Person(Api.stranger(port), token);
        person.consent().expect(200);
        return person;
    }

    private static void everything(Person person, int expression, int step) {
        for (JsonNode trial : person.trials()) {
            person.answer(trial.get("position").asInt(), expression, step, step).expect(200);
        }
    }

    private JsonNode figure(long set, String name) {
        return agreement(set).get("expression").get(name);
    }

    private JsonNode agreement(long set) {
        return staff.get("/api/v1/sets/" + set + "/agreement").expect(200).json();
    }
}
