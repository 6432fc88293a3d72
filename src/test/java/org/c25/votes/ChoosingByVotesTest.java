package org.c25.votes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** A set of the images about which the people in another set's places disagree. */
@OnBothDatabases
class ChoosingByVotesTest {

    private static final int IMAGES = 16;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Api staff;
    private Lab lab;
    private long study;
    private long rated;

    /** Of the classes' two images each (0 and 8, 1 and 9, …) people disagree about the second; all agree on the first. */
    @BeforeEach
    void aSetThatPeopleHaveRated() {
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
        study = lab.study(Map.of("repeatShare", 0));
        rated = lab.openSet(study, IMAGES);
        for (int person = 0; person < 3; person++) {
            answerAll(joined(), person);
        }
    }

    private Person joined() {
        Person person = new Person(Api.stranger(port), lab.invite(rated, 1).get(0));
        person.consent().expect(200);
        return person;
    }

    private void answerAll(Person person, int number) {
        for (Showing showing : showings()) {
            boolean confusing = showing.index() >= 1000 + IMAGES / 2;
            person.answer(showing.position(), confusing ? number : 2, confusing ? 1 + 4 * (number % 3) : 5, 5)
                    .expect(200);
        }
    }

    private record Showing(int position, long index) {}

    /** Of who joined last. */
    private List<Showing> showings() {
        return jdbc.sql("""
                        select t.position, i.source_index from trial t join item i on i.id = t.item_id
                        where t.participant_id = (select max(id) from participant where set_id = ?)
                        order by t.position""")
                .param(rated)
                .query((row, n) -> new Showing(row.getInt(1), row.getLong(2)))
                .list();
    }

    private Map<String, Object> criteria(int number, int perClass) {
        return new HashMap<>(
                Map.of("number", number, "sets", List.of(rated), "perClass", perClass, "seed", 42, "minimumVotes", 2));
    }

    private Api.Answer make(Map<String, Object> criteria) {
        return staff.post("/api/v1/studies/" + study + "/sets/crowd", criteria);
    }

    private List<Long> indexes(Api.Answer made) {
        return jdbc.sql("select source_index from item where set_id = ? order by position")
                .param(made.json().get("id").asLong())
                .query(Long.class)
                .list();
    }

    @Test
    void theImagesOfEachClassAboutWhichPeopleDisagreeMostAreTaken() {
        for (String rule : List.of("ENTROPY", "DISSENT", "SPREAD", "MIX")) {
            Map<String, Object> criteria = criteria(rule.length() * 10 + rule.charAt(0), 1);
            criteria.put("rule", rule);

            Api.Answer made = make(criteria).expect(201);

            assertThat(made.number("items")).as(rule).isEqualTo(8);
            assertThat(made.json().get("missing").isEmpty()).isTrue();
            // Anger 6, contempt 7, disgust 5, fear 4, happiness 1, neutral 0, sadness 2, surprise 3 in AffectNet's
            // codes.
            assertThat(indexes(made)).containsExactly(1014L, 1015L, 1013L, 1012L, 1009L, 1008L, 1010L, 1011L);
        }
    }

    @Test
    void whereTheyComeFromIsStoredAndThePicturesAreShared() {
        Api.Answer made = make(criteria(2, 3)).expect(201);
        long set = made.json().get("id").asLong();

        assertThat(made.json().get("missing").get("fear").asInt()).isEqualTo(1);
        assertThat(jdbc.sql("select * from crowd_source where set_id = ?")
                        .param(set)
                        .query()
                        .singleRow())
                .containsEntry("rule", "ENTROPY")
                .containsEntry("seed", 42L)
                .extractingByKey("parameters")
                .asString()
                .contains("\"participants\":3", "\"id\":" + rated, "\"images\":16", "\"minimumVotes\":2");
        assertThat(jdbc.sql("select kind from image_set where id = ?")
                        .param(set)
                        .query(String.class)
                        .single())
                .isEqualTo("CONFUSING");
        assertThat(hashes(set)).hasSize(16).isEqualTo(hashes(rated));
        lab.open(set);
        Visitor visitor = signedIn();
        assertThat(visitor.get("/sets/" + set + "/items").body())
                .contains("votes of <span>3</span> people at that time", "has <span>1</span> too few", "score 1.099");
    }

    private List<String> hashes(long set) {
        return jdbc.sql("select image_hash from item where set_id = ? order by source_index")
                .param(set)
                .query(String.class)
                .list();
    }

    private Visitor signedIn() {
        Visitor visitor = new Visitor(port);
        visitor.signIn("admin", Api.ADMIN_PASSWORD);
        return visitor;
    }

    @Test
    void theSameVotesAndSeedGiveTheSameSetAndSoDoPeopleWhoLeft() {
        List<Long> first = indexes(make(criteria(2, 1)).expect(201));
        String hash = votesHash(study, 2);
        Person gone = joined();
        answerAll(gone, 7);
        gone.withdraw().expect(204);

        Api.Answer again = make(criteria(3, 1)).expect(201);

        assertThat(indexes(again)).isEqualTo(first);
        assertThat(votesHash(study, 3)).isEqualTo(hash);
    }

    private String votesHash(long study, int number) {
        return jdbc.sql("""
                        select votes_sha256 from crowd_source c join image_set s on s.id = c.set_id
                        where s.study_id = ? and s.number = ?""").params(study, number).query(String.class).single();
    }

    @Test
    void theLatestRevisionCounts() {
        Person person = joined();
        for (Showing showing : showings()) {
            person.answer(showing.position(), showing.index() < 1008 ? 7 : 0, 5, 5)
                    .expect(200);
        }
        List<Long> before = indexes(make(criteria(2, 2)).expect(201));
        Map<Long, Double> scores = scores(2);
        for (Showing showing : showings()) {
            if (showing.index() == 1000) {
                person.answer(showing.position(), 2, 5, 5).expect(200);
            }
        }

        assertThat(indexes(make(criteria(3, 2)).expect(201))).isEqualTo(before);
        assertThat(scores.get(1000L)).isGreaterThan(0);
        assertThat(scores(3).get(1000L)).as("all agree again").isZero();
        assertThat(scores(3).get(1001L)).isEqualTo(scores.get(1001L));
    }

    private Map<Long, Double> scores(int number) {
        Map<Long, Double> scores = new HashMap<>();
        jdbc.sql("""
                        select i.source_index, i.score from item i join image_set s on s.id = i.set_id
                        where s.study_id = ? and s.number = ?""").params(study, number).query(row -> {
            scores.put(row.getLong(1), row.getDouble(2));
        });
        return scores;
    }

    @Test
    void whatIsInOtherSetsIsLeftOut() {
        Api.Answer one = make(criteria(2, 1)).expect(201);
        Map<String, Object> criteria = criteria(3, 1);
        criteria.put("excludeSets", List.of(one.json().get("id").asLong()));

        Api.Answer two = make(criteria).expect(201);

        assertThat(indexes(two)).hasSize(8).doesNotContainAnyElementsOf(indexes(one));
    }

    @Test
    void aRepeatsAnswerDoesNotCount() {
        long twice = lab.study(Map.of("repeatShare", 1));
        rated = lab.openSet(twice, 2);
        for (int number = 0; number < 2; number++) {
            Person person = joined();
            List<Integer> repeats =
                    jdbc.sql("""
                            select position from trial where repeat_of is not null and participant_id =
                                (select max(id) from participant where set_id = ?)""").param(rated).query(Integer.class).list();
            for (Showing showing : showings()) {
                person.answer(showing.position(), repeats.contains(showing.position()) ? 5 + number : 2, 5, 5)
                        .expect(200);
            }
        }

        make(criteria(9, 1)).expect(201);

        assertThat(scores(9).values()).containsOnly(0.0);
    }

    @Test
    void whatIsMissingOrOutOfRangeIsNamed() {
        make(Map.of("sets", List.of(rated))).expectFault(422, "number");
        make(Map.of("number", 2)).expectFault(422, "sets");
        make(Map.of("number", 2, "sets", List.of(987654))).expectFault(422, "sets");
        make(with("rule", "LOUDEST")).expectFault(422, "rule");
        make(with("perClass", 0)).expectFault(422, "perClass");
        make(with("perClass", "many")).expectFault(422, "perClass");
        make(with("minimumVotes", 0)).expectFault(422, "minimumVotes");
        make(with("classes", List.of("joy"))).expectFault(422, "classes");
        make(with("classes", List.of())).expectFault(422, "classes");
        make(with("excludeSets", List.of(rated))).expectFault(422, "excludeSets");
        make(with("excludeSets", List.of(987654))).expectFault(422, "excludeSets");
        make(with("number", 1)).expectProblem(409, "set 1");
        make(with("minimumVotes", 4)).expectProblem(422, "no image is left");
    }

    private Map<String, Object> with(String field, Object value) {
        Map<String, Object> criteria = criteria(2, 1);
        criteria.put(field, value);
        return criteria;
    }

    @Test
    void anotherExperimentersVotesAreNotThere() {
        Visitor admin = signedIn();
        String name = "v" + UUID.randomUUID().toString().substring(0, 8);
        String password = Visitor.found(
                "class=\"once\">([^<]+)",
                admin.post("/accounts", Map.of("name", name, "role", "EXPERIMENTER"), "/accounts")
                        .body());
        Api other = Api.stranger(port).account(name, password);
        long own = new Lab(other).study();

        other.post("/api/v1/studies/" + own + "/sets/crowd", criteria(1, 1)).expectFault(422, "sets");
        other.post("/api/v1/studies/" + study + "/sets/crowd", criteria(2, 1)).expectProblem(404, "study");
    }

    @Test
    void thePageMakesTheSetAndKeepsWhatWasTypedWhereItCant() {
        Visitor visitor = signedIn();
        String page = "/studies/" + study + "/sets/crowd";
        Map<String, String> form = new HashMap<>(Map.of(
                "number", "2",
                "perClass", "many",
                "seed", "7",
                "rule", "MIX",
                "minimumVotes", "2",
                "classes", "anger",
                "sets", String.valueOf(rated)));

        String faults = visitor.post(page, form, page).body();
        assertThat(faults).contains("1 thing to correct:");
        assertThat(faults).contains(">Images of each class</a>", "a whole number, not many", "value=\"7\"");

        form.put("minimumVotes", "0");
        form.put("rule", "LUCK");
        assertThat(visitor.post(page, form, page).body())
                .contains(
                        "3 things to correct:",
                        "id=\"fault-perClass\"",
                        "id=\"fault-minimumVotes\"",
                        "id=\"fault-rule\"");
        form.put("rule", "MIX");
        form.put("minimumVotes", "2");
        form.put("perClass", "3");
        assertThat(visitor.post(page, form, page).body())
                .contains("Set 2 is made: 2 images. 1 image of anger is missing.");
    }
}
