package org.c25.browser.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code keys.js}: what each key does to the form. The keys are pressed on a real keyboard. */
class KeysScriptIT extends ScriptAlone {

    @BeforeEach
    void aFormWithKeys() {
        run(AnswerForm.IN_THE_PAGE);
        load("annotation/keys.js");
        run("""
                window.done = [];
                window.keys = new Keys(form, () => done.push("back"));
                form.addEventListener("submit", event => { event.preventDefault(); done.push("next"); });
                form.addEventListener("change", ({ target }) => done.push(target.name));""");
    }

    private void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    private Object chosen() {
        return run("return chosen()");
    }

    private Object focused() {
        return run("return focused()");
    }

    private Object done() {
        return run("return done");
    }

    @Test
    void threeDigitsAndEnterAreAWholeAnswer() {
        press("5", "3", "9", "Enter");

        assertThat(chosen()).isEqualTo("expression=6 valence=3 arousal=9");
        assertThat(done()).isEqualTo(List.of("expression", "valence", "arousal", "next"));
    }

    @Test
    void aDigitCountsTheExpressionsFromTheLeftAndIsAStepsOwnNumber() {
        press("1", "1", "1");

        assertThat(chosen()).isEqualTo("expression=0 valence=1 arousal=1");
    }

    @Test
    void eachAnswerTakesTheFocusOn() {
        run("keys.begin();");
        assertThat(focused()).isEqualTo("expression");
        press("5");
        assertThat(focused()).isEqualTo("valence");
        press("5");
        assertThat(focused()).isEqualTo("arousal");
        press("5");
        assertThat(focused()).isEqualTo("next");
    }

    @Test
    void theFocusGoesToTheChosenStepOfARowThatHasOne() {
        press("5", "5", "5");
        run("row('expression').querySelector('input').focus();");
        press("2");

        assertThat(run("return document.activeElement.value")).isEqualTo("5");
        assertThat(focused()).isEqualTo("valence");
    }

    @Test
    void aDigitAnswersTheRowWithTheFocus() {
        run("row('arousal').querySelector('input').focus();");
        press("7");

        assertThat(chosen()).isEqualTo("arousal=7");
    }

    @Test
    void withoutFocusADigitAnswersTheFirstRowThatHasNoAnswerOrTheLast() {
        run("row('expression').querySelector('[value=\"3\"]').checked = true;");
        press("4");
        run("document.activeElement.blur();");
        press("5");
        run("document.activeElement.blur();");
        press("6");

        assertThat(chosen()).isEqualTo("expression=3 valence=4 arousal=6");
    }

    /** On a Mac, Safari gives a radio button that is clicked no focus. */
    @Test
    void aDigitAfterAClickAnswersTheRowThatWasClickedAlsoWhereAClickGivesNoFocus() {
        run("document.addEventListener('mousedown', event => event.preventDefault());");
        press("5", "5", "5");
        page.locator("label:has([name=valence][value='2'])").click();
        assertThat(chosen()).isEqualTo("expression=6 valence=2 arousal=5");
        assertThat(focused()).as("a click without focus").isEqualTo("next");

        press("8");
        assertThat(chosen()).isEqualTo("expression=6 valence=8 arousal=5");
        press("9");
        assertThat(chosen()).as("the next row").isEqualTo("expression=6 valence=8 arousal=9");
    }

    @Test
    void whereThePersonWasOnTheLastFaceDoesNotMatterOnTheNext() {
        press("5");
        page.locator("label:has([name=arousal][value='2'])").click();
        run("form.reset(); document.activeElement.blur();");

        press("1");

        assertThat(chosen()).isEqualTo("expression=0");
    }

    @Test
    void thereIsNoNinthExpressionAndNoStepNought() {
        press("9", "0");

        assertThat(chosen()).isEqualTo("");
        assertThat(done()).isEqualTo(List.of());
    }

    @Test
    void aLetterIsAnExpressionWhereverTheFocusIs() {
        run("row('arousal').querySelector('input').focus();");

        press("f");
        assertThat(chosen()).isEqualTo("expression=4");
        assertThat(focused()).isEqualTo("valence");

        press("Shift+H");
        assertThat(chosen()).isEqualTo("expression=1");
    }

    @Test
    void aLetterThatIsNoExpressionsDoesNothing() {
        press("x", "q");

        assertThat(chosen()).isEqualTo("");
    }

    @Test
    void aRowThatIsClosedTakesNoAnswer() {
        run("row('expression').disabled = true; row('arousal').disabled = true;"
                + " row('valence').querySelector('[value=\"5\"]').checked = true;");
        press("f");
        run("document.activeElement.blur();");
        press("3");

        assertThat(texts("return [...form.querySelectorAll(':checked')].map(radio => radio.name + radio.value)"))
                .containsExactly("valence5");
    }

    @Test
    void theFocusPassesARowThatIsClosed() {
        run("row('valence').disabled = true;");
        press("3");

        assertThat(focused()).isEqualTo("next");
    }

    @Test
    void enterIsNextWhereverTheFocusIs() {
        press("Enter");
        run("row('valence').querySelector('input').focus();");
        press("Enter");
        run("form.querySelector('.next').focus();");
        press("Enter");

        assertThat(done()).isEqualTo(List.of("next", "next", "next"));
    }

    @Test
    void backspaceGoesBack() {
        press("Backspace");

        assertThat(done()).isEqualTo(List.of("back"));
    }

    @Test
    void aKeyHeldDownMeansOnce() {
        for (String key : List.of("3", "Enter", "Backspace")) {
            page.keyboard().down(key);
            page.keyboard().down(key);
            page.keyboard().down(key);
            page.keyboard().up(key);
        }

        assertThat(chosen()).isEqualTo("expression=2");
        assertThat(done()).isEqualTo(List.of("expression", "next", "back"));
    }

    @Test
    void keysOfTheBrowserStayTheBrowsers() {
        press("Control+1", "Alt+f", "Meta+h");

        assertThat(chosen()).isEqualTo("");
    }

    @Test
    void aKeyThatMeansSomethingHereMeansNothingElse() {
        run("""
                window.left = [];
                addEventListener("keydown", ({ key, defaultPrevented }) => { if (!defaultPrevented) left.push(key); });""");
        press("1", "9", "f", "Backspace", "x", "ArrowDown", "Tab");

        assertThat(run("return left")).isEqualTo(List.of("x", "ArrowDown", "Tab"));
    }

    @Test
    void theQuestionMarkOpensTheHelpAndWhileItIsOpenKeysDoNothing() {
        press("?");
        assertThat(run("return document.querySelector('.keys').open")).isEqualTo(true);
        press("1", "f", "Backspace");
        assertThat(done()).isEqualTo(List.of());

        press("Escape", "1");

        assertThat(chosen()).isEqualTo("expression=0");
    }

    @Test
    void theHelpTellsEachExpressionsKeys() {
        run("keys.explainIn(document.querySelector('.keys'), document.querySelector('.show-keys'));");

        assertThat(texts("return [...document.querySelectorAll('.letters li')].map(row => row.textContent)"))
                .containsExactly(
                        "1n neutral",
                        "2h happiness",
                        "3s sadness",
                        "4u surprise",
                        "5a anger",
                        "6d disgust",
                        "7f fear",
                        "8c contempt");
        assertThat(run("return document.querySelectorAll('.letters kbd').length"))
                .isEqualTo(16);
        page.locator(".show-keys").click();
        assertThat(run("return document.querySelector('.keys').open")).isEqualTo(true);
    }

    /** WCAG 2.1.4: keys that are single characters can be turned off, and stay so. */
    @Test
    void thePersonTurnsTheKeysOffAndOnAgain() {
        String explain = "keys.explainIn(document.querySelector('.keys'), document.querySelector('.show-keys'));";
        run(explain + "document.querySelector('.show-keys').click();");
        page.locator(".keys input").uncheck();
        press("Escape", "1", "f", "Backspace", "?");

        assertThat(chosen()).isEqualTo("");
        assertThat(done()).isEqualTo(List.of());
        assertThat(run("return document.querySelector('.keys').open")).isEqualTo(false);

        run("window.keys = new Keys(form, () => done.push('back'));" + explain); // the next page
        press("1");
        assertThat(chosen()).as("remembered").isEqualTo("");
        page.locator(".show-keys").click();
        assertThat(page.locator(".keys input").isChecked()).isFalse();
        page.locator(".keys input").check();
        press("Escape", "1");
        assertThat(chosen().toString()).startsWith("expression=0");
    }

    @Test
    void anExpressionWithoutALetterHasItsDigitAlone() {
        run("""
                form.querySelectorAll(".first").forEach((word, i) => { word.textContent = ["행복", "ab", "ba", "ab"][i] ?? ""; });
                keys = new Keys(form, () => {});
                keys.explainIn(document.querySelector(".keys"), document.querySelector(".show-keys"));""");

        assertThat(texts("return [...document.querySelectorAll('.letters li')].map(row => row.textContent)"))
                .startsWith("1 행복", "2a ab", "3b ba", "4 ab");
    }

    @Test
    void eachWordHasItsFirstLetterThatNoWordBeforeHasTaken() {
        assertThat(letters("'fear', 'fun', 'FURY', 'f'")).isEqualTo(Arrays.asList("f", "u", "r", null));
    }

    @Test
    void accentsAndWhatIsNoLetterAreLeftOut() {
        assertThat(letters("'Éveil', '3 étés', '— Überraschung', 'ñ'")).isEqualTo(List.of("e", "t", "u", "n"));
    }

    @Test
    void everyScriptThatIsTypedLetterByLetterHasLettersAndNoOther() {
        assertThat(letters("'радость', 'χαρά', 'فرح', 'שמחה', '행복', '喜び', '高兴'"))
                .isEqualTo(Arrays.asList("р", "χ", "ف", "ש", null, null, null));
    }

    private Object letters(String words) {
        return run("return lettersOf([" + words + "])");
    }
}
