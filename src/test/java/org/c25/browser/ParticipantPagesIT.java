package org.c25.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import org.c25.testing.Api;
import org.c25.testing.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What participants meet besides the faces: doors that are closed, ways out, languages. */
class ParticipantPagesIT extends AtTheBrowser {

    private long study;

    @BeforeEach
    void aStudy() {
        study = lab.study(Map.of("capacity", 1, "contact", "lab@example.org", "repeatShare", 0));
    }

    @Test
    void refusingTakesNothingAndCanBeThoughtOver() {
        long set = lab.openSet(study, 3);
        Page page = open(invite(set));

        page.locator("button[value=false]").click();

        assertTitle(page, "You are not taking part");
        assertThat(page.content()).contains("lab@example.org");
        assertThat(lab.progress(set).get("participants")).isEmpty();
        page.locator("a[role=button]").click();
        page.locator("button[value=true]").click();
        assertTitle(page, "How it works");
        assertThat(lab.progress(set).get("participants")).hasSize(1);
    }

    /** As panels and learning platforms show a study inside of a page of theirs. */
    @Test
    void insideAnotherSitesPageItSaysToOpenItInAWindowOfItsOwn() throws IOException {
        long set = lab.openSet(study, 3);
        byte[] page = ("<!DOCTYPE html><title>Panel</title><iframe width=800 height=400 src='"
                        + address("/join/" + invite(set)) + "'></iframe>")
                .getBytes(StandardCharsets.UTF_8);
        HttpServer panelist = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        panelist.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        panelist.start();
        Page panel = chromium.person(1280, 800).newPage();
        panel.navigate("http://127.0.0.1:" + panelist.getAddress().getPort() + "/study");

        FrameLocator frame = panel.frameLocator("iframe");
        frame.locator("h1", new FrameLocator.LocatorOptions().setHasText("Open this in a window of its own"))
                .waitFor();
        assertThat(frame.locator("button, input").count())
                .as("nothing to click by mistake")
                .isZero();
        Page own = panel.waitForPopup(() -> frame.locator("a").click());
        own.locator("button[value=true]").waitFor();
        assertThat(own.url()).startsWith(address("/p/"));
        assertThat(lab.progress(set).get("participants")).isEmpty();
        panelist.stop(0);
    }

    @Test
    void leavingErasesEverythingAndFreesThePlace() {
        long set = lab.openSet(study, 3);
        String link = invite(set);
        Page page = atWork(link);
        Rater.rate(page, 1, 2, 3);
        page.locator("header nav a").last().click();
        page.locator(".danger").click();
        assertTitle(page, "Pause or stop"); // One or the other is to be chosen first.

        page.locator("[name=answers][value=ERASE]").check();
        page.locator(".danger").click();

        assertTitle(page, "You have withdrawn");
        assertThat(lab.progress(set).get("participants")).isEmpty();
        page.navigate(address("/join/" + link));
        assertTitle(page, "You have withdrawn");
        assertThat(title(open(invite(set)))).as("the place is free").startsWith("Study");
    }

    @Test
    void leavingCanLetTheResearchersKeepWhatWasGiven() {
        long set = lab.openSet(study, 3);
        Page page = atWork(invite(set));
        Rater.rate(page, 1, 2, 3);
        page.locator("header nav a").last().click();

        page.locator("[name=answers][value=KEEP]").check();
        page.locator("[name=reason]").selectOption("TECHNICAL");
        page.locator("[name=remark]").fill("The train is here.");
        page.locator(".danger").click();

        page.locator("h1", new Page.LocatorOptions().setHasText("You have withdrawn"))
                .waitFor();
        assertThat(page.content()).contains("keep the answers");
        assertThat(answers(set)).containsExactly("0: 1 1");
        assertThat(lab.progress(set).get("withdrawals").get(0).get("remark").asString())
                .isEqualTo("The train is here.");
        page.locator("a[href$=withdrawal]").click();
        page.locator("[name=answers]").check();
        page.locator(".danger").click();
        assertThat(page.content()).contains("erased");
        assertThat(answers(set)).isEmpty();
    }

    @Test
    void everyClosedDoorSaysWhatIsSo() {
        long set = lab.draftSet(study, 3);
        String first = invite(set);
        String second = invite(set);
        assertTitle(open(first), "Not open yet");

        lab.open(set);
        Page waiting = open(second);
        assertTitle(atWork(first), "Rate faces");
        waiting.locator("button[value=true]").click();
        assertTitle(waiting, "All places are taken"); // Full since the page was opened.

        lab.close(set);
        assertTitle(open(second), "The study is closed");
        assertTitle(open(first), "Rate faces"); // Who has joined goes on.

        jdbc.sql("update invitation set revoked_at = current_timestamp where set_id = ?")
                .param(set)
                .update();
        assertThat(open(first).content()).contains("have revoked it");
        Page unknown = open("no-such-link");
        assertThat(unknown.content()).contains("This link does not work");
    }

    @Test
    void whoHasFinishedFindsTheirCodeAndAnswersAgain() throws IOException {
        String link = invite(lab.openSet(study, 2));
        Page page = atWork(link);
        Rater.rate(page, 1, 2, 3);
        Rater.rate(page, 1, 2, 3);
        page.locator("main button").click();
        String code = page.locator(".code").textContent();

        assertThat(open(link).locator(".code").textContent()).isEqualTo(code);
        Download copy = page.waitForDownload(
                () -> page.locator("a[href$='answers.csv']").click());
        assertThat(copy.suggestedFilename()).isEqualTo("my-answers.csv");
        assertThat(Files.readAllLines(copy.path())).hasSize(3).satisfies(lines -> {
            assertThat(lines.get(0)).startsWith("trial,revision,expression,label,valence,arousal,answered_at,");
            assertThat(lines.get(1)).matches("1,1,1,sadness,2,3,20\\d\\d-[^,]*Z,\\d+,.*,mouse,.*");
            assertThat(lines.get(2)).startsWith("2,1,1,sadness,2,3,");
        });
        assertThat(new Person(Api.stranger(port), link).complete(2).expect(200).text("code"))
                .isEqualTo(code);
    }

    @Test
    void aKoreanBrowserReadsKorean() {
        Page page = chromium.personReading("ko-KR", 390, 844).newPage();
        page.navigate(address("/join/" + invite(lab.openSet(study, 2))));

        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("ko");
        page.locator("button[value=true]").click();
        assertTitle(page, "참여 방법");
        assertThat(jdbc.sql("select locale from participant order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("ko");
    }

    @Test
    void whoseBrowserAsksForNoLanguageOfOursIsAskedUnlessTheLinkSays() {
        long set = lab.openSet(study, 2);
        Page page = chromium.personReading("fi", 390, 844).newPage();
        page.navigate(address("/join/" + invite(set)));
        assertTitle(page, "Choose your language");
        page.locator(".choose-language a[lang=de]").click();
        assertThat(page.locator("button[value=true]").textContent()).isEqualTo("Ich stimme zu");

        Page sent = chromium.personReading("fi", 390, 844).newPage();
        sent.navigate(address("/join/" + invite(set) + "?language=fr"));
        assertThat(sent.locator("html").getAttribute("lang")).isEqualTo("fr");
        assertThat(sent.locator("button[value=true]").count()).isEqualTo(1);
    }

    @Test
    void theLanguageCanBeChangedAtAnyStep() {
        Page page = open(invite(lab.openSet(study, 2)));
        page.locator(".languages a[lang=ko]").click();
        assertThat(page.locator("button[value=true]").textContent()).isEqualTo("동의합니다");
        page.locator("button[value=true]").click();
        page.locator("a[role=button]").click();
        page.locator("form[data-ready] .next:enabled").waitFor();
        assertTitle(page, "얼굴 평가");

        page.locator("header nav a.language").click();
        page.locator(".choose-language a[lang=en]").click();
        page.locator("html[lang=en]").waitFor();
        page.locator("form[data-ready] .next:enabled").waitFor();

        assertTitle(page, "Rate faces");
        assertThat(page.url()).endsWith("/trials");
        page.navigate(page.url() + "?language=xx");
        assertTitle(page, "Rate faces");
    }
}
