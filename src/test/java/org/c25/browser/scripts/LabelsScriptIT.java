package org.c25.browser.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code labels.js}: the words of a language stand in the form as soon as it is chosen, and can be changed. */
class LabelsScriptIT extends ScriptAlone {

    @BeforeEach
    void aFormWithTwoLabels() {
        run("""
                document.body.innerHTML = `
                  <form>
                    <select name="secondWords" data-fills="second">
                      <option value="">as typed below</option>
                      <option value="none" data-words="">no second language</option>
                      <option value="de" data-words="Freude||Wut">German</option>
                    </select>
                    <input name="secondLanguage" value="ko">
                    <input name="first" value="happiness">
                    <input name="second" value="행복"><input name="second" value="슬픔"><input name="second" value="화남">
                  </form>`;
                window.choose = value => {
                  const choice = document.querySelector("select");
                  choice.value = value;
                  choice.dispatchEvent(new Event("change", { bubbles: true }));
                };
                window.typed = () => [...document.querySelectorAll("select, input")].map(field => field.value);""");
        load("studies/labels.js");
    }

    @Test
    void aLanguageBringsItsWordsAndTheyCountAsTyped() {
        run("choose('de')");

        assertThat(run("return typed()")).isEqualTo(List.of("", "de", "happiness", "Freude", "", "Wut"));
    }

    @Test
    void noSecondLanguageEmptiesItsWords() {
        run("choose('none')");

        assertThat(run("return typed()")).isEqualTo(List.of("", "", "happiness", "", "", ""));
    }

    @Test
    void aFurtherLanguageComesBelowWhatIsTypedUnlessItIsThere() {
        run("""
                document.body.innerHTML = `
                  <form>
                    <select data-adds="otherLabels">
                      <option value="">as typed below</option>
                      <option value="ja de">all of these</option>
                      <option value="ja" data-lines="[ja]&#10;喜び">Japanese</option>
                      <option value="de" data-lines="[de]&#10;Freude">German</option>
                    </select>
                    <textarea name="otherLabels">[ja]\\nmine</textarea>
                  </form>`;""");
        load("studies/labels.js?again");

        run("choose('ja de')");

        assertThat(run("return [...document.querySelectorAll('select, textarea')].map(field => field.value)"))
                .isEqualTo(List.of("", "[ja]\nmine\n\n[de]\nFreude"));
    }
}
