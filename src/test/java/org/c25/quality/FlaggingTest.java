package org.c25.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.c25.agreement.Median;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Person;
import org.c25.testing.UndoButton;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Flags on the people of a set: who gets one, on what grounds, what is decided on it, and what becomes of that. */
@OnBothDatabases
class FlaggingTest {

    private static final int IMAGES = 20;
    private static final int TRIALS = 30;
    private static final int SAME = 26;
    private static final String[] RULES = {
        "TOO_FAST", "LONG_RUN", "SCALE_HARDLY_USED", "LOW_SELF_AGREEMENT", "FAR_FROM_OTHERS", "CONTRADICTIONS"
    };

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Api staff;
    private Lab lab;
    private Map<String, Object> protocol;
    private long study;
    private long set;

    @BeforeEach
    void aSetWithThreePlaces() {
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
        protocol = Map.of(
                "name",
                "Flags",
                "capacity",
                3,
                "repeatShare",
                0.5,
                "repeatMinimumLag",
                1,
                "pacing",
                Map.of("practiceTrials", 0, "breakEvery", 0),
                "quality",
                Map.of("leastTrials", IMAGES, "longRun", 6));
        study = lab.study(protocol);
        set = lab.openSet(study, IMAGES);
    }

    private Person join() {
        Person person = new Person(Api.stranger(port), lab.invite(set, 1).get(0));
        person.consent().expect(200);
        return person;
    }

    /** Somebody in the next slot who rates each image by what is on it, at ease, and the same way twice. */
    private Person careful() {
        Person person = join();
        Map<Integer, Integer> images = images(person);
        images.forEach((position, image) ->
                answer(person, position, image % 8 == 0 ? 2 : image % 8, image % 6 + 2, image % 5 + 2, 4000));
        return person;
    }

    /** Somebody who clicks through: nearly all the same, the last four otherwise, at once. */
    private Person careless() {
        Person person = join();
        // Each order is drawn. In few of them none of the last four repeats an image of the long run, or one of the
        // four
        // repeats another: then the person would agree with themselves, or not clearly disagree.
        while (!repeatsAtTheEnd(images(person))) {
            person.withdraw().expect(204);
            person = join();
        }
        Person careless = person;
        images(person).forEach((position, image) -> {
            int start = position < SAME ? 0 : position;
            answer(careless, position, start % 8, 1, 9 - start % 2, 300);
        });
        return person;
    }

    private static boolean repeatsAtTheEnd(Map<Integer, Integer> images) {
        List<Integer> last = IntStream.range(SAME, TRIALS).mapToObj(images::get).toList();
        return new HashSet<>(last).size() == last.size()
                && IntStream.range(0, SAME).anyMatch(before -> last.contains(images.get(before)));
    }

    private static void answer(Person person, int position, int expression, int valence, int arousal, long millis) {
        Map<String, Object> answer =
                new HashMap<>(Person.body(UUID.randomUUID().toString(), expression, valence, arousal));
        answer.put("responseTimeMillis", millis);
        person.answer(position, answer).expect(200);
    }

    /** Which image stands at which trial; only the database tells. */
    private Map<Integer, Integer> images(Person person) {
        Map<Integer, Integer> images = new TreeMap<>();
        String key = person.trials().get(0).get("image").asString().replaceAll(".*/", "");
        jdbc.sql("""
                        select t.position, i.position from trial t join item i on i.id = t.item_id
                        where t.participant_id = (select participant_id from trial where image_key = cast(? as uuid))""").param(key).query(row -> {
            images.put(row.getInt(1), row.getInt(2));
        });
        assertThat(images).hasSize(TRIALS);
        return images;
    }

    private JsonNode participant(int slot) {
        return staff.get("/api/v1/sets/" + set + "/flags")
                .expect(200)
                .json()
                .get("participants")
                .valueStream()
                .filter(one -> one.get("participant").asInt() == slot)
                .findFirst()
                .orElseThrow();
    }

    private Map<String, JsonNode> flags(int slot) {
        return participant(slot)
                .get("flags")
                .valueStream()
                .collect(Collectors.toMap(flag -> flag.get("rule").asString(), flag -> flag));
    }

    private Api.Answer decide(int slot, String rule, Object decision) {
        return staff.put("/api/v1/sets/" + set + "/flags/" + slot + "/" + rule, decision);
    }

    @Test
    void aCarelessParticipantGetsEachFlagAndCarefulOnesNone() {
        careful();
        careful();
        careless();

        assertThat(flags(0)).isEmpty();
        assertThat(flags(1)).isEmpty();
        Map<String, JsonNode> flags = flags(2);
        assertThat(flags).containsOnlyKeys(RULES);
        assertThat(flags.get("TOO_FAST").get("evidence").asString())
                .isEqualTo("30 of 30 answers in under 1.5 s; median 0.3 s");
        assertThat(flags.get("LONG_RUN").get("evidence").asString())
                .isEqualTo("26 times in a row 'happiness, 1, 9' from trial 1 to 26");
        assertThat(flags.get("LONG_RUN").get("positions").valueStream().map(JsonNode::asInt))
                .hasSize(26)
                .contains(0, 25);
        assertThat(flags.get("SCALE_HARDLY_USED").get("evidence").asString())
                .startsWith("valence 1 in 30 of 30 answers (100 %)");
        assertThat(flags.get("LOW_SELF_AGREEMENT").get("evidence").asString()).startsWith("10 images answered twice: ");
        assertThat(flags.get("FAR_FROM_OTHERS").get("evidence").asString())
                .startsWith("CCC of valence 0.00 on 20 images; CCC of arousal ");
        assertThat(flags.get("CONTRADICTIONS").get("evidence").asString()).contains("times happiness with valence 1");
    }

    @Test
    void thePageIsFilteredAndSortedByTheAddressAndADecisionKeepsThat() {
        careful();
        careful();
        careless();
        Visitor admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
        String page = "/sets/" + set + "/quality";
        String cards = "id=\"participant";

        assertThat(admin.get(page + "?status=TO_LOOK_AT").body())
                .contains(cards + "2\"")
                .doesNotContain("slots/0\"");
        assertThat(admin.get(page + "?status=NO_FLAG").body())
                .contains("slots/0\"")
                .doesNotContain(cards);
        assertThat(admin.get(page + "?q=too+fast&sort=time").body())
                .contains(cards + "2\"", "sort=-time", "aria-sort=\"descending\"");
        assertThat(admin.get(page + "?q=participant7").body()).contains("Nothing here fits");

        var after = admin.post(
                "/sets/" + set + "/flags/2/TOO_FAST",
                Map.of("person", "", "decision", "DISMISSED", "status", "DISMISSED", "sort", "flags"),
                page);
        assertThat(after.uri().getQuery()).isEqualTo("status=DISMISSED&sort=flags");
        assertThat(after.body()).contains("dismissed.", cards + "2\"");
    }

    @Test
    void theFiguresOfEverybodyAreTold() {
        careful();
        careful();

        JsonNode one = participant(0);

        assertThat(one.get("status").asString()).isEqualTo("AT_WORK");
        assertThat(one.get("answered").asInt()).isEqualTo(TRIALS);
        JsonNode figures = one.get("figures");
        assertThat(figures.get("medianResponseTimeMillis").asDouble()).isEqualTo(4000);
        assertThat(figures.get("repeats").asInt()).isEqualTo(10);
        assertThat(figures.get("others").asInt()).isEqualTo(1);
        assertThat(figures.get("cccValenceImages").asInt()).isEqualTo(20);
        assertThat(figures.get("majorityImages").asInt())
                .isEqualTo(figures.get("cccArousalImages").asInt());
        assertThat(figures.get("selfKappaExpression").asDouble()).isEqualTo(1);
        assertThat(figures.get("selfDifferenceValence").asDouble()).isZero();
        assertThat(figures.get("cccArousal").asDouble()).isEqualTo(1);
        assertThat(figures.get("majorityAgreement").asDouble()).isEqualTo(1);
    }

    /** Three who disagree, so that two others are often tied; and one who changes answers, quickly. */
    @Test
    void oneWordHasOneValueOnEveryPageAndInEveryFile() {
        for (int slot = 0; slot < 3; slot++) {
            Person person = join();
            for (int position = 0; position < TRIALS; position++) {
                int image = images(person).get(position);
                answer(
                        person,
                        position,
                        (image * (slot + 1) + position % 3) % 8,
                        1 + image % 9,
                        1 + position % 9,
                        900 + 61 * position);
            }
            answer(person, 3, 0, 9, 9, 1);
            answer(person, 4, 0, 9, 9, 2);
        }
        List<Map<String, String>> people = table("participants.csv");
        List<Map<String, String>> selves = table("self-agreement.csv");
        List<Map<String, String>> answers = table("exports/long_set1_C3.csv");
        List<Double> withMajority = new ArrayList<>();
        for (int slot = 0; slot < 3; slot++) {
            JsonNode flagged = participant(slot);
            JsonNode figures = flagged.get("figures");
            JsonNode watched = lab.progress(set).get("participants").get(slot);
            Map<String, String> self = selves.get(slot + 1);
            int place = slot;

            withMajority.add(figures.get("majorityAgreement").asDouble());
            assertThat(figures.get("majorityAgreement").asDouble())
                    .isEqualTo(Double.parseDouble(of(people, slot).get("with_majority_of_others")), within(1e-12));
            assertThat(flagged.get("answered")).isEqualTo(watched.get("answered"));
            double[] times = answers.stream()
                    .filter(answer -> answer.get("participant").equals("" + place))
                    .mapToDouble(answer -> Double.parseDouble(answer.get("response_time_millis")))
                    .toArray();
            assertThat(times)
                    .as("first answers, revised or not")
                    .hasSize(TRIALS)
                    .doesNotContain(1, 2);
            assertThat(figures.get("medianResponseTimeMillis").asDouble()).isEqualTo(Median.of(times));
            assertThat(watched.get("medianResponseMillis").asLong()).isEqualTo(Math.round(Median.of(times)));
            JsonNode steadiness = watched.get("selfAgreement");
            assertThat(figures.get("repeats").asInt())
                    .isEqualTo(steadiness.get("repeats").asInt())
                    .isEqualTo(Integer.parseInt(self.get("expression_pairs")));
            assertThat(steadiness.get("sameExpression").asDouble())
                    .isEqualTo(Double.parseDouble(self.get("same_expression")), within(1e-12));
            assertThat(figures.get("selfKappaValence").asDouble())
                    .isEqualTo(Double.parseDouble(self.get("valence_weighted_kappa")), within(1e-12));
            assertThat(figures.get("selfDifferenceArousal").asDouble())
                    .as("in steps, of which one is 0.25")
                    .isEqualTo(steadiness.get("arousalDifference").asDouble(), within(1e-12))
                    .isEqualTo(4 * Double.parseDouble(self.get("arousal_mean_difference")), within(1e-12));
        }
        assertThat(withMajority)
                .as("somebody is with the majority, and not always")
                .anyMatch(share -> share > 0 && share < 1);
    }

    private static Map<String, String> of(List<Map<String, String>> people, int slot) {
        return people.stream()
                .filter(one -> one.get("participant").equals("" + slot))
                .findFirst()
                .orElseThrow();
    }

    private List<Map<String, String>> table(String file) {
        List<String[]> lines = staff.get("/api/v1/sets/" + set + "/" + file)
                .expect(200)
                .body()
                .lines()
                .map(line -> line.split(",", -1))
                .toList();
        return lines.stream()
                .skip(1)
                .map(line -> {
                    Map<String, String> row = new HashMap<>();
                    for (int i = 0; i < line.length; i++) {
                        row.put(lines.get(0)[i], line[i]);
                    }
                    return row;
                })
                .toList();
    }

    @Test
    void somebodyAtWorkIsFlaggedOnceEnoughImagesAreAnswered() {
        careful();
        Person person = join();
        Map<Integer, Integer> images = images(person);
        Set<Integer> seen = new HashSet<>();
        int position = 0;
        for (; seen.size() < IMAGES / 2 - 1; position++) {
            answer(person, position, 0, 1, 1, 200);
            seen.add(images.get(position));
        }
        assertThat(flags(1)).as("one image less than half of the set").isEmpty();

        for (; seen.size() < IMAGES / 2; position++) {
            answer(person, position, 0, 1, 1, 200);
            seen.add(images.get(position));
        }
        assertThat(flags(1)).containsKeys("TOO_FAST", "LONG_RUN");
        assertThat(participant(1).get("status").asString()).isEqualTo("AT_WORK");
    }

    @Test
    void anAnswerThatWasChangedCountsAsChangedWithTheTimeOfTheFirst() {
        Person person = careless();
        images(person)
                .forEach((position, image) ->
                        answer(person, position, image % 8 == 0 ? 2 : image % 8, image % 6 + 2, image % 5 + 2, 9000));

        assertThat(flags(0)).containsOnlyKeys("TOO_FAST");
    }

    @Test
    void thresholdsChangedInTheStudyChangeTheFlags() {
        careful();
        careful();
        careless();

        Map<String, Object> milder = new HashMap<>(protocol);
        milder.put("quality", Map.of("leastTrials", IMAGES, "fastMillis", 200, "longRun", 0, "leastCcc", -1));
        staff.put("/api/v1/studies/" + study, milder).expect(200);
        assertThat(flags(2)).doesNotContainKeys("TOO_FAST", "LONG_RUN").containsKey("SCALE_HARDLY_USED");

        Map<String, Object> later = new HashMap<>(protocol);
        later.put("quality", Map.of("leastTrials", IMAGES + 1));
        staff.put("/api/v1/studies/" + study, later).expect(200);
        assertThat(flags(2)).as("half of the set is enough").isNotEmpty();
        assertThat(staff.get("/api/v1/sets/" + set + "/flags")
                        .json()
                        .at("/thresholds/leastTrials")
                        .asInt())
                .isEqualTo(IMAGES / 2);
    }

    /** As a lab had it: 26 images, the usual thresholds, and one who answered the same 26 times at once. */
    @Test
    void inASetOfFewImagesPeopleAreFlaggedByTheUsualThresholds() {
        set = lab.openSet(
                lab.study(Map.of(
                        "name",
                        "Few",
                        "capacity",
                        3,
                        "repeatShare",
                        0,
                        "pacing",
                        Map.of("practiceTrials", 0, "breakEvery", 0))),
                26);
        for (int slot = 0; slot < 2; slot++) {
            Person careful = join();
            for (int position = 0; position < 26; position++) {
                answer(
                        careful,
                        position,
                        position * 3 % 8 == 0 ? 2 : position * 3 % 8,
                        2 + position * 5 % 6,
                        2 + position % 5,
                        4000);
            }
        }
        Person careless = join();
        for (int position = 0; position < 12; position++) {
            answer(careless, position, 0, 1, 1, 700);
        }
        assertThat(flags(2)).as("not yet half of the set").isEmpty();
        answer(careless, 12, 0, 1, 1, 700);
        assertThat(flags(2))
                .containsKeys("TOO_FAST", "LONG_RUN", "SCALE_HARDLY_USED", "FAR_FROM_OTHERS", "CONTRADICTIONS");
        for (int position = 13; position < 26; position++) {
            answer(careless, position, 0, 1, 1, 700);
        }

        assertThat(flags(2).get("TOO_FAST").get("evidence").asString()).startsWith("26 of 26 answers in under 1.5 s");
        assertThat(flags(2)).containsKeys("LONG_RUN", "SCALE_HARDLY_USED", "FAR_FROM_OTHERS", "CONTRADICTIONS");
        assertThat(lab.progress(set).at("/participants/2/undecidedFlags").asInt())
                .isEqualTo(5);
        assertThat(page().body())
                .contains("answered <b>13</b> images", "from <b>3</b> images answered twice on")
                .contains("26 images, few", "0 pairs", "<b>3</b> people have answered");
    }

    @Test
    void aFlagIsAcceptedOrDismissedAndTheLatestDecisionCounts() {
        careless();

        JsonNode flag = decide(0, "TOO_FAST", Map.of("decision", "ACCEPTED", "note", " Clicked through. "))
                .expect(200)
                .json();
        assertThat(flag.at("/decision/decision").asString()).isEqualTo("ACCEPTED");
        decide(0, "LONG_RUN", Map.of("decision", "DISMISSED")).expect(200);
        decide(0, "TOO_FAST", Map.of("decision", "DISMISSED", "note", "A fast reader"))
                .expect(200);

        JsonNode decision = flags(0).get("TOO_FAST").get("decision");
        assertThat(decision.get("decision").asString()).isEqualTo("DISMISSED");
        assertThat(decision.get("note").asString()).isEqualTo("A fast reader");
        assertThat(decision.get("by").asString()).isEqualTo("admin");
        assertThat(decision.get("at").asString()).isNotBlank();
        assertThat(decision.get("evidence").asString())
                .isEqualTo(flags(0).get("TOO_FAST").get("evidence").asString());
        assertThat(flags(0).get("LONG_RUN").at("/decision/note").asString()).isEmpty();
        assertThat(flags(0).get("SCALE_HARDLY_USED").get("decision").isNull()).isTrue();
        assertThat(rows()).isEqualTo(3);
        assertThat(jdbc.sql(
                                "select action, details from audit_event where subject = ? and action like 'flag%' order by id")
                        .param("set " + set)
                        .query((row, n) -> row.getString(1) + ": " + row.getString(2))
                        .list())
                .containsExactly(
                        "flag accepted: participant0, TOO_FAST",
                        "flag dismissed: participant0, LONG_RUN",
                        "flag dismissed: participant0, TOO_FAST");
    }

    @Test
    void theSameDecisionOnceMoreIsNoNewOne() {
        careless();
        Map<String, String> accepted = Map.of("decision", "ACCEPTED", "note", "Clicked through.");

        decide(0, "TOO_FAST", accepted).expect(200);
        decide(0, "TOO_FAST", accepted).expect(200);

        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void aDecisionStaysWhenTheEvidenceChangesAndShowsWhatItWasMadeOn() {
        Person person = careless();
        String evidence = flags(0).get("CONTRADICTIONS").get("evidence").asString();
        decide(0, "CONTRADICTIONS", Map.of("decision", "ACCEPTED")).expect(200);

        images(person).forEach((position, image) -> answer(person, position, 2, image % 9 + 1, image % 9 + 1, 300));

        JsonNode flag = flags(0).get("CONTRADICTIONS");
        assertThat(flag.get("evidence").isNull()).as("not raised any more").isTrue();
        assertThat(flag.at("/decision/decision").asString()).isEqualTo("ACCEPTED");
        assertThat(flag.at("/decision/evidence").asString()).isEqualTo(evidence);
        String page = page().body();
        assertThat(page)
                .contains("no longer raise this flag")
                .contains("Decided on:")
                .contains(evidence);

        decide(0, "CONTRADICTIONS", Map.of("decision", "DISMISSED")).expect(200);
        assertThat(flags(0).get("CONTRADICTIONS").at("/decision/evidence").isNull())
                .isTrue();
    }

    @Test
    void decisionsAreErasedWithThePerson() {
        Person person = careless();
        decide(0, "TOO_FAST", Map.of("decision", "ACCEPTED")).expect(200);

        person.withdraw().expect(204);

        assertThat(rows()).isZero();
        careful();
        assertThat(flags(0)).as("the next person in the slot").isEmpty();
    }

    @Test
    void aDecisionIsTakenBackAndTheOneBeforeCounts() {
        careless();
        decide(0, "TOO_FAST", Map.of("decision", "DISMISSED", "note", "A fast reader"))
                .expect(200);
        Visitor visitor = visitor();
        String quality = "/sets/" + set + "/quality";
        UndoButton undo = UndoButton.on(visitor.post(form("TOO_FAST"), Map.of("decision", "ACCEPTED"), quality));

        assertThat(undo.pressedBy(visitor).body()).contains("participant0, Too fast: the decision is taken back.");

        assertThat(flags(0).get("TOO_FAST").at("/decision/note").asString()).isEqualTo("A fast reader");
        assertThat(rows()).as("nothing is deleted").isEqualTo(3);
        undo.pressedAnewBy(visitor);
        assertThat(rows()).as("taken back once").isEqualTo(3);
        String slot = "/sets/" + set + "/slots/0";
        UndoButton onSlot = UndoButton.on(visitor.post(slot + "/flags/LONG_RUN", Map.of("decision", "ACCEPTED"), slot));
        assertThat(onSlot.pressedBy(visitor).body()).contains("the decision is taken back", "to look at");
        assertThat(flags(0).get("LONG_RUN").get("decision").isNull()).isTrue();
        assertThat(jdbc.sql("select details from audit_event where subject = ? and action = 'flag decision taken back'")
                        .param("set " + set)
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("participant0, TOO_FAST", "participant0, LONG_RUN");
    }

    @Test
    void aDecisionThatIsNotTheLatestStays() {
        Person person = careless();
        Visitor visitor = visitor();
        UndoButton undo = UndoButton.on(
                visitor.post(form("TOO_FAST"), Map.of("decision", "ACCEPTED"), "/sets/" + set + "/quality"));
        decide(0, "TOO_FAST", Map.of("decision", "DISMISSED")).expect(200);

        assertThat(undo.pressedBy(visitor).body()).contains("decided on this flag again since");

        assertThat(flags(0).get("TOO_FAST").at("/decision/decision").asString()).isEqualTo("DISMISSED");
        IntStream.range(0, 4).parallel().forEach(i -> {
            Visitor another = visitor();
            assertThat(another.send(
                                    undo.address(),
                                    Map.of(
                                            "person", undo.fields().get("person"),
                                            "decision", latest(),
                                            "_csrf", another.formToken("/account")))
                            .body())
                    .contains("the decision is taken back");
        });
        assertThat(rows()).as("two decisions, and one of them taken back once").isEqualTo(3);
        assertThat(flags(0).get("TOO_FAST").at("/decision/decision").asString()).isEqualTo("ACCEPTED");
        assertThat(visitor.send(
                                undo.address().replace("TOO_FAST", "LONG_RUN"),
                                Map.of(
                                        "person", undo.fields().get("person"),
                                        "decision", undo.fields().get("decision"),
                                        "_csrf", visitor.formToken("/account")))
                        .statusCode())
                .as("of another flag")
                .isEqualTo(404);
        person.withdraw().expect(204);
        assertThat(rows()).isZero();
        assertThat(undo.pressedAnewBy(visitor).body()).contains("no longer in this slot");
    }

    /** The id of the latest decision, taken back or not. */
    private String latest() {
        return jdbc.sql("select max(id) from flag_decision where decision = 'DISMISSED'")
                .query(Long.class)
                .single()
                .toString();
    }

    @Test
    void whatCanNotBeDecidedIsRefusedInWords() {
        careful();

        decide(0, "TOO_FAST", Map.of("decision", "ACCEPTED")).expectProblem(409, "no flag TOO_FAST");
        decide(1, "TOO_FAST", Map.of("decision", "ACCEPTED")).expectProblem(404, "participant");
        decide(0, "TOO_SLOW", Map.of("decision", "ACCEPTED")).expectProblem(404, "rule");
        decide(0, "TOO_FAST", Map.of()).expectFault(422, "decision");
        decide(0, "TOO_FAST", Map.of("decision", "PERHAPS")).expectFault(422, "decision");
        decide(0, "TOO_FAST", Map.of("decision", "ACCEPTED", "note", "x".repeat(1001)))
                .expectFault(422, "note");
        assertThat(rows()).isZero();
    }

    @Test
    void strangersFindNoFlags() {
        careless();
        String name = "e" + UUID.randomUUID().toString().substring(0, 8);
        Visitor admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
        String password = Visitor.found(
                "class=\"once\">([^<]+)",
                admin.post("/accounts", Map.of("name", name, "role", "EXPERIMENTER"), "/accounts")
                        .body());
        Api other = Api.stranger(port).account(name, password);
        Visitor visitor = new Visitor(port);
        visitor.signIn(name, password);

        other.get("/api/v1/sets/" + set + "/flags").expectProblem(404, "set");
        other.put("/api/v1/sets/" + set + "/flags/0/TOO_FAST", Map.of("decision", "ACCEPTED"))
                .expectProblem(404, "set");
        assertThat(visitor.get("/sets/" + set + "/quality").statusCode()).isEqualTo(404);
        assertThat(visitor.post(form("TOO_FAST"), Map.of("decision", "ACCEPTED"), "/studies/new")
                        .statusCode())
                .isEqualTo(404);
        Api.stranger(port).get("/api/v1/sets/" + set + "/flags").expectProblem(401, "token");
        assertThat(rows()).isZero();
    }

    @Test
    void thePageShowsFlagsAndTakesDecisions() {
        assertThat(page().body()).contains("Nobody has joined yet").contains("/studies/" + study + "/protocol");
        careful();
        careful();
        assertThat(page().body()).contains("Nobody has a flag").contains("participant1");
        careless();

        String page = page().body();
        assertThat(page)
                .contains("30 of 30 answers in under 1.5 s; median 0.3 s")
                .contains("26 answers that raised it")
                .contains("/sets/" + set + "/items/")
                .contains("happiness, 1, 9");
        String person = Visitor.found("name=\"person\" value=\"(\\d+)\"", page);
        Visitor visitor = visitor();
        String after = visitor.post(
                        form("TOO_FAST", 2),
                        Map.of("person", person, "decision", "ACCEPTED", "note", "<Clicked> through"),
                        "/sets/" + set + "/quality")
                .body();
        assertThat(after)
                .contains("participant2, Too fast: accepted.")
                .contains("Accepted by admin")
                .contains("&lt;Clicked&gt; through");

        String refused = visitor.post(
                        form("LONG_RUN", 2), Map.of("person", "0", "decision", "ACCEPTED"), "/sets/" + set + "/quality")
                .body();
        assertThat(refused).contains("no longer in this slot");
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void whatIfComparesWithEverybodyAndChangesNothing() {
        assertThat(visitor().get(whatIf("")).body()).contains("nobody to leave out");
        careful();
        careful();
        careless();
        decide(2, "TOO_FAST", Map.of("decision", "ACCEPTED")).expect(200);
        byte[] file = lab.export(set, "expression_set1_C3.csv");

        String accepted = visitor().get(whatIf("")).body();
        assertThat(ticked(accepted))
                .as("those with an accepted flag, beforehand")
                .containsExactly("2");
        assertThat(figures(accepted)).containsExactly("3", "2", "1", "1/3");
        assertThat(line(accepted, "Fleiss' κ").get(1)).isEqualTo("1.000");
        double all = Double.parseDouble(line(accepted, "Fleiss' κ").get(0));
        JsonNode agreement =
                staff.get("/api/v1/sets/" + set + "/agreement").expect(200).json();
        assertThat(all)
                .isCloseTo(agreement.at("/expression/fleissKappa").asDouble(), within(0.0005))
                .isLessThan(0.9);
        assertThat(line(accepted, "Fleiss' κ").get(2)).isEqualTo("%+.3f".formatted(1 - all));
        assertThat(line(accepted, "ICC(2,k)").get(1)).isEqualTo("1.000");
        assertThat(accepted).contains("20 images, 3 participants, few", "20 images, 1 pair, few");

        String nobody = visitor().get(whatIf("?chosen=true")).body();
        assertThat(ticked(nobody)).isEmpty();
        assertThat(line(nobody, "Percent agreement").get(2)).isEqualTo("0.000");
        String everybody = visitor()
                .get(whatIf("?chosen=true&without=0&without=1&without=2&without=77"))
                .body();
        assertThat(ticked(everybody)).containsExactly("0", "1", "2");
        assertThat(line(everybody, "Mean pairwise CCC").get(1)).isEqualTo("–");
        assertThat(everybody).contains("nobody has answered");
        assertThat(figures(everybody)).containsExactly("3", "0", "3", "3/3");
        assertThat(lab.export(set, "expression_set1_C3.csv")).isEqualTo(file);
        assertThat(lab.progress(set).get("participants")).hasSize(3);
    }

    private String whatIf(String query) {
        return "/sets/" + set + "/quality/what-if" + query;
    }

    private static List<String> ticked(String page) {
        return all("name=\"without\" value=\"(\\d+)\" checked", page);
    }

    private static List<String> figures(String page) {
        return all("<dd>(.*?)</dd>", page).stream()
                .map(figure -> figure.replaceAll("<[^>]+>", ""))
                .toList();
    }

    /** A figure with everybody, without some, and the difference. */
    private static List<String> line(String page, String title) {
        String row = Visitor.found("(?s)>" + Pattern.quote(title.replace("'", "&#39;")) + "</th>(.*?)</tr>", page);
        return all("<td[^>]*>(?:<span>)?([^<]*)<", row);
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    @Test
    void theCallsAreDescribed() {
        JsonNode api = Api.stranger(port).get("/api/v1/openapi").expect(200).json();

        assertThat(api.get("paths").propertyNames())
                .contains("/api/v1/sets/{set}/flags", "/api/v1/sets/{set}/flags/{participant}/{rule}");
        assertThat(api.at("/components/schemas/WantedDecision/properties/decision/enum")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactly("ACCEPTED", "DISMISSED");
        assertThat(List.of(RULES))
                .isEqualTo(Arrays.stream(FlagKind.values()).map(FlagKind::name).toList());
    }

    private String form(String rule) {
        return form(rule, 0);
    }

    private String form(String rule, int slot) {
        return "/sets/" + set + "/flags/" + slot + "/" + rule;
    }

    private Visitor visitor() {
        Visitor visitor = new Visitor(port);
        visitor.signIn("admin", Api.ADMIN_PASSWORD);
        return visitor;
    }

    private HttpResponse<String> page() {
        return visitor().get("/sets/" + set + "/quality");
    }

    private int rows() {
        return jdbc.sql("""
                        select count(*) from flag_decision d join participant p on p.id = d.participant_id
                        where p.set_id = ?""").param(set).query(Integer.class).single();
    }
}
