package org.c25.annotation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.c25.testing.Api;
import org.c25.testing.Forms;
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

/** Participants read the labels, questions and instructions of a study in their language, and it is kept which. */
@OnBothDatabases
class ReadingOnesLanguageTest {

    private static final Map<String, Object> SHORT =
            Map.of("repeatShare", 0, "pacing", Map.of("practiceTrials", 0, "breakEvery", 0));

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Api api;
    private Lab lab;
    private Visitor staff;

    @BeforeEach
    void aLab() {
        api = Api.stranger(port).admin();
        lab = new Lab(api);
        staff = new Visitor(port);
        staff.signIn("admin", Api.ADMIN_PASSWORD);
    }

    /** Somebody who reads a language and has consented. */
    private final class Reader {

        private final Visitor visitor = new Visitor(port);
        private final String token;
        private final String home;

        Reader(String token, String language) {
            this.token = token;
            home = visitor.get("/join/" + token + "?language=" + language).uri().getPath();
            visitor.post(home + "/consent", Map.of("accepted", "true"), home);
        }

        String page(String path) {
            return visitor.get(home + path).body();
        }

        String post(String path, Map<String, String> fields, String page) {
            return visitor.post(home + path, fields, home + page).body();
        }

        void answer(int position) {
            String id = UUID.randomUUID().toString();
            post(
                    "/trials/" + position,
                    Map.of("id", id, "expression", "3", "valence", "2", "arousal", "9"),
                    "/trials/" + position);
        }

        JsonNode data() {
            return new Person(Api.stranger(port), token).data().expect(200).json();
        }
    }

    /** A study with the labels of AffectNetC25 in eight languages, as the form fills it in. */
    private long inEightLanguages(int capacity) {
        Map<String, List<String>> form =
                Forms.fields(staff.get("/studies/new?preset=languages").body());
        form.putAll(Map.of("name", List.of("Eight"), "capacity", List.of(String.valueOf(capacity))));
        form.putAll(Map.of("repeatPercent", List.of("0"), "practiceTrials", List.of("0"), "breakEvery", List.of("0")));
        return Long.parseLong(Visitor.found(
                "/studies/(\\d+)", staff.sendAll("/studies", form).uri().getPath()));
    }

    @Test
    void eachSeesTheLabelsOfTheirLanguageAndTheFilesHoldTheSameAnswers() {
        Map<String, List<String>> words = new LinkedHashMap<>();
        words.put("en", List.of("happiness", "행복", "Arousal"));
        words.put("ko", List.of("happiness", "행복", "각성"));
        words.put("ja", List.of("喜び", "軽蔑", "覚醒度"));
        words.put("zh", List.of("高兴", "轻蔑", "唤醒度"));
        words.put("es", List.of("alegría", "desprecio", "Activación"));
        words.put("de", List.of("Freude", "Verachtung", "Erregung"));
        words.put("fr", List.of("joie", "mépris", "Agitée"));
        words.put("ar", List.of("سعادة", "ازدراء", "الاستثارة"));
        long set = lab.openSet(inEightLanguages(8), 1);
        List<String> tokens = new ArrayList<>(lab.invite(set, 8));
        List<String> seen = new ArrayList<>();

        words.forEach((language, some) -> {
            Reader reader = new Reader(tokens.remove(0), language);
            assertThat(reader.page("/instructions")).contains(some.get(0), some.get(1));
            String trial = reader.page("/trials");
            assertThat(trial).contains(some);
            boolean own = !List.of("en", "ko").contains(language);
            if (own) {
                assertThat(trial)
                        .contains("<b class=\"first\" dir=\"auto\" lang=\"" + language + "\">" + some.get(0) + "</b>")
                        .doesNotContain("happiness", "행복", "class=\"second\"");
            }
            assertThat(trial).contains(language.equals("ar") ? "dir=\"rtl\"" : "dir=\"ltr\"");
            reader.answer(0);
            JsonNode enrolled = reader.data().get("enrolled");
            seen.add(enrolled.get("labelLanguages").asString() + ","
                    + enrolled.get("instructionsLanguage").asString());
            assertThat(enrolled.get("labelLanguages").asString()).isEqualTo(own ? language : "en ko");
            assertThat(enrolled.get("instructionsLanguage").asString()).isEqualTo(language);
        });

        assertThat(new String(lab.export(set, "expression_set1_C8.csv"), UTF_8))
                .isEqualTo(
                        "index,filename,participant0,participant1,participant2,participant3,participant4,participant5,"
                                + "participant6,participant7\r\n1000,face-000.png,3,3,3,3,3,3,3,3\r\n");
        assertThat(new String(lab.export(set, "valence_set1_C8.csv"), UTF_8))
                .endsWith("\r\n1000,face-000.png" + ",-0.75".repeat(8) + "\r\n");
        assertThat(new String(lab.export(set, "words_set1_C8.csv"), UTF_8).lines())
                .startsWith("participant,labels,instructions")
                .extracting(line -> line.replaceFirst("^\\d,", ""))
                .containsAll(seen)
                .hasSize(9);
    }

    @Test
    void labelsFollowTheLanguageOfThePageUntilTheFirstAnswerAndStayFromThen() {
        long set = lab.openSet(inEightLanguages(2), 3);
        Reader reader = new Reader(lab.invite(set, 1).get(0), "de");
        assertThat(reader.page("/trials")).contains("Freude");
        assertThat(reader.page("/trials?language=ja")).contains("喜び").doesNotContain("Freude");

        reader.answer(0);

        assertThat(reader.page("/trials?language=fr"))
                .contains("<html lang=\"fr\"", "喜び")
                .doesNotContain("joie");
        reader.answer(1);
        assertThat(reader.data().get("enrolled").get("labelLanguages").asString())
                .isEqualTo("ja");
        assertThat(staff.get("/sets/" + set + "/slots/0").body()).contains("Labels in <b>Japanese</b>");
    }

    @Test
    void whoAnswersByAProgramHasSeenNoLabelsOfOurs() {
        long set = lab.openSet(inEightLanguages(2), 1);
        Person person = new Person(Api.stranger(port), lab.invite(set, 1).get(0));
        person.consent(Map.of("accepted", true, "locale", "ja")).expect(200);

        person.answer(0, 1, 2, 3).expect(200);

        assertThat(person.data()
                        .expect(200)
                        .json()
                        .get("enrolled")
                        .get("labelLanguages")
                        .isNull())
                .isTrue();
        assertThat(new String(lab.export(set, "words_set1_C2.csv"), UTF_8)).endsWith("\r\n0,,\r\n");
        assertThat(staff.get("/sets/" + set + "/slots/0").body()).doesNotContain("Labels in");
    }

    private long withOwnWords() {
        Map<String, Object> protocol = new HashMap<>(SHORT);
        protocol.put("capacity", 3);
        protocol.put("instructions", "Look *well*.\n[ko]\n잘 *보세요*.\n[ar]\nانظر **جيدًا**.");
        protocol.put(
                "questions",
                List.of(
                        Map.of("kind", "AGE"),
                        Map.of(
                                "kind",
                                "CHOICE",
                                "key",
                                "glasses",
                                "text",
                                "Glasses?",
                                "options",
                                List.of("yes", "no"),
                                "required",
                                true,
                                "translations",
                                List.of(
                                        Map.of(
                                                "language", "ko",
                                                "text", "안경을 쓰십니까?",
                                                "options", List.of("예", "아니요")),
                                        Map.of(
                                                "language", "ar",
                                                "text", "هل تضع نظارات؟",
                                                "options", List.of("نعم", "لا"))))));
        return lab.study(protocol);
    }

    @Test
    void ownQuestionsAndInstructionsAreReadInOnesLanguageAndOneAnswerIsKeptForAllLanguages() {
        long set = lab.openSet(withOwnWords(), 1);
        List<String> tokens = lab.invite(set, 3);

        Reader korean = new Reader(tokens.get(0), "ko");
        assertThat(korean.page("/questions"))
                .contains("<bdi lang=\"ko\">안경을 쓰십니까?</bdi>", "value=\"no\"", "<bdi lang=\"ko\">아니요</bdi>")
                .doesNotContain("Glasses?");
        assertThat(korean.post("/questions", Map.of(), "/questions"))
                .as("again, with what lacks")
                .contains("안경을 쓰십니까?");
        korean.post("/questions", Map.of("q-glasses", "no", "q-age", "25-34"), "/questions");
        assertThat(korean.page("/instructions"))
                .contains("lang=\"ko\"", "잘 <em>보세요</em>.", "행복", "happiness")
                .doesNotContain("Look <em>well</em>.");
        Reader arab = new Reader(tokens.get(1), "ar");
        assertThat(arab.page("/questions")).contains("dir=\"rtl\"", "هل تضع نظارات؟", "نعم");
        arab.post("/questions", Map.of("q-glasses", "yes"), "/questions");
        assertThat(arab.page("/instructions")).contains("انظر <strong>جيدًا</strong>.");
        Reader french = new Reader(tokens.get(2), "fr");
        assertThat(french.page("/questions")).contains("<bdi>Glasses?</bdi>", "<bdi>yes</bdi>");
        french.post("/questions", Map.of("q-glasses", "no"), "/questions");
        assertThat(french.page("/instructions")).contains("Look <em>well</em>.");

        assertThat(korean.data().get("enrolled").get("questions").valueStream().map(ReadingOnesLanguageTest::told))
                .containsExactly("age 25-34 ko", "glasses no ko");
        assertThat(arab.data().get("enrolled").get("questions").valueStream().map(ReadingOnesLanguageTest::told))
                .containsExactly("glasses yes ar");
        assertThat(french.data().get("enrolled").get("questions").valueStream().map(ReadingOnesLanguageTest::told))
                .as("in a language that the study does not name")
                .containsExactly("glasses no und");
        assertThat(jdbc.sql("select instructions_language from participant where set_id = ? order by slot_number")
                        .param(set)
                        .query(String.class)
                        .list())
                .containsExactly("ko", "ar", "und");
        korean.answer(0);
        assertThat(staff.get("/sets/" + set + "/slots/0")
                        .body()
                        .replaceAll("<[^>]+>", "")
                        .replaceAll("\\s+", " "))
                .contains("asked in Korean", "Labels in English and Korean, instructions in Korean.");
    }

    private static String told(JsonNode answer) {
        return answer.get("question").asString() + " " + answer.get("answer").asString() + " "
                + answer.get("language").asString();
    }

    @Test
    void onceAnswersAreInALanguageCanBeAddedAndNoneChanged() {
        long study = withOwnWords();
        long set = lab.openSet(study, 1);
        List<String> tokens = lab.invite(set, 2);
        Reader before = new Reader(tokens.get(0), "de");
        before.post("/questions", Map.of("q-glasses", "no"), "/questions");
        before.page("/trials");
        before.answer(0);
        String address = "/studies/" + study + "/protocol";
        Map<String, List<String>> form = Forms.fields(staff.get(address).body());
        form.put("otherWords", List.of("de"));
        form.computeIfPresent("instructions", (name, text) -> List.of(text.get(0) + "\r\n[de]\r\nGenau hinsehen."));
        form.computeIfPresent("ownQuestions", (name, text) -> List.of(text.get(0) + "\r\n[de]\r\nBrille? | ja | nein"));

        assertThat(staff.sendAll(address, form).uri().getPath()).isEqualTo("/studies/" + study);

        assertThat(before.page("/trials/0"))
                .as("who has answered sees the same")
                .contains("happiness");
        Reader after = new Reader(tokens.get(1), "de");
        assertThat(after.page("/questions")).contains("Brille?", "nein");
        after.post("/questions", Map.of("q-glasses", "yes"), "/questions");
        assertThat(after.page("/instructions")).contains("Genau hinsehen.");
        assertThat(after.page("/trials")).contains("Freude").doesNotContain("happiness");
        form = Forms.fields(staff.get(address).body());
        form.computeIfPresent("otherLabels", (name, text) -> List.of(text.get(0).replace("Freude", "Glück")));
        form.computeIfPresent(
                "instructions", (name, text) -> List.of(text.get(0).replace("Look", "Stare")));
        assertThat(staff.sendAll(address, form).body())
                .contains("any more in the languages that there are (German)", "(those for everybody)", "Glück");
        assertThat(staff.get(address).body()).contains("Freude").doesNotContain("Glück |");
        form = Forms.fields(staff.get(address).body());
        form.computeIfPresent(
                "ownQuestions", (name, text) -> List.of(text.get(0).replace("예", "네")));
        assertThat(staff.sendAll(address, form).body())
                .contains("its key, kind, options and languages can&#39;t be changed any more");
        form.computeIfPresent(
                "ownQuestions",
                (name, text) -> List.of(text.get(0).replace("네", "예").replace("안경을 쓰십니까?", "안경을 쓰시나요?")));
        assertThat(staff.sendAll(address, form).uri().getPath())
                .as("worded better")
                .isEqualTo("/studies/" + study);
    }

    @Test
    void aCopyOfAStudyHasItsLanguages() {
        long study = withOwnWords();
        JsonNode first = api.get("/api/v1/studies/" + study).expect(200).json();
        Map<String, List<String>> form =
                Forms.fields(staff.get("/studies/new?from=" + study).body());
        form.putAll(Map.of("name", List.of("Copy"), "otherWords", List.of("de")));

        String copy = staff.sendAll("/studies?from=" + study, form).uri().getPath();

        JsonNode copied = api.get("/api/v1" + copy).expect(200).json();
        assertThat(copied.get("instructions")).isEqualTo(first.get("instructions"));
        assertThat(copied.get("questions")).isEqualTo(first.get("questions"));
        assertThat(copied.get("labels")
                        .get("translations")
                        .get(0)
                        .get("language")
                        .asString())
                .isEqualTo("de");
    }

    @Test
    void programsSendTranslationsAndGetThemBackAndOthersNeverMeetThem() {
        JsonNode plain = api.get("/api/v1/studies/" + lab.study()).expect(200).json();
        assertThat(plain.has("instructions")).isFalse();
        assertThat(plain.get("labels").has("translations")).isFalse();
        long eight = inEightLanguages(2);
        JsonNode protocol = api.get("/api/v1/studies/" + eight).expect(200).json();

        JsonNode changed =
                api.put("/api/v1/studies/" + eight, protocol).expect(200).json();

        assertThat(changed).isEqualTo(protocol);
        assertThat(protocol.get("labels")
                        .get("translations")
                        .valueStream()
                        .map(words -> words.get("language").asString()))
                .containsExactly("ja", "zh", "es", "de", "fr", "ar");
        api.post("/api/v1/studies", Map.of("name", "Unfit", "instructions", "[kr]\n?"))
                .expectFault(422, "instructions");
    }
}
