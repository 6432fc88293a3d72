package org.c25.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnH2;
import org.c25.testing.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What participants meet besides the faces: doors that are closed, ways out, second tabs. */
@OnH2
class ParticipantPagesIT {

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Lab lab;
    private long study;

    @BeforeAll
    static void startChromium() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stopChromium() {
        chromium.close();
    }

    @BeforeEach
    void aStudy() {
        lab = new Lab(Api.stranger(port).admin());
        study = lab.study(Map.of("capacity", 1, "contact", "lab@example.org", "repeatShare", 0));
    }

    @Test
    void refusingTakesNothingAndCanBeThoughtOver() {
        long set = lab.openSet(study, 3);
        Page page = open(invite(set));

        page.locator("button[value=false]").click();

        assertThat(title(page)).isEqualTo("You are not taking part");
        assertThat(page.content()).contains("lab@example.org");
        assertThat(lab.progress(set).get("participants")).isEmpty();
        page.locator("a[role=button]").click();
        page.locator("button[value=true]").click();
        assertThat(title(page)).isEqualTo("How it works");
        assertThat(lab.progress(set).get("participants")).hasSize(1);
    }

    @Test
    void leavingErasesEverythingAndFreesThePlace() {
        long set = lab.openSet(study, 3);
        String link = invite(set);
        Page page = atWork(link);
        rate(page, 1, 2, 3);
        page.locator("header nav a").last().click();
        page.locator(".danger").click();
        assertThat(title(page)).as("the box is to be ticked first").isEqualTo("Stop rating");

        page.locator("[name=sure]").check();
        page.locator(".danger").click();

        assertThat(title(page)).isEqualTo("You have withdrawn");
        assertThat(lab.progress(set).get("participants")).isEmpty();
        page.navigate(address("/join/" + link));
        assertThat(title(page)).isEqualTo("You have withdrawn");
        assertThat(title(open(invite(set)))).as("the place is free").startsWith("Study");
    }

    @Test
    void everyClosedDoorSaysWhatIsSo() {
        long set = lab.draftSet(study, 3);
        String first = invite(set);
        String second = invite(set);
        assertThat(title(open(first))).isEqualTo("Not open yet");

        lab.open(set);
        Page waiting = open(second);
        assertThat(title(atWork(first))).isEqualTo("Rate faces");
        waiting.locator("button[value=true]").click();
        assertThat(title(waiting)).as("full since the page was opened").isEqualTo("All places are taken");

        lab.close(set);
        assertThat(title(open(second))).isEqualTo("The study is closed");
        assertThat(title(open(first))).as("who has joined goes on").isEqualTo("Rate faces");

        jdbc.sql("update invitation set revoked_at = current_timestamp where set_id = ?")
                .param(set)
                .update();
        assertThat(open(first).content()).contains("it has been revoked");
        Page unknown = open("no-such-link");
        assertThat(unknown.content()).contains("This link does not work");
    }

    @Test
    void whoHasFinishedFindsTheirCodeAndAnswersAgain() throws IOException {
        String link = invite(lab.openSet(study, 2));
        Page page = atWork(link);
        rate(page, 1, 2, 3);
        rate(page, 1, 2, 3);
        page.locator("main button").click();
        String code = page.locator(".code").textContent();

        assertThat(open(link).locator(".code").textContent()).isEqualTo(code);
        Download copy = page.waitForDownload(() -> page.locator("a[download]").click());
        assertThat(copy.suggestedFilename()).isEqualTo("my-answers.csv");
        assertThat(Files.readAllLines(copy.path())).hasSize(3).satisfies(lines -> {
            assertThat(lines.get(0)).isEqualTo("trial,revision,expression,label,valence,arousal,answered_at");
            assertThat(lines.get(1)).matches("1,1,1,sadness,2,3,20\\d\\d-.*Z");
            assertThat(lines.get(2)).startsWith("2,1,1,sadness,2,3,");
        });
        assertThat(new Person(Api.stranger(port), link).complete(2).expect(200).text("code"))
                .isEqualTo(code);
    }

    @Test
    void aSecondTabNeverAnswersForAFaceThatItDoesNotShow() {
        long set = lab.openSet(study, 6);
        BrowserContext device = chromium.person(1280, 800);
        String link = invite(set);
        Page first = atWork(device, link);
        Page second = device.newPage();
        second.navigate(address("/join/" + link));
        second.locator("form[data-ready] .next:enabled").waitFor();

        rate(first, 1, 1, 1);
        rate(first, 2, 2, 2);
        Tour.choose(second, 3, 3, 3);
        second.locator(".next").click();

        // The first face has got a second opinion, and the tab has found out where the other one is.
        second.locator("form[data-position='2']").waitFor();
        assertThat(answers(set)).containsExactly("0: 1 1", "0: 3 2", "1: 2 1");
    }

    @Test
    void thePageTellsHowAnAnswerCameAbout() {
        long set = lab.openSet(study, 3);
        Page page = atWork(invite(set));
        page.waitForTimeout(500);
        Tour.choose(page, 1, 2, 3);
        Tour.choose(page, 4, 2, 3);
        page.locator(".next").click();
        page.locator(".saved", new Page.LocatorOptions().setHasText("All saved"))
                .waitFor();

        Map<String, Object> answer = jdbc.sql("""
                        select a.* from annotation a join participant p on p.id = a.participant_id where p.set_id = ?""").param(set).query().singleRow();
        assertThat(answer)
                .containsEntry("input_device", "mouse")
                .containsEntry("changes", 1)
                .containsEntry("hidden_time_millis", 0L)
                .containsEntry("viewport_width", 1280)
                .containsEntry("viewport_height", 800);
        List<Long> times = Stream.of("valence", "arousal", "expression")
                .map(scale -> (Long) answer.get(scale + "_time_millis"))
                .toList();
        assertThat(times).isSorted().allMatch(time -> time >= 300);
        assertThat((Long) answer.get("response_time_millis")).isBetween(times.get(2), 60_000L);
    }

    @Test
    void theKeyboardAloneIsEnough() {
        long set = lab.openSet(study, 4);
        Page page = open(invite(set));
        press(page, "Tab Tab Tab", "button[value=true]");
        page.keyboard().press("Enter");
        page.locator("a[role=button]").waitFor();
        press(page, "Tab", "a[role=button]");
        page.keyboard().press("Enter");
        page.locator("form[data-ready] .next:enabled").waitFor();

        page.keyboard().press("?");
        assertThat(page.locator(".keys li").allTextContents())
                .containsExactly(
                        "1h happiness",
                        "2s sadness",
                        "3u surprise",
                        "4f fear",
                        "5d disgust",
                        "6a anger",
                        "7c contempt",
                        "8n neutral");
        page.keyboard().press("Escape");
        page.locator(".keys").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        answerByKeys(page, "5", "1", "9");
        answerByKeys(page, "u", "2", "8");
        page.keyboard().press("Backspace");
        page.locator("form[data-revising=true]").waitFor();
        page.locator("form[data-ready] .next:enabled").waitFor();
        answerByKeys(page, "n", "3", "7");
        page.locator("form[data-position='2']").waitFor();
        page.locator("form[data-ready] .next:enabled").waitFor();
        answerByKeys(page, "a", "4", "6");
        answerByKeys(page, "c", "5", "5");
        page.locator("main button").waitFor();
        press(page, "Tab", "main button");
        page.keyboard().press("Enter");

        page.locator(".code").waitFor();
        assertThat(answers(set)).containsExactly("0: 4 1", "1: 2 1", "1: 7 2", "2: 5 1", "3: 6 1");
        assertThat(jdbc.sql("""
                        select distinct a.input_device from annotation a
                        join participant p on p.id = a.participant_id where p.set_id = ?""").param(set).query(String.class).list()).containsExactly("keyboard");
    }

    private static void answerByKeys(Page page, String... keys) {
        String face = page.locator(".face").getAttribute("src");
        for (String key : keys) {
            page.keyboard().press(key);
        }
        assertThat(page.evaluate("() => document.activeElement.className")).isEqualTo("next");
        page.keyboard().press("Enter");
        page.waitForFunction(
                "face => document.querySelector('.face')?.getAttribute('src') !== face"
                        + " && !document.querySelector('.next:disabled')",
                face);
    }

    /** Presses these keys; then what they should lead to has the focus. */
    private static void press(Page page, String keys, String focused) {
        for (String key : keys.split(" ")) {
            page.keyboard().press(key);
        }
        assertThat((Boolean) page.evaluate("focused => document.activeElement.matches(focused)", focused))
                .as((String) page.evaluate("() => document.activeElement.outerHTML"))
                .isTrue();
    }

    @Test
    void twoPeopleAtOneBrowserStayApart() {
        long wide = lab.study(Map.of("capacity", 2, "repeatShare", 0));
        long set = lab.openSet(wide, 4);
        BrowserContext device = chromium.person(1280, 800);
        Page first = atWork(device, invite(set));
        Page second = atWork(device, invite(set));

        rate(first, 1, 1, 1);
        rate(second, 2, 2, 2);
        rate(first, 3, 3, 3);

        first.locator(".saved", new Page.LocatorOptions().setHasText("All saved"))
                .waitFor();
        second.locator(".saved", new Page.LocatorOptions().setHasText("All saved"))
                .waitFor();
        assertThat(lab.progress(set)
                        .get("participants")
                        .valueStream()
                        .map(person -> person.get("answered").asInt()))
                .containsExactly(2, 1);
    }

    @Test
    void aKoreanBrowserReadsKorean() {
        Page page = chromium.personReading("ko-KR", 390, 844).newPage();
        page.navigate(address("/join/" + invite(lab.openSet(study, 2))));

        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("ko");
        page.locator("button[value=true]").click();
        assertThat(title(page)).isEqualTo("참여 방법");
        assertThat(jdbc.sql("select locale from participant order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("ko");
    }

    @Test
    void theLanguageCanBeChangedAtAnyStep() {
        Page page = open(invite(lab.openSet(study, 2)));
        page.locator(".languages a[lang=ko]").click();
        assertThat(page.locator("button[value=true]").textContent()).isEqualTo("동의합니다");
        page.locator("button[value=true]").click();
        page.locator("a[role=button]").click();
        page.locator("form[data-ready] .next:enabled").waitFor();
        assertThat(title(page)).isEqualTo("얼굴 평가");

        page.locator("header nav a[lang=en]").click();
        page.locator("form[data-ready] .next:enabled").waitFor();

        assertThat(title(page)).isEqualTo("Rate faces");
        assertThat(page.url()).endsWith("/trials");
        page.navigate(page.url() + "?language=xx");
        assertThat(title(page)).isEqualTo("Rate faces");
    }

    private List<String> answers(long set) {
        return jdbc.sql("""
                        select a.position, a.expression, a.revision from annotation a
                        join participant p on p.id = a.participant_id
                        where p.set_id = ? order by a.position, a.revision""")
                .param(set)
                .query((row, n) -> row.getInt(1) + ": " + row.getInt(2) + " " + row.getInt(3))
                .list();
    }

    private String invite(long set) {
        return lab.invite(set, 1).get(0);
    }

    private Page open(String link) {
        Page page = chromium.person(1280, 800).newPage();
        page.navigate(address("/join/" + link));
        return page;
    }

    private Page atWork(String link) {
        return atWork(chromium.person(1280, 800), link);
    }

    private Page atWork(BrowserContext device, String link) {
        Page page = device.newPage();
        page.navigate(address("/join/" + link));
        page.locator("button[value=true]").click();
        page.locator("a[role=button]").click();
        page.locator("form[data-ready] .next:enabled").waitFor();
        return page;
    }

    private static void rate(Page page, int expression, int valence, int arousal) {
        String face = page.locator(".face").getAttribute("src");
        Tour.choose(page, expression, valence, arousal);
        page.locator("form[data-ready] .next:enabled").click();
        page.waitForFunction(
                "face => document.querySelector('.face')?.getAttribute('src') !== face"
                        + " && !document.querySelector('.next:disabled')",
                face);
    }

    private static String title(Page page) {
        Locator heading = page.locator("h1");
        return heading.count() > 0
                ? heading.first().textContent()
                : page.title().replaceAll(" · C25", "");
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
