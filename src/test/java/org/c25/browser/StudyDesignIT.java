package org.c25.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.c25.testing.Api;
import org.c25.testing.Person;
import org.junit.jupiter.api.Test;

/** What a study chooses, as its participants meet it. */
class StudyDesignIT extends AtTheBrowser {

    private static final Map<String, Object> AT_ONCE = Map.of("practiceTrials", 0, "breakEvery", 0);

    @Test
    void questionsPracticeBreaksAndClosingQuestionsComeEachInItsTurn() {
        long set = lab.openSet(
                lab.study(Map.of(
                        "repeatShare",
                        0,
                        "pacing",
                        Map.of("practiceTrials", 2, "breakEvery", 2),
                        "questions",
                        List.of(
                                Map.of("kind", "AGE", "required", true),
                                Map.of("kind", "COUNTRY"),
                                Map.of("kind", "TEXT", "key", "glasses", "text", "Do you wear glasses?")),
                        "closingQuestions",
                        List.of(Map.of(
                                "kind",
                                "CHOICE",
                                "key",
                                "hard",
                                "text",
                                "Was it hard?",
                                "options",
                                List.of("yes", "no"))))),
                3);
        String link = invite(set);
        Page page = open(link);
        page.locator("button[value=true]").click();

        assertTitle(page, "About you");
        look(page, "questions");
        page.evaluate("() => document.querySelector('form').noValidate = true");
        page.locator("main button").click();
        assertThat(page.locator(".flash").textContent()).contains("still need an answer");
        look(page, "questions-lacking");
        page.locator("label:has([value='25-34'])").click();
        page.locator("select").selectOption("KR");
        page.locator("main button").click();

        assertTitle(page, "How it works");
        page.navigate(address("/join/" + link));
        assertTitle(page, "How it works"); // Who comes back goes on there.
        page.locator("a[role=button]").click();
        for (int practice = 1; practice <= 2; practice++) {
            assertThat(page.locator(".counter").textContent()).isEqualTo("Practice " + practice + "/2");
            Rater.ready(page);
            Rater.choose(page, 1, 2, 3);
            page.locator(".next").click();
            page.waitForURL(practice == 1 ? "**/practice/2" : "**/practice/done");
        }
        assertThat(answers(set)).as("practice is not recorded").isEmpty();
        page.locator("a[role=button]").click();

        Rater.ready(page);
        Rater.rate(page, 1, 2, 3);
        Rater.choose(page, 2, 2, 3);
        page.locator(".next").click();
        page.locator(".rest[open]").waitFor();
        assertThat(page.locator(".rest-text").textContent()).startsWith("2 of 3 faces are done.");
        look(page, "break");
        page.locator(".go-on").click();
        Rater.ready(page);
        Rater.rate(page, 3, 2, 3);

        page.waitForURL("**/closing");
        look(page, "closing");
        page.locator("label:has([value=no])").click();
        page.locator("main button").click();
        page.locator("form.finish button").click();
        page.locator(".code").waitFor();
        assertThat(jdbc.sql("""
                        select part, question, answer from questionnaire_answer q
                        join participant p on p.id = q.participant_id where p.set_id = ? order by part, question""")
                        .param(set)
                        .query((row, n) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                        .list())
                .containsExactly("AFTER hard no", "BEFORE age 25-34", "BEFORE country KR");
    }

    @Test
    void theStaffsPagesOfAStudyKeepNobodyOut() {
        long study = lab.study(Map.of("consent", "## What you do\n\nYou *look* at faces."));
        for (int width : Tour.widths()) {
            Page page = chromium.person(width, 844).newPage();
            page.navigate(address("/studies/new"));
            page.locator("[name=username]").fill("admin");
            page.locator("[name=password]").fill(Api.ADMIN_PASSWORD);
            page.locator("button[type=submit]").click();
            page.waitForURL(url -> !url.contains("/sign-in"));
            page.navigate(address("/studies/new"));
            page.evaluate("() => document.querySelectorAll('details').forEach(details => { details.open = true; })");
            look(page, width + "-new-study-open");

            page.navigate(address("/studies/" + study + "/consent"));
            page.locator("textarea").fill("# New\n\n- one\n- two\n\n<script>no</script>");
            page.locator(".consent-preview li").first().waitFor();
            page.locator("details summary").click();
            look(page, width + "-consent-texts");
            assertThat(page.locator(".card .consent li").allTextContents()).containsExactly("one", "two");
        }
    }

    /** axe-core finds nothing; on the whole tour, a picture to be looked at. */
    static void look(Page page, String name) {
        assertThat(Tour.barriers(page)).as(name).isEmpty();
        Tour.picture(page, Path.of("target", "tour", "design-" + name + ".png"));
    }

    @Test
    void theControlsStandInTheOrderAndDirectionOfTheParticipant() {
        long set = lab.openSet(
                lab.study(Map.of(
                        "pacing",
                        AT_ONCE,
                        "presentation",
                        Map.of(
                                "rotated",
                                true,
                                "direction",
                                "ALTERNATING",
                                "inOrder",
                                true,
                                "minimumViewingMillis",
                                400))),
                4);
        Page first = atWork(invite(set));
        Page second = atWork(invite(set));

        assertThat(rows(first)).containsExactly("expression", "valence", "arousal");
        assertThat(rows(second)).containsExactly("valence", "arousal", "expression");
        assertThat(left(first, 1)).isLessThan(left(first, 9));
        assertThat(left(second, 1)).isGreaterThan(left(second, 9));
        assertThat(first.locator("fieldset:disabled").count()).isEqualTo(2);
        look(first, "controls-in-order");
        first.locator("label:has([name=expression][value='0'])").click();
        assertThat(first.locator("fieldset:disabled").count()).isEqualTo(1);
        for (String key : List.of("9", "1", "3")) {
            second.keyboard().press(key);
        }
        second.locator(".next").click();
        Rater.allSaved(second);

        assertThat(jdbc.sql("""
                        select a.valence, a.arousal, a.expression, a.response_time_millis, p.dimension_order,
                            p.scale_direction
                        from annotation a join participant p on p.id = a.participant_id where p.set_id = ?""").param(set).query().singleRow())
                .containsEntry("valence", 9)
                .containsEntry("arousal", 1)
                .containsEntry("expression", 2)
                .containsEntry("dimension_order", "VALENCE,AROUSAL,EXPRESSION")
                .containsEntry("scale_direction", "DESCENDING")
                .hasEntrySatisfying(
                        "response_time_millis", time -> assertThat((Long) time).isGreaterThanOrEqualTo(380));
    }

    private static List<String> rows(Page page) {
        return page.locator("fieldset[data-scale]").all().stream()
                .map(row -> row.getAttribute("data-scale"))
                .toList();
    }

    private static double left(Page page, int step) {
        BoundingBox box =
                page.locator("[data-scale=valence] [data-step='" + step + "']").boundingBox();
        return box.x;
    }

    @Test
    void theLabelsAreTheStudys() {
        long set = setLabelled(
                "de",
                List.of("Freude", "Trauer", "Staunen", "Angst", "Ekel", "Wut", "Spott", "ruhig"),
                List.of("Gefühl", "wenig", "viel"));

        Page page = atWork(invite(set));

        assertThat(page.locator(".expression label").allInnerTexts()).first().isEqualTo("Freude");
        assertThat(page.locator(".expression b[lang=de]").count()).isEqualTo(8);
        assertThat(page.locator(".steps legend").first().innerText()).isEqualTo("Gefühl");
        page.keyboard().press("w");
        assertThat(page.locator("[name=expression]:checked").inputValue()).isEqualTo("5");
    }

    @Test
    void longWordsAreBrokenAndNoneIsCutOffOnAPhone() {
        String longest = "Donaudampfschifffahrtsgesellschaftskapit"; // 40 letters, the most that a label has.
        long set = setLabelled(
                "de",
                List.of("Freude", "Trauer", "Überraschung", "Angst", longest, "Wut", "Verachtung", "neutral"),
                List.of(longest, longest, longest));

        Page page = atWork(chromium.personWithFingers(360, 640), invite(set));

        assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(360);
        assertThat(page.evaluate("""
                        () => [...document.querySelectorAll(".expression b, .steps legend bdi, .anchor bdi")]
                          .filter(word => {
                            const box = word.getBoundingClientRect();
                            const around = word.closest("label, legend").getBoundingClientRect();
                            const wide = word.closest(".anchor") ? 3 * around.width + 1 : around.width;
                            return word.lang !== "de" || word.scrollWidth > Math.ceil(box.width) || box.width > wide
                              || box.left < 0 || box.right > innerWidth || box.bottom > around.bottom + 1;
                          })
                          .map(word => word.outerHTML)""")).isEqualTo(List.of());
        assertThat(page.locator("b:text('Überraschung')").boundingBox().height)
                .as("a word that C25 brings stands on one line")
                .isLessThan(25);
        Tour.picture(page, Path.of("target", "tour", "design-long-words.png"));
    }

    /** An open set of a study with labels in one language: eight expressions, and both scales' title and ends. */
    private long setLabelled(String language, List<String> expressions, List<String> scale) {
        Map<String, Object> words = Map.of(
                "title", Map.of("first", scale.get(0)),
                "least", Map.of("first", scale.get(1)),
                "greatest", Map.of("first", scale.get(2)));
        Map<String, Object> labels = Map.of(
                "firstLanguage", language,
                "secondLanguage", "",
                "expressions",
                        expressions.stream().map(word -> Map.of("first", word)).toList(),
                "valence", words,
                "arousal", words);
        return lab.openSet(lab.study(Map.of("labels", labels)), 4);
    }

    @Test
    void wordsThatNoKeyCanBeginHaveTheirDigits() {
        long set = setLabelled(
                "ko", List.of("행복", "슬픔", "놀람", "두려움", "역겨움", "화남", "경멸", "Écœuré"), List.of("정서", "부정", "긍정"));

        Page page = atWork(invite(set));
        page.keyboard().press("?");

        assertThat(page.locator(".keys li").allTextContents())
                .containsExactly("1 행복", "2 슬픔", "3 놀람", "4 두려움", "5 역겨움", "6 화남", "7 경멸", "8e Écœuré");
    }

    @Test
    void whoIsDoneGoesBackToTheRecruiterWithoutAScriptAndWithoutATrace() {
        long set = lab.openSet(
                lab.study(Map.of(
                        "repeatShare",
                        0,
                        "recruiter",
                        Map.of(
                                "name", "SONA",
                                "idParameter", "survey_code",
                                "returnUrl", "https://recruiter.example/credit?survey_code={id}"))),
                1);
        String link = invite(set);
        BrowserContext person = chromium.personWithoutJavaScript(390, 844);
        List<Request> back = new ArrayList<>();
        person.route("https://recruiter.example/**", route -> {
            back.add(route.request());
            route.fulfill(
                    new Route.FulfillOptions().setContentType("text/plain").setBody("Credited"));
        });
        Page page = person.newPage();
        page.navigate(address("/join/" + link + "?survey_code=a%26b"));
        assertThat(page.url()).doesNotContain("?", "a%26b", link);
        page.locator("button[value=true]").click();
        Person api = new Person(Api.stranger(port), link);
        api.answer(0, 1, 2, 3).expect(200);
        api.complete(1).expect(200);

        page.navigate(address("/join/" + link));
        assertThat(page.locator(".code").count()).isEqualTo(1);
        page.locator("main a[role=button]").click();
        page.getByText("Credited").waitFor();
        assertThat(back).extracting(Request::url).containsExactly("https://recruiter.example/credit?survey_code=a%26b");
        assertThat(back.get(0).allHeaders()).doesNotContainKey("referer");
        Page withScript = open(link + "?survey_code=a");
        look(withScript, "back-to-the-recruiter");
    }

    @Test
    void onlyTheLastAnswersCanBeGoneBackTo() {
        long set = lab.openSet(
                lab.study(Map.of("pacing", Map.of("practiceTrials", 0, "breakEvery", 0, "revisable", 1))), 6);
        Page page = atWork(invite(set));
        Rater.rate(page, 1, 2, 3);
        Rater.rate(page, 1, 2, 3);
        Rater.allSaved(page);
        String trials = page.url();

        page.locator("a.back").click();
        page.locator("form[data-revising=true]").waitFor();
        assertThat(page.locator("a.back").count()).isZero();
        page.navigate(trials + "/0");
        Rater.ready(page);

        assertThat(page.locator("form.trial").getAttribute("data-position")).isEqualTo("2");
    }
}
