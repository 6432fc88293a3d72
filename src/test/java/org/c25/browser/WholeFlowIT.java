package org.c25.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the link to the completion code, through every step that a study can have, with one kind of input alone. */
class WholeFlowIT extends AtTheBrowser {

    private static final int TRIALS = 5;

    private long set;

    @BeforeEach
    void aStudyWithEveryStep() {
        set = lab.openSet(
                lab.study(Map.of(
                        "repeatShare",
                        0,
                        "pacing",
                        Map.of("practiceTrials", 2, "breakEvery", 3),
                        "questions",
                        List.of(Map.of("kind", "AGE", "required", true), Map.of("kind", "COUNTRY")),
                        "closingQuestions",
                        List.of(Map.of(
                                "kind",
                                "CHOICE",
                                "key",
                                "hard",
                                "required",
                                true,
                                "text",
                                "Was it hard?",
                                "options",
                                List.of("yes", "no"))))),
                TRIALS);
    }

    @Test
    void byKeyboardAlone() {
        Page page = chromium.person(1280, 800).newPage();

        takePart(new Keyboard(page));

        assertThat(devices()).containsExactly("keyboard");
    }

    @Test
    void byTouchAlone() {
        Page page = chromium.personWithFingers(390, 844).newPage();

        takePart(new Fingers(page));

        assertThat(devices()).containsExactly("touch");
    }

    @Test
    void withoutJavaScript() {
        Page page = chromium.personWithoutJavaScript(1280, 800).newPage();

        takePart(new PlainForms(page));

        assertThat(devices()).containsExactly((String) null);
    }

    private void takePart(Hands hands) {
        Page page = hands.page();
        page.navigate(address("/join/" + invite(set)));
        hands.press("button[value=true]");
        hands.pick("[name=q-age][value=under-18]");
        hands.press("main form button");
        assertTitle(page, "How it works");
        hands.press("a[role=button]");
        for (int practice = 1; practice <= 2; practice++) {
            hands.rate(practice, 5, 5);
        }
        assertTitle(page, "That was the practice");
        hands.press("a[role=button]");
        for (int trial = 0; trial < TRIALS; trial++) {
            assertThat(page.locator(".counter").textContent()).isEqualTo(trial + "/" + TRIALS);
            hands.rate(trial, 1 + trial, 9 - trial);
            if (trial == 2) {
                hands.rest();
            }
        }
        hands.pick("[name=q-hard][value=yes]");
        hands.press("main form button");
        hands.press("form.finish button");
        page.locator(".code").waitFor();

        assertThat(jdbc.sql("""
                        select concat(a.position, ': ', a.expression, ' ', a.valence, ' ', a.arousal, ' ', a.revision)
                        from annotation a join participant p on p.id = a.participant_id
                        where p.set_id = ? order by a.position""").param(set).query(String.class).list())
                .containsExactly("0: 0 1 9 1", "1: 1 2 8 1", "2: 2 3 7 1", "3: 3 4 6 1", "4: 4 5 5 1");
        assertThat(jdbc.sql("""
                        select concat(q.question, ' ', q.answer) from questionnaire_answer q
                        join participant p on p.id = q.participant_id where p.set_id = ? order by q.question""").param(set).query(String.class).list()).containsExactly("age under-18", "hard yes");
    }

    private List<String> devices() {
        return jdbc.sql("""
                        select distinct a.input_device from annotation a
                        join participant p on p.id = a.participant_id where p.set_id = ?""").param(set).query((row, n) -> row.getString(1)).list();
    }

    /** What somebody can do with a page. */
    private interface Hands {

        Page page();

        /** A button or a link, which leads to another page. */
        void press(String selector);

        /** The first radio button of a group. */
        void pick(String selector);

        /** Answers a trial and goes on to what comes next. */
        void rate(int expression, int valence, int arousal);

        /** Goes on after the break. */
        void rest();
    }

    private record Keyboard(Page page) implements Hands {

        @Override
        public void press(String selector) {
            reach(selector);
            String before = page.url();
            page.keyboard().press("Enter");
            page.waitForURL(url -> !url.equals(before));
        }

        @Override
        public void pick(String selector) {
            reach(selector);
            page.keyboard().press("Space");
            assertThat(page.locator(selector).isChecked()).isTrue();
        }

        private void reach(String selector) {
            page.locator(selector).waitFor();
            for (int tabs = 0; tabs < 60; tabs++) {
                page.keyboard().press("Tab");
                if ((Boolean) page.evaluate("wanted => document.activeElement.matches(wanted)", selector)) {
                    return;
                }
            }
            throw new AssertionError("Tab does not lead to " + selector + " on " + page.url());
        }

        @Override
        public void rate(int expression, int valence, int arousal) {
            Rater.ready(page);
            String face = Rater.face(page);
            for (int digit : new int[] {expression + 1, valence, arousal}) {
                page.keyboard().press(String.valueOf(digit));
            }
            page.keyboard().press("Enter");
            gone(page, face);
        }

        @Override
        public void rest() {
            page.locator(".rest[open]").waitFor();
            page.keyboard().press("Enter");
            Rater.ready(page);
            assertThat(page.evaluate("() => document.activeElement.name")).isEqualTo("expression");
        }
    }

    private record Fingers(Page page) implements Hands {

        @Override
        public void press(String selector) {
            String before = page.url();
            page.locator(selector).tap();
            page.waitForURL(url -> !url.equals(before));
        }

        @Override
        public void pick(String selector) {
            page.locator("label:has(" + selector + ")").tap();
            assertThat(page.locator(selector).isChecked()).isTrue();
        }

        @Override
        public void rate(int expression, int valence, int arousal) {
            Rater.ready(page);
            String face = Rater.face(page);
            page.locator("label:has([name=expression][value='" + expression + "'])")
                    .tap();
            // The manikin and the number below it are one target.
            page.locator("label:has([name=valence][value='" + valence + "'])")
                    .tap(new Locator.TapOptions().setPosition(12, 12));
            page.locator("[name=arousal][value='" + arousal + "']").tap();
            page.locator(".next").tap();
            gone(page, face);
        }

        @Override
        public void rest() {
            page.locator(".rest .go-on").tap();
            Rater.ready(page);
        }
    }

    private record PlainForms(Page page) implements Hands {

        @Override
        public void press(String selector) {
            page.locator(selector).click();
        }

        @Override
        public void pick(String selector) {
            page.locator(selector).check();
        }

        @Override
        public void rate(int expression, int valence, int arousal) {
            Rater.choose(page, expression, valence, arousal);
            page.locator(".next").click();
        }

        @Override
        public void rest() {
            assertTitle(page, "Time for a break?");
            page.locator("a[role=button]").click();
        }
    }

    /** Waits until this face is there no more, or a break hides it. */
    private static void gone(Page page, String face) {
        page.waitForFunction(
                "face => document.querySelector('.rest[open]') || document.querySelector('.face')?.getAttribute('src') !== face",
                face);
    }
}
