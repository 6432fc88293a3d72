package org.c25.datapage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnBothDatabases;
import org.c25.testing.Person;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page of a set's data says beside each file which of its columns are filled for some participants only. */
@OnBothDatabases
class TellingHalfFilledColumnsTest {

    private static final int IMAGES = 2;

    @LocalServerPort
    int port;

    private Api staff;
    private Lab lab;
    private Visitor admin;
    private long set;

    @BeforeEach
    void aSetOfThreeSlots() {
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
        admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
        set = lab.openSet(lab.study(Map.of("capacity", 3, "repeatShare", 0)), IMAGES);
    }

    /** What stands beside a file. */
    private List<String> beside(String file) {
        String page = admin.get("/sets/" + set + "/data").body();
        Matcher row = Pattern.compile("(?s)>" + Pattern.quote(file) + "</a>(.*?)</tr>")
                .matcher(page);
        assertThat(row.find()).as(file).isTrue();
        return Pattern.compile("half-filled\">([^<]+)<")
                .matcher(row.group(1))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private Person somebody() {
        Person person = new Person(Api.stranger(port), lab.invite(set, 1).get(0));
        person.consent().expect(200);
        return person;
    }

    private static Map<String, Object> answer(Map<String, Object> how) {
        Map<String, Object> body = new HashMap<>(Person.body(UUID.randomUUID().toString(), 1, 2, 3));
        body.putAll(how);
        return body;
    }

    private void answerAll(Person person, Map<String, Object> how) {
        for (int position = 0; position < IMAGES; position++) {
            person.answer(position, answer(how)).expect(200);
        }
    }

    private static final Map<String, Object> ALL_THAT_A_PAGE_SEES = Map.of(
            "responseTimeMillis", 4200,
            "expressionTimeMillis", 1000,
            "valenceTimeMillis", 2000,
            "arousalTimeMillis", 3000,
            "inputDevice", "mouse",
            "viewportWidth", 1280,
            "viewportHeight", 720,
            "dimmed", false);

    @Test
    void freeSlotsAndWhoIsNotDoneAreTold() {
        answerAll(somebody(), ALL_THAT_A_PAGE_SEES);
        somebody().answer(0, answer(ALL_THAT_A_PAGE_SEES)).expect(200);

        assertThat(beside("valence_set1_C3.csv"))
                .containsExactly(
                        "1 of 3 slots is free: its column is empty.",
                        "1 of 2 participants has not answered everything yet.");
        assertThat(beside("crowd-vote_valence_set1_C3.csv")).hasSize(2);
        assertThat(beside("long_set1_C3.csv")).isEmpty();
    }

    @Test
    void whatTheDevicesDidNotTellIsToldOncePerPeople() {
        answerAll(somebody(), ALL_THAT_A_PAGE_SEES);
        answerAll(somebody(), Map.of());
        Person third = somebody();
        third.answer(0, answer(ALL_THAT_A_PAGE_SEES)).expect(200);
        Map<String, Object> untimed = new HashMap<>(ALL_THAT_A_PAGE_SEES);
        untimed.remove("responseTimeMillis");
        third.answer(1, answer(untimed)).expect(200);

        assertThat(beside("long_set1_C3.csv"))
                .containsExactly(
                        "1 of 3 participants has no response times, times of the single choices, input device, window size"
                                + " or dimming.",
                        "1 of 3 participants has response times for some answers only.");
        assertThat(beside("expression_set1_C3.csv")).isEmpty();
    }

    @Test
    void importedAnswersHaveNoTimesAndPerhapsNotAllThree() {
        String header = "index,filename,participant0,participant1,participant2\r\n";
        Map<String, Object> files = new HashMap<>();
        Stream.of("expression", "valence", "arousal").forEach(dimension -> {
            String cell = dimension.equals("expression") ? "1" : "0.25";
            String last = dimension.equals("valence") ? "" : cell;
            files.put(
                    dimension,
                    (header + "1000,face-000.png,," + cell + "," + cell + "\r\n1001,face-001.png,," + cell + "," + last
                                    + "\r\n")
                            .getBytes(UTF_8));
        });
        staff.upload("/api/v1/sets/" + set + "/imports", files).expect(201);
        answerAll(somebody(), ALL_THAT_A_PAGE_SEES);

        assertThat(beside("long_set1_C3.csv"))
                .containsExactly(
                        "2 of 3 participants have imported answers: trial, times and how they were given are empty.",
                        "1 of 3 participants has answers without valence.");
        assertThat(beside("valence_set1_C3.csv")).containsExactly("1 of 3 participants has answers without valence.");
        assertThat(beside("repeats_set1_C3.csv"))
                .containsExactly("2 of 3 participants have imported answers: no image was shown twice to them.");
        assertThat(beside("arousal_set1_C3.csv")).isEmpty();
    }
}
