package org.c25.portions;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.c25.annotation.RecordCheck;
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

/** A set whose images are shared out among many people, each of whom rates a portion. */
@OnBothDatabases
class SharingOutTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Api staff;
    private Lab lab;

    @BeforeEach
    void aLab() {
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
    }

    private long draft(long study, int images, int ratings, int portion) {
        Map<String, Object> parts = new HashMap<>(Lab.parts(Lab.manifest(images), Lab.zip(images)));
        parts.put("ratingsPerImage", String.valueOf(ratings));
        parts.put("imagesPerPerson", String.valueOf(portion));
        return staff.upload("/api/v1/studies/" + study + "/sets", parts)
                .expect(201)
                .json()
                .get("id")
                .asLong();
    }

    private long open(int images, int ratings, int portion, double repeatShare) {
        long set =
                draft(lab.study(Map.of("repeatShare", repeatShare, "repeatMinimumLag", 2)), images, ratings, portion);
        lab.open(set);
        return set;
    }

    private Person person(long set) {
        return new Person(Api.stranger(port), lab.invite(set, 1).get(0));
    }

    private List<String[]> cells(long set, String file) {
        return new String(lab.export(set, file), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    /**
     * A ten-thousandth of a million images, five ratings and a hundred thousand people, eight at a time; twice as many
     * come, and every fifth stops halfway.
     */
    @Test
    void whenAllHaveFinishedEachImageHasExactlyItsRatingsAndNobodyRatedMoreThanTheirPortion() throws Exception {
        long set = open(100, 5, 50, 0.1);
        Crowd crowd = new Crowd(port, 8);

        List<Crowd.Visit> visits = new ArrayList<>(crowd.rate(lab.invite(set, 20), lab, set, index -> index % 5 == 4));
        // Somebody who left last gave images back when all others had come.
        visits.addAll(crowd.rate(lab.invite(set, 6)));

        assertThat(visits.stream().filter(Crowd.Visit::isIn))
                .hasSizeGreaterThanOrEqualTo(10)
                .allMatch(visit -> visit.trials() <= 55);
        assertThat(visits.stream().filter(visit -> !visit.isIn())).isNotEmpty();
        for (String dimension : List.of("expression", "valence", "arousal")) {
            assertThat(cells(set, dimension + "_set1_C5.csv"))
                    .hasSize(100)
                    .allSatisfy(row -> assertThat(row).hasSize(7).doesNotContain(""));
        }
        List<Map<String, Object>> perPerson = jdbc.sql("""
                        select r.participant_id, count(*) as images, count(distinct r.item_id) as different
                        from rating r join slot s on s.participant_id = r.participant_id
                        where r.set_id = ? and r.repeat_of is null group by r.participant_id""").param(set).query().listOfRows();
        assertThat(perPerson)
                .allSatisfy(row -> assertThat((Long) row.get("images"))
                        .isLessThanOrEqualTo(50)
                        .isEqualTo(row.get("different")));
        assertThat(perPerson.stream().mapToLong(row -> (Long) row.get("images")).sum())
                .isEqualTo(500);
        assertThat(lab.progress(set).get("coverage").get("images").toString()).isEqualTo("[0,0,0,0,0,100]");
        assertThat(answersInTheFileAreThoseOfTheRecord(set)).isEqualTo(500);
        assertThat(jdbc.sql("select count(*) from rating where set_id = ? and repeat_of is not null")
                        .param(set)
                        .query(Long.class)
                        .single())
                .as("repeats besides")
                .isGreaterThanOrEqualTo(50);
        assertThat(new RecordCheck(jdbc).differences(set)).isZero();
        assertThat(lab.export(set, "data-package.zip")).isNotEmpty();
    }

    /** The answers of the file, against those of the long file, of which each says whose it is. */
    private int answersInTheFileAreThoseOfTheRecord(long set) {
        Map<String, List<String>> ofImage = new HashMap<>();
        cells(set, "long_set1_C5.csv").stream()
                .filter(row -> row[5].equals("0"))
                .forEach(row -> ofImage.computeIfAbsent(row[1], index -> new ArrayList<>())
                        .add(row[6]));
        int answers = 0;
        for (String[] row : cells(set, "expression_set1_C5.csv")) {
            assertThat(Arrays.copyOfRange(row, 2, 7)).containsExactlyInAnyOrderElementsOf(ofImage.get(row[0]));
            answers += row.length - 2;
        }
        return answers;
    }

    @Test
    void theLeastRatedImagesComeFirst() {
        long set = open(10, 3, 4, 0);
        for (int person = 0; person < 5; person++) {
            Crowd.join(person(set));
        }

        // Twenty rating slots of ten images are taken: two of each.
        assertThat(taken(set)).containsOnly(2).hasSize(10);
    }

    private List<Integer> taken(long set) {
        return jdbc.sql(
                        "select count(participant_id) from rating_slot where set_id = ? group by item_id order by item_id")
                .param(set)
                .query(Integer.class)
                .list();
    }

    @Test
    void whatADropOutRatedIsKeptAndCountsNoMoreAndTheirImagesAreGivenOnFirst() {
        long set = open(4, 2, 2, 0);
        Person leaving = person(set);
        Crowd.Visit first = Crowd.join(leaving);
        leaving.answer(0, 1, 2, 3).expect(200);
        Crowd.join(person(set));
        assertThat(cells(set, "expression_set1_C2.csv").stream().flatMap(Arrays::stream))
                .contains("1");

        lab.release(set, first.slot());

        assertThat(cells(set, "expression_set1_C2.csv"))
                .allSatisfy(row -> assertThat(row).endsWith("", ""));
        assertThat(leaving.answers().expect(200).json()).hasSize(1);
        assertThat(taken(set)).containsExactlyInAnyOrder(0, 0, 1, 1);
        Crowd.join(person(set));
        assertThat(taken(set)).containsOnly(1);
        // Each of their images is somebody else's, too, by now. It has a second rating slot, so they can come back.
        leaving.comeBack().expect(200);
        assertThat(cells(set, "expression_set1_C2.csv").stream().flatMap(Arrays::stream))
                .contains("1");
        assertThat(taken(set)).containsExactlyInAnyOrder(2, 2, 1, 1);
    }

    @Test
    void whoErasesTheirAnswersGivesTheirImagesBackAndWhoRevisesOneKeepsItsCell() {
        long set = open(2, 1, 2, 0);
        Person leaving = person(set);
        Crowd.join(leaving);
        leaving.answer(0, 1, 2, 3).expect(200);

        leaving.withdraw().expect(204);

        assertThat(taken(set)).containsOnly(0);
        Person next = person(set);
        Crowd.join(next);
        next.answer(0, 6, 2, 3).expect(200);
        next.answer(0, 7, 2, 3).expect(200);
        assertThat(taken(set)).containsOnly(1);
        assertThat(cells(set, "expression_set1_C1.csv").stream().map(row -> row[2]))
                .containsExactlyInAnyOrder("7", "");
    }

    /** So many slots that statistics don't compare people one by one, though few have come so far. */
    @Test
    void whatComparesPeopleIsLeftOutOfPagesAndFilesWhereTheyAreTooMany() throws Exception {
        long set = open(20, 60, 1, 0);
        new Crowd(port, 1).rate(lab.invite(set, 30));
        Visitor visitor = new Visitor(port);
        visitor.signIn("admin", Api.ADMIN_PASSWORD);

        for (String page : List.of(
                "",
                "/quality",
                "/results",
                "/results/coefficients",
                "/results/participants",
                "/results/votes",
                "/results/self-agreement",
                "/results/models",
                "/results/images/1000",
                "/results/figures.zip",
                "/rater-models",
                "/data",
                "/items",
                "/slots")) {
            assertThat(visitor.get("/sets/" + set + page).statusCode()).as(page).isEqualTo(200);
        }
        for (String page : List.of("/quality/what-if", "/reliability", "/agreement-detail")) {
            HttpResponse<String> refused = visitor.get("/sets/" + set + page);
            assertThat(refused.statusCode()).as(page).isEqualTo(409);
            assertThat(refused.body()).contains("So many participants share the images of this set");
        }
        assertThat(visitor.get("/sets/" + set).body()).contains("60 ratings an image, at most 1 image each");
        assertThat(visitor.get("/sets/" + set + "/results").body())
                .contains("what compares people is left out", "30 of 30 participants")
                .doesNotContain("Nobody has answered", "/reliability");
        JsonNode results =
                staff.get("/api/v1/sets/" + set + "/results").expect(200).json();
        assertThat(results.get("participants")).isEmpty();
        assertThat(results.get("reliability").isNull()).isTrue();
        assertThat(lab.export(set, "data-package.zip")).isNotEmpty();
    }

    @Test
    void nobodyComesBackToAnImageThatHasAllItsRatingsWithoutThem() {
        long set = open(2, 1, 1, 0);
        Person leaving = person(set);
        Crowd.Visit first = Crowd.join(leaving);
        lab.release(set, first.slot());
        Crowd.join(person(set));
        Crowd.join(person(set));

        leaving.comeBack().expect(409);
        assertThat(taken(set)).containsOnly(1);
    }

    @Test
    void aPlaceMoreIsMadeIfAnImageStillLacksARatingWhenAllAreTaken() {
        long set = open(4, 2, 2, 0);
        for (int person = 0; person < 4; person++) {
            Crowd.join(person(set));
        }
        assertThat(Crowd.join(person(set)).isIn()).isFalse();
        // As if one of them had come when only one image was left to them.
        jdbc.sql("""
                        update rating_slot set participant_id = null, turn = 1 where set_id = :set and number = 1 and item_id = (
                            select min(item_id) from rating_slot where set_id = :set)""").param("set", set).update();

        Crowd.Visit fifth = Crowd.join(person(set));

        assertThat(fifth.slot()).isEqualTo(4);
        assertThat(fifth.trials()).isEqualTo(1);
        assertThat(lab.progress(set).get("capacity").asInt()).isEqualTo(5);
    }

    @Test
    void aDraftCanBeSharedOutInAnotherWayAndTellsHowManyPeopleItTakes() {
        long study = lab.study(Map.of("capacity", 3));
        long set = lab.draftSet(study, 10);
        Map<String, Object> body = Map.of("ratingsPerImage", 5, "imagesPerPerson", 4);

        JsonNode shared =
                staff.put("/api/v1/sets/" + set + "/portions", body).expect(200).json();

        assertThat(shared.get("participants").asInt()).isEqualTo(13);
        assertThat(lab.progress(set).get("capacity").asInt()).isEqualTo(13);
        staff.put("/api/v1/sets/" + set + "/portions", Map.of()).expect(200);
        assertThat(lab.progress(set).get("capacity").asInt()).isEqualTo(3);
        staff.put("/api/v1/sets/" + set + "/portions", Map.of("ratingsPerImage", 5))
                .expectProblem(422, "imagesPerPerson");
        staff.put("/api/v1/sets/" + set + "/portions", Map.of("ratingsPerImage", 0, "imagesPerPerson", 11))
                .expectProblem(422, "ratingsPerImage");
        staff.put("/api/v1/sets/" + set + "/portions", Map.of("ratingsPerImage", 1, "imagesPerPerson", 11))
                .expectProblem(422, "at most 10");
        lab.open(set);
        staff.put("/api/v1/sets/" + set + "/portions", body).expectProblem(409, "has been opened");
    }
}
