package org.c25.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.c25.testing.Api;
import org.c25.testing.Forms;
import org.c25.testing.OnH2;
import org.c25.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** An experimenter fills in the form of a study: little is asked, and all else says what it is. */
@OnH2
class FillingInAStudyTest {

    @LocalServerPort
    int port;

    private Api api;
    private Visitor staff;

    @BeforeEach
    void someoneIsSignedIn() {
        api = Api.stranger(port).admin();
        staff = new Visitor(port);
        staff.signIn("admin", Api.ADMIN_PASSWORD);
    }

    private JsonNode protocol(HttpResponse<String> page) {
        String study = Visitor.found("/studies/(\\d+)", page.uri().getPath());
        return api.get("/api/v1/studies/" + study).expect(200).json();
    }

    @Test
    void onlyWhatEveryStudyNeedsIsAskedAndTheRestIsFolded() {
        String form = Visitor.found("(?s)<form id=\"study\"(.*?)</form>", newStudy(""));

        String inSight = form.replaceAll("(?s)<details>.*?</details>", "");
        assertThat(inSight.split("<(input (?!type=\"hidden\")|select|textarea)", -1))
                .as("name, contact, participants, consent and no more")
                .hasSize(1 + 4);
        assertThat(inSight)
                .contains("name=\"name\"", "name=\"contact\"", "name=\"capacity\"", "name=\"consent\"")
                .contains("Images come next");
        assertThat(form).doesNotContain("<details open");
    }

    private String newStudy(String query) {
        return staff.get("/studies/new" + query).body();
    }

    /** The line beside the heading of a folded section. */
    private static String now(String heading, String page) {
        return Visitor.found("<summary>" + heading + " <small class=\"now\">([^<]*)<", page);
    }

    @Test
    void eachFoldedSectionSaysWhatIsSetInIt() {
        String page = newStudy("");

        assertThat(now("Labels", page)).isEqualTo("English and Korean");
        assertThat(now("Repeats, order and scales", page))
                .isEqualTo("10 % shown twice, at least 20 trials later; images in random order;"
                        + " expression, valence, arousal; 1 to 9");
        assertThat(now("Practice, breaks and going back", page)).isEqualTo("Practice 3, break every 100, back over 5");
        assertThat(now("Questions about the person", page)).isEqualTo("None");
        assertThat(now("Duration and pay", page))
                .isEqualTo("An estimate from the number of images; nothing is said of pay");
        assertThat(now("Slots and drop-outs", page)).isEqualTo("Stalled after 24 hours, slot given away after 72");
        assertThat(now("Flags", page))
                .isEqualTo(
                        "From 40 images on, under 1500 ms, 10 equal answers in a row, kappa under 0.2, CCC under 0.2");
        assertThat(now("Recruiter", page)).isEqualTo("Nobody: links go to people directly");
        assertThat(now("Proof of whom the recruiter sends", page)).isEqualTo("None");
        assertThat(now("Pace of a recruiting link", page))
                .isEqualTo("20 new slots in 10 minutes, 10 of them to one network address");
    }

    @Test
    void theLinesSayWhatWasTypedAlsoWhereTheFormIsRefused() {
        Map<String, List<String>> form = Forms.fields(newStudy(""));
        form.putAll(Map.of(
                "practiceTrials", List.of("0"),
                "breakEvery", List.of("often"),
                "revisable", List.of("0"),
                "care.minutes", List.of("90"),
                "care.pay", List.of("€ 12"),
                "ownQuestions", List.of("Glasses?\r\nLeft hand?"),
                "recruiter.service", List.of("PROLIFIC"),
                "recruiter.signing", List.of("JWT"),
                "repeatPercent", List.of("0")));
        form.putAll(Map.of("asked", List.of("AGE REQUIRED", "GENDER NO", "COUNTRY OPTIONAL", "LANGUAGE NO")));
        form.get("first").set(0, "joy");

        String page = staff.sendAll("/studies", form).body();

        assertThat(page).contains("things to correct:");
        assertThat(now("Practice, breaks and going back", page))
                .isEqualTo("No practice, break every often, no going back");
        assertThat(now("Duration and pay", page)).isEqualTo("90 minutes; € 12");
        assertThat(now("Questions about the person", page)).isEqualTo("Age band, country, 2 own before");
        assertThat(now("Recruiter", page)).isEqualTo("Prolific, with the code alone");
        assertThat(now("Proof of whom the recruiter sends", page)).isEqualTo("JWT");
        assertThat(now("Repeats, order and scales", page)).startsWith("No image shown twice; images in random order");
        assertThat(now("Labels", page)).isEqualTo("English and Korean, in words of the study’s own");
    }

    @Test
    void aPilotIsFilledInByTheAddressAndMadeAsItIs() {
        String page = newStudy("?preset=pilot");
        assertThat(page)
                .containsPattern("href=\"/studies/new\\?preset=pilot\" aria-current=\"page\">Quick pilot of 20 images")
                .containsPattern("href=\"/studies/new\\?preset=affectnetc25\">AffectNetC25");
        assertThat(now("Practice, breaks and going back", page)).isEqualTo("Practice 1, no break, back over 5");

        JsonNode made = protocol(staff.sendAll("/studies", Forms.fields(page)));

        assertThat(made.get("name").asString()).isEqualTo("Pilot");
        assertThat(made.get("capacity").asInt()).isEqualTo(5);
        assertThat(made.get("repeatShare").asDouble()).isEqualTo(0.2);
        assertThat(made.get("repeatMinimumLag").asInt()).isEqualTo(5);
        assertThat(made.get("pacing").get("practiceTrials").asInt()).isEqualTo(1);
        assertThat(made.get("pacing").get("breakEvery").asInt()).isZero();
    }

    @Test
    void withoutAPresetOrWithOneThatNobodyKnowsItIsAffectNetC25() {
        for (String query : List.of("", "?preset=affectnetc25", "?preset=nonsense")) {
            Map<String, List<String>> form = Forms.fields(newStudy(query));

            assertThat(form.get("name")).containsExactly("");
            assertThat(form.get("capacity")).containsExactly("25");
            assertThat(form.get("repeatPercent")).containsExactly("10");
        }
    }

    @Test
    void aPilotWithAFaultIsStillAPilot() {
        Map<String, List<String>> form = Forms.fields(newStudy("?preset=pilot"));
        form.put("capacity", List.of("many"));

        String page = staff.sendAll("/studies", form).body();

        assertThat(page)
                .contains("Participants a set", "value=\"many\"", "name=\"preset\" value=\"pilot\"")
                .containsPattern("aria-current=\"page\">Quick pilot");
    }

    @Test
    void aStudyIsMadeAndLookedAtInOneStep() {
        Map<String, List<String>> form = Forms.fields(newStudy(""));
        form.put("name", List.of("To look at"));
        form.put("then", List.of("preview"));

        HttpResponse<String> preview = staff.sendAll("/studies", form);

        assertThat(preview.uri().getPath()).matches("/studies/\\d+/preview");
        assertThat(preview.body()).contains("Preview", "To look at");
        assertThat(protocol(preview).get("name").asString()).isEqualTo("To look at");
    }

    @Test
    void eachPageOfThePreviewIsBesideTheForm() {
        Map<String, List<String>> form = Forms.fields(newStudy(""));
        form.put("name", List.of("Previewed"));
        form.put("ownQuestions", List.of("Glasses?"));
        String study = staff.sendAll("/studies", form).uri().getPath();

        String protocol = staff.get(study + "/protocol").body();

        for (String page : List.of("", "/questions", "/instructions", "/practice", "/trials")) {
            assertThat(protocol).contains("href=\"" + study + "/preview" + page + "\"");
            assertThat(staff.get(study + "/preview" + page).uri().getPath()).isEqualTo(study + "/preview" + page);
        }
        assertThat(protocol).as("nothing is asked after the trials").doesNotContain(study + "/preview/closing");
    }

    @Test
    void labelsInAnotherLanguageAreChosenByItsNameAndEveryParticipantSeesThem() {
        Map<String, List<String>> form = Forms.fields(newStudy(""));
        form.put("name", List.of("In Japanese"));
        form.put("firstWords", List.of("ja"));
        form.put("secondWords", List.of("none"));

        HttpResponse<String> made = staff.sendAll("/studies", form);

        JsonNode labels = protocol(made).get("labels");
        assertThat(labels.get("firstLanguage").asString()).isEqualTo("ja");
        assertThat(labels.get("secondLanguage").asString()).isEmpty();
        assertThat(labels.get("expressions").get(6).get("first").asString()).isEqualTo("軽蔑");
        assertThat(labels.get("arousal").get("greatest").get("first").asString())
                .isEqualTo("興奮");
        String study = made.uri().getPath();
        for (String language : List.of("en", "ar")) {
            assertThat(staff.get(study + "/preview/trials?language=" + language).body())
                    .contains("喜び", "感情価")
                    .doesNotContain("행복", "happiness");
        }
        assertThat(now("Labels", staff.get(study + "/protocol").body())).isEqualTo("Japanese");
    }

    @Test
    void chosenWordsStandInTheFormIfItIsRefusedAndCanBeChangedThere() {
        Map<String, List<String>> form = Forms.fields(newStudy(""));
        form.put("secondWords", List.of("de"));

        Map<String, List<String>> again =
                Forms.fields(staff.sendAll("/studies", form).body());

        assertThat(again.get("secondLanguage")).containsExactly("de");
        assertThat(again.get("second")).startsWith("Freude", "Trauer").hasSize(16);
        assertThat(again.get("secondWords")).containsExactly("");
        again.put("name", List.of("Named"));
        again.get("second").set(0, "Glück");
        assertThat(protocol(staff.sendAll("/studies", again))
                        .get("labels")
                        .get("expressions")
                        .get(0)
                        .get("second")
                        .asString())
                .isEqualTo("Glück");
    }

    @Test
    void furtherLanguagesAreAddedByNameAndTheLinesSayWhich() {
        Map<String, List<String>> form = Forms.fields(newStudy(""));
        form.put("otherWords", List.of("de"));
        form.put("instructions", List.of("Look.\r\n[ko]\r\n보세요."));
        form.put("ownQuestions", List.of("Glasses?\r\n[de]\r\nBrille?"));

        String refused = staff.sendAll("/studies", form).body();

        assertThat(now("Labels", refused)).isEqualTo("English and Korean; German for their readers");
        assertThat(now("Instructions", refused)).isEqualTo("The study’s own, also in Korean");
        assertThat(now("Questions about the person", refused)).isEqualTo("1 own before, also in German");
        Map<String, List<String>> again = Forms.fields(refused);
        assertThat(again.get("otherLabels").get(0))
                .contains("[de]\r\nFreude | Trauer | Überraschung", "Erregung | Ruhig |  |");
        assertThat(again.get("otherWords")).containsExactly("");
        again.put("name", List.of("Named"));
        again.put("otherWords", List.of("ja de fr"));
        again.computeIfPresent(
                "otherLabels", (name, typed) -> List.of(typed.get(0).replace("Freude", "Glück")));
        HttpResponse<String> made = staff.sendAll("/studies", again);
        JsonNode translations = protocol(made).get("labels").get("translations");
        assertThat(translations
                        .valueStream()
                        .map(words -> words.get("language").asString() + " "
                                + words.get("expressions").get(0).asString()))
                .containsExactly("ja 喜び", "de Glück", "fr joie");
        String study = made.uri().getPath();
        String page = staff.get(study + "/protocol").body();
        assertThat(now("Labels", page)).isEqualTo("English and Korean; Japanese, German and French for their readers");
        assertThat(page).contains("href=\"" + study + "/preview?language=ja\"", "<option value=\"ja zh es de fr ar\">");
    }

    @Test
    void whatIsUnfitInALanguageIsToldBesideIt() {
        Map<String, List<String>> form = Forms.fields(newStudy(""));
        form.put("name", List.of("Unfit"));
        form.put("otherLabels", List.of("[de]\r\nFreude | Trauer"));
        form.put("instructions", List.of("[kr]\r\n?"));
        form.put("closingQuestions", List.of("Well?\r\n[de]\r\nGut? | ja"));

        String page = staff.sendAll("/studies", form).body();

        for (String field : List.of("otherLabels", "instructions", "closingQuestions")) {
            assertThat(page).contains("id=\"fault-" + field + "\"");
        }
        assertThat(page.replaceAll("<[^>]+>", ""))
                .contains(
                        "Labels in further languages, line 1: [de] needs three lines",
                        "Your own instructions, line 1: [kr] is no language of the pages",
                        "Own questions after the last trial, line 3: [de] takes no options")
                .contains("Freude | Trauer");
    }

    @Test
    void thePreviewIsInEachLanguageAndSaysOfWhichTheLabelsAre() {
        Map<String, List<String>> form = Forms.fields(newStudy("?preset=languages"));
        form.put("name", List.of("In eight"));
        form.put("instructions", List.of("Look.\r\n[ar]\r\nانظر."));
        String preview = staff.sendAll("/studies", form).uri().getPath() + "/preview";

        assertThat(staff.get(preview + "/trials?language=ar").body())
                .contains("Labels: Arabic.", "سعادة", "dir=\"rtl\"")
                .doesNotContain("happiness");
        assertThat(staff.get(preview + "/practice").body()).contains("سعادة");
        assertThat(staff.get(preview + "/instructions").body()).contains("انظر.", "lang=\"ar\"", "محايد");
        assertThat(staff.get(preview + "/instructions?language=ko").body())
                .contains("Labels: English and Korean.", "Look.", "행복");
    }

    @Test
    void besideEachTextStandsWhichOfTheLanguagesItLacks() {
        Map<String, List<String>> form = Forms.fields(newStudy(""));
        form.put("name", List.of("Gaps"));
        assertThat(staff.sendAll("/studies", form).body()).doesNotContain("Missing in");
        form.put("otherWords", List.of("de"));
        form.put("consent", List.of("[ar]\r\nموافقة"));
        form.put("instructions", List.of("Look.\r\n[ar]\r\nانظر."));
        form.put("ownQuestions", List.of("[a] A?\r\n[b] B?\r\n[de]\r\n[a] A?\r\n[ko]\r\n[a] 가?\r\n[b] 나?"));

        String study = staff.sendAll("/studies", form).uri().getPath();

        String page = staff.get(study + "/protocol").body();
        assertThat(missing("otherLabels", page)).isEqualTo("Missing in Arabic: their readers see the labels above.");
        assertThat(missing("consent", page))
                .isEqualTo("Missing in English, Korean and German: their readers see the first part.");
        assertThat(missing("instructions", page))
                .isEqualTo("Missing in Korean and German: their readers see the part for everybody else.");
        assertThat(missing("ownQuestions", page))
                .isEqualTo("Missing in German [b] and Arabic: their readers see the questions for everybody else.");
        assertThat(page).doesNotContain("missing-closingQuestions");
        assertThat(missing("text", staff.get(study + "/consent").body()))
                .as("on the page of the consent text, too")
                .isEqualTo(missing("consent", page));
    }

    private static String missing(String field, String page) {
        assertThat(page).contains("aria-describedby=\"missing-" + field + "\"");
        return Visitor.found("id=\"missing-" + field + "\">([^<]+)<", page);
    }
}
