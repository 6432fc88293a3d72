package org.c25.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
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
import org.springframework.boot.test.web.server.LocalServerPort;

/** Staff see on one page what a participant did, decide on the flags, and do what follows. */
@OnBothDatabases
class LookingAtAParticipantTest {

    private static final int IMAGES = 8;
    private static final int TRIALS = 12;

    @LocalServerPort
    int port;

    private Api staff;
    private Lab lab;
    private Visitor admin;
    private long set;
    private String page;

    @BeforeEach
    void aSet() {
        staff = Api.stranger(port).admin();
        lab = new Lab(staff);
        admin = new Visitor(port);
        admin.signIn("admin", Api.ADMIN_PASSWORD);
        open(Map.of("repeatShare", 0.5, "repeatMinimumLag", 1), IMAGES);
    }

    private void open(Map<String, Object> design, int images) {
        Map<String, Object> protocol = new HashMap<>(design);
        protocol.put("capacity", 3);
        protocol.put("quality", Map.of("leastTrials", IMAGES, "longRun", 6));
        protocol.put(
                "questions",
                List.of(
                        Map.of("kind", "COUNTRY"),
                        Map.of(
                                "key", "hand",
                                "kind", "CHOICE",
                                "text", "Which hand do you write with?",
                                "options", List.of("left", "right"))));
        set = lab.openSet(lab.study(protocol), images);
        page = "/sets/" + set + "/slots/0";
    }

    /** Somebody who says who they are, and then rates faces at this pace: the same each time, or not. */
    private void rates(int trials, boolean same, long millis) {
        String link = lab.invite(set, 1).get(0);
        Visitor visitor = new Visitor(port);
        String home = visitor.get("/join/" + link).uri().getPath().replace("/language", "");
        visitor.get(home + "?language=en");
        visitor.post(home + "/consent", Map.of("accepted", "true"), home);
        visitor.post(home + "/questions", Map.of("q-country", "KR", "q-hand", "right"), home + "/questions");
        Person person = new Person(Api.stranger(port), link);
        for (int i = 0; i < trials; i++) {
            Map<String, Object> answer = Person.body(
                    UUID.randomUUID().toString(), same ? 0 : i % 8, same ? 1 : i % 6 + 2, same ? 9 : i % 5 + 2);
            answer.put("responseTimeMillis", millis);
            person.answer(i, answer).expect(200);
        }
    }

    private String participant() {
        return staff.get("/api/v1/sets/" + set + "/slots/0").expect(200).text("participant");
    }

    @Test
    void onePageShowsWhatAParticipantSaidAndDid() {
        rates(TRIALS, true, 300);
        rates(2, false, 4000);

        String shown = admin.get(page).body();

        assertThat(shown)
                .contains("12/12", "0.3 s", "1 min in 1 sitting")
                .contains("Which hand do you write with?", "right", "South Korea")
                .contains("Long run", "12 times in a row", "to look at", "?answers=LONG_RUN#answers")
                .contains(
                        "/items/0/thumbnail?v=", "happiness, 1, 9", "trial 1 · 0.3 s", "first happiness, 1, 9 (trial ");
        assertThat(faces(shown)).isEqualTo(TRIALS);
        assertThat(faces(admin.get(page + "?answers=REPEATS").body())).isEqualTo(TRIALS - IMAGES);
        assertThat(faces(admin.get(page + "?answers=nonsense").body())).isEqualTo(TRIALS);
        assertThat(admin.get("/sets/" + set + "/slots/1").body()).contains("No flag so far.", "4.0 s");
        assertThat(admin.get("/sets/" + set + "/slots/2").body())
                .contains("Nobody has been in this slot yet.")
                .doesNotContain("What follows");
        assertThat(admin.get("/sets/" + set + "/quality").body()).contains(page + "#follows", page + "\"");
    }

    private static long faces(String page) {
        return page.split("/thumbnail\\?v=", -1).length - 1;
    }

    @Test
    void theFlagLeadsToItsConsequenceOnThePage() {
        rates(TRIALS, true, 300);
        rates(TRIALS, false, 4000);
        rates(TRIALS, false, 4000);

        HttpResponse<String> decided = decide(participant(), "clicks through");

        assertThat(decided.uri().getPath()).isEqualTo(page);
        assertThat(decided.body()).contains("Long run: accepted.", "Accepted by admin", "clicks through");
        assertThat(admin.get(page + "?without=true").body())
                .contains("With all", "Without", "Change", "8 images")
                .contains("Krippendorff");
        assertThat(admin.get(page).body()).doesNotContain("With all").contains("/results?out=0\"");

        String after = admin.post(
                        page + "/release", Map.of("participant", participant(), "note", "straight-lining"), page)
                .body();
        assertThat(after).contains("participant0 is free", "straight-lining").doesNotContain("What follows");

        String past = Visitor.found("href=\"(" + page + "\\?person=\\d+)\"", after);
        assertThat(admin.get(past).body())
                .contains("is in this slot no more", "12/12", "South Korea", "happiness, 1, 9")
                .doesNotContain("What follows");
        assertThat(admin.get("/sets/" + set + "/slots/1?" + past.replaceAll(".*\\?", ""))
                        .body())
                .as("nobody who was in another slot")
                .doesNotContain("no more", "happiness, 1, 9");
    }

    private HttpResponse<String> decide(String person, String note) {
        return admin.post(
                page + "/flags/LONG_RUN", Map.of("person", person, "decision", "ACCEPTED", "note", note), page);
    }

    @Test
    void whoHasLeftTheSlotMeanwhileIsNotDecidedOn() {
        rates(TRIALS, true, 300);
        String before = participant();
        lab.release(set, 0);
        rates(TRIALS, true, 300);

        HttpResponse<String> refused = decide(before, "");

        assertThat(refused.uri().getPath()).isEqualTo(page);
        assertThat(refused.body()).contains("is no longer in this slot", "to look at");
    }

    @Test
    void manyAnswersComeAPageAtATime() {
        open(Map.of("repeatShare", 0), 62);
        rates(62, false, 2000);

        String first = admin.get(page).body();

        assertThat(faces(first)).isEqualTo(60);
        assertThat(first).contains("Page 1 of 2", "page=2#answers");
        assertThat(faces(admin.get(page + "?page=2").body())).isEqualTo(2);
        assertThat(admin.get(page + "?page=99").body()).contains("Page 2 of 2");
    }
}
