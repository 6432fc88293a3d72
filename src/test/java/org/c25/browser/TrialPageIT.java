package org.c25.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page with the faces: by keys, in two tabs, with two people; and what it tells of how an answer came about. */
class TrialPageIT extends AtTheBrowser {

    private long study;

    @BeforeEach
    void aStudy() {
        study = lab.study(Map.of("capacity", 2, "repeatShare", 0));
    }

    @Test
    void aSecondTabNeverAnswersForAFaceThatItDoesNotShow() {
        long set = lab.openSet(study, 6);
        BrowserContext device = chromium.person(1280, 800);
        String link = invite(set);
        Page first = atWork(device, link);
        Page second = device.newPage();
        second.navigate(address("/join/" + link));
        Rater.ready(second);

        Rater.rate(first, 1, 1, 1);
        Rater.rate(first, 2, 2, 2);
        Rater.choose(second, 3, 3, 3);
        second.locator(".next").click();

        // The first face has got a second opinion, and the tab has found out where the other one is.
        second.locator("form[data-position='2']").waitFor();
        assertThat(answers(set)).containsExactly("0: 1 1", "0: 3 2", "1: 2 1");
    }

    @Test
    void thePageTellsHowAnAnswerCameAbout() {
        long set = lab.openSet(study, 3);
        Page page = atWork(invite(set));
        // The watch starts with the frame that shows the face.
        page.evaluate("() => new Promise(shown => requestAnimationFrame(() => requestAnimationFrame(shown)))");
        Rater.later(page, 300);
        Rater.choose(page, 1, 2, 3);
        Rater.choose(page, 4, 2, 3);
        page.locator(".next").click();
        Rater.allSaved(page);
        long sinceThePageCame = ((Number) page.evaluate("() => performance.now()")).longValue();

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
        assertThat((Long) answer.get("response_time_millis")).isBetween(times.get(2), sinceThePageCame);
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
        Rater.ready(page);

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
        Rater.ready(page);
        answerByKeys(page, "n", "3", "7");
        page.locator("form[data-position='2']").waitFor();
        Rater.ready(page);
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
        String face = Rater.face(page);
        for (String key : keys) {
            page.keyboard().press(key);
        }
        assertThat(page.evaluate("() => document.activeElement.className")).isEqualTo("next");
        page.keyboard().press("Enter");
        Rater.afterThe(face, page);
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
    void thePageAroundTheFaceCanBeDimmedAndTheFaceStays() {
        long set = lab.openSet(study, 4);
        BrowserContext device = chromium.person(1280, 800);
        String link = invite(set);
        Page page = atWork(device, link);
        assertThat(paper(page)).isEqualTo("rgb(255, 255, 255)");
        Rater.rate(page, 1, 1, 1);

        page.locator(".dim").click();
        assertThat(paper(page)).isEqualTo("rgb(29, 34, 34)");
        assertThat(page.evaluate("() => getComputedStyle(document.querySelector('.face')).filter"))
                .isEqualTo("none");
        assertThat(Tour.barriers(page)).isEmpty();
        Rater.rate(page, 2, 2, 2);
        Rater.allSaved(page);
        page.reload();
        Rater.ready(page);
        assertThat(paper(page)).as("remembered").isEqualTo("rgb(29, 34, 34)");
        Page second = atWork(chromium.personInTheDark(1280, 800), invite(set));
        assertThat(paper(second)).as("the device does not decide").isEqualTo("rgb(255, 255, 255)");

        assertThat(jdbc.sql("""
                        select a.dimmed from annotation a join participant p on p.id = a.participant_id
                        where p.set_id = ? order by a.position""").param(set).query(Boolean.class).list()).containsExactly(false, true);
    }

    @Test
    void aStudyCanHaveADarkPageUntilThePersonChooses() {
        long dark = lab.study(Map.of("presentation", Map.of("dimmed", true)));
        Page page = atWork(invite(lab.openSet(dark, 4)));
        assertThat(paper(page)).isEqualTo("rgb(29, 34, 34)");

        page.locator(".dim").click();

        assertThat(paper(page)).isEqualTo("rgb(255, 255, 255)");
    }

    @Test
    void thePageTellsHowFarOneIsAndHowLongItStillTakes() {
        Page page = atWork(invite(lab.openSet(study, 8)));
        for (int face = 0; face < 5; face++) {
            Rater.rate(page, face, 1, 1);
        }

        assertThat(page.locator(".how-far").evaluate("bar => bar.value / bar.max"))
                .isEqualTo(5 / 8.0);
        assertThat(page.locator(".left").textContent()).matches("about \\d+ min left");
    }

    private static Object paper(Page page) {
        return page.evaluate("() => getComputedStyle(document.body).backgroundColor");
    }

    @Test
    void aKeyHeldDownAnswersOneRow() {
        Page page = atWork(invite(lab.openSet(study, 4)));

        for (int times = 0; times < 3; times++) {
            page.keyboard().down("5");
        }
        page.keyboard().up("5");

        assertThat(page.locator("[name=expression]:checked").inputValue()).isEqualTo("4");
        assertThat(page.locator("[name=valence]:checked").count()).isZero();
    }

    @Test
    void aDoubleClickOnNextIsOneClick() {
        Page page = atWork(invite(lab.openSet(study, 4)));
        Rater.facesAhead(page, 3);
        Rater.choose(page, 1, 2, 3);

        page.locator(".next").dblclick();

        page.locator("form[data-position='1'][data-ready]").waitFor();
        assertThat(page.locator(".message").textContent()).isEmpty();
        assertThat(page.locator(".lacking").count()).isZero();
    }

    @Test
    void twoPeopleAtOneBrowserStayApart() {
        long set = lab.openSet(study, 4);
        BrowserContext device = chromium.person(1280, 800);
        Page first = atWork(device, invite(set));
        Page second = atWork(device, invite(set));

        Rater.rate(first, 1, 1, 1);
        Rater.rate(second, 2, 2, 2);
        Rater.rate(first, 3, 3, 3);

        Rater.allSaved(first);
        Rater.allSaved(second);
        assertThat(lab.progress(set)
                        .get("participants")
                        .valueStream()
                        .map(person -> person.get("answered").asInt()))
                .containsExactly(2, 1);
    }
}
