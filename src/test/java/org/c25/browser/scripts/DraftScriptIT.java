package org.c25.browser.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code draft.js}: what was typed into a form outlives a session that ended, for the person who typed it and nobody else. */
class DraftScriptIT extends ScriptAlone {

    private static final String FORM = """
            document.body.innerHTML = `
              <form action="/studies" method="post">
                <input name="name"> <textarea name="words"></textarea>
                <input type="password" name="password"> <input type="hidden" name="_csrf" value="new">
                <input type="checkbox" name="scale" value="valence" checked> <input type="checkbox" name="scale" value="arousal">
                <input type="radio" name="order" value="same" checked> <input type="radio" name="order" value="random">
                <select name="language" multiple><option value="en" selected>English</option><option value="ko">한국어</option></select>
                <input name="line"> <input name="line">
                <p hidden><input name="secret"></p>
              </form>`;
            window.form = document.forms[0];
            window.all = () => [...new FormData(form)].map(([name, value]) => `${name}=${value}`).join(" ");""";

    private static final String TYPED = """
            const { name, words, password, _csrf, order, language, line, secret } = form.elements;
            name.value = "Faces"; words.value = "two\\nlines"; password.value = "geheim"; _csrf.value = "old"; secret.value = "x";
            form.elements.scale[0].checked = false; form.elements.scale[1].checked = true;
            order.value = "random"; language.options[0].selected = false; language.options[1].selected = true;
            line[0].value = "first"; line[1].value = "second";""";

    private static final String WHOLE =
            "name=Faces words=two\nlines password= _csrf=new scale=arousal order=random language=ko line=first line=second secret=";

    @BeforeEach
    void aFormThatWasSent() {
        begin();
        run(TYPED + "Draft.keep(form, 'kim');");
    }

    /** The page as it comes from the server. */
    private void begin() {
        load("forms/draft.js");
        run(FORM);
    }

    private void reload() {
        page.reload();
        begin();
    }

    private boolean settled(String account) {
        return (boolean) run("return Draft.settle('" + account + "') === form");
    }

    @Test
    void afterAnInterruptionTheFormIsFilledAgainButForWhatIsSecretOrHidden() {
        reload();
        assertThat(run("return Draft.interrupt()")).isEqualTo(true);

        assertThat(settled("kim")).isTrue();

        assertThat(run("return all().replaceAll('\\r', '')")).isEqualTo(WHOLE);
    }

    @Test
    void passwordsAreNotEvenStored() {
        assertThat((String) run("return JSON.stringify({ ...sessionStorage })"))
                .contains("Faces")
                .doesNotContain("geheim")
                .doesNotContain("_csrf")
                .doesNotContain("secret");
    }

    @Test
    void whoeverListensToAFieldHearsThatItWasFilled() {
        reload();
        run("""
                window.heard = [];
                for (const type of ["input", "change"]) form.addEventListener(type, ({ target }) => heard.push(`${type} ${target.name}`));
                Draft.interrupt();
                Draft.settle("kim");""");

        assertThat(texts("return heard")).contains("input name", "change name", "change order", "change language");
    }

    @Test
    void itIsFilledOnce() {
        reload();
        run("Draft.interrupt();");
        assertThat(settled("kim")).isTrue();

        reload();

        assertThat(settled("kim")).isFalse();
    }

    @Test
    void aFormThatWasAnsweredIsNotFilledAgain() {
        reload();
        assertThat(settled("kim")).isFalse();

        assertThat(run("return Draft.interrupt()")).as("nothing is left").isEqualTo(false);
    }

    @Test
    void nobodyElseSeesWhatWasTyped() {
        reload();
        run("Draft.interrupt();");

        assertThat(settled("lee")).isFalse();

        assertThat(settled("kim")).as("nor is it kept").isFalse();
    }

    @Test
    void whoSignsInOnAnotherPageIsLedBackToTheForm() {
        reload();
        run("Draft.interrupt(); history.replaceState(null, '', '/studies/elsewhere');");
        load("forms/draft.js?elsewhere");

        run("window.left = true; Draft.settle('kim');");

        page.waitForURL("**/blank");
        until("window.left === undefined");
        begin();
        assertThat(settled("kim")).isTrue();
        assertThat(run("return form.elements.name.value")).isEqualTo("Faces");
    }

    @Test
    void whoIsLedToAPageThatIsNoMoreIsLeftInPeace() {
        reload();
        run("Draft.interrupt(); history.replaceState(null, '', '/gone');");
        load("forms/draft.js?gone");
        run("""
                sessionStorage.setItem("c25-draft", JSON.stringify({ ...JSON.parse(sessionStorage.getItem("c25-draft")), led: true }));
                window.same = Draft.settle("kim");""");

        assertThat(run("return [same, sessionStorage.length]")).asString().isEqualTo("[null, 0]");
    }

    @Test
    void aFieldThatIsThereNoMoreIsPassedOver() {
        reload();
        run("Draft.interrupt(); form.elements.words.remove(); form.elements.line[1].remove();");

        assertThat(settled("kim")).isTrue();

        assertThat(run("return [form.elements.name.value, form.elements.line.value]"))
                .isEqualTo(List.of("Faces", "first"));
    }

    @Test
    void whereTheBrowserStoresNothingNothingFails() {
        run("""
                Object.defineProperty(window, "sessionStorage", { get() { throw new DOMException("forbidden", "SecurityError"); } });
                Draft.keep(form, "kim");""");

        assertThat(run("return [Draft.interrupt(), Draft.settle('kim') === null]"))
                .isEqualTo(List.of(false, true));
    }
}
