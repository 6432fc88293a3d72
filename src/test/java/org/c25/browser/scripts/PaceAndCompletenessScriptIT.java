package org.c25.browser.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code pace.js} and {@code completeness.js}: in which order and after what time an answer may be given, and what it lacks. */
class PaceAndCompletenessScriptIT extends ScriptAlone {

    @BeforeEach
    void theForm() {
        run(AnswerForm.IN_THE_PAGE);
    }

    private void pace(boolean inOrder, int minimumViewing) {
        load("annotation/pace.js");
        run("""
                form.dataset.inOrder = "%s";
                form.dataset.minimumViewing = "%d";
                window.pace = new Pace(form);""".formatted(inOrder, minimumViewing));
    }

    private List<String> open() {
        return texts("return [...form.querySelectorAll('fieldset:enabled')].map(row => row.dataset.scale)");
    }

    @Test
    void inOrderEachRowOpensTheNext() {
        pace(true, 0);
        run("await pace.begin();");
        assertThat(open()).containsExactly("expression");

        run("choose('expression', 3);");
        assertThat(open()).containsExactly("expression", "valence");

        run("choose('valence', 4);");
        assertThat(open()).containsExactly("expression", "valence", "arousal");

        run("choose('expression', 1);");
        assertThat(open()).as("a row before may still be changed").containsExactly("expression", "valence", "arousal");
    }

    @Test
    void inOrderTheNextFaceBeginsWithTheFirstRowAgain() {
        pace(true, 0);
        run("await pace.begin(); choose('expression', 3); choose('valence', 4);");

        run("form.reset(); await pace.begin();");

        assertThat(open()).containsExactly("expression");
    }

    @Test
    void inOrderAnAnswerThatCameWithThePageOpensItsRows() {
        pace(true, 0);
        run("form.elements.expression.value = '3'; await pace.begin();");

        assertThat(open()).containsExactly("expression", "valence");
    }

    @Test
    void inAnyOrderAllRowsStayOpen() {
        pace(false, 0);
        run("await pace.begin(); choose('arousal', 4);");

        assertThat(open()).containsExactly("expression", "valence", "arousal");
    }

    @Test
    void aFaceIsSeenForAsLongAsTheStudyAsks() {
        stopTheClock();
        pace(false, 1500);
        run("window.mayAnswer = false; pace.begin().then(() => { mayAnswer = true; });");

        pass(1499);
        assertThat(run("return mayAnswer")).isEqualTo(false);
        pass(1);
        assertThat(run("return mayAnswer")).isEqualTo(true);
    }

    @Test
    void whereTheStudyAsksForNoTimeNobodyWaits() {
        stopTheClock();
        pace(false, 0);

        assertThat(run("await pace.begin(); return 'begun'")).isEqualTo("begun");
    }

    private void completeness() {
        load("annotation/completeness.js");
        run("""
                window.completeness = new Completeness(form);
                window.lacking = () => [...form.querySelectorAll(".lacking")].map(row => row.dataset.scale);
                window.message = () => form.querySelector(".message").textContent;""");
    }

    @Test
    void aWholeAnswerIsComplete() {
        completeness();
        run("choose('expression', 0); choose('valence', 1); choose('arousal', 9); document.activeElement.blur();");

        assertThat(run("return [completeness.check(), message(), ...lacking()]"))
                .isEqualTo(List.of(true, ""));
    }

    @Test
    void whatIsMissingIsMarkedAndSaidAndTheFirstOfItHasTheFocus() {
        completeness();
        run("choose('expression', 0);");

        assertThat(run("return [completeness.check(), message(), ...lacking(), focused()]"))
                .isEqualTo(List.of(false, "Something is missing.", "valence", "arousal", "valence"));
    }

    @Test
    void aMarkGoesWithTheAnswerAndTheMessageWithTheLast() {
        completeness();
        run("choose('expression', 0); completeness.check();");

        run("choose('arousal', 5);");
        assertThat(run("return [message(), ...lacking()]")).isEqualTo(List.of("Something is missing.", "valence"));

        run("choose('valence', 5);");
        assertThat(run("return [message(), ...lacking()]")).isEqualTo(List.of(""));
    }

    @Test
    void theNextCheckMarksOnlyWhatIsMissingThen() {
        completeness();
        run("completeness.check(); choose('expression', 0); choose('valence', 5); form.reset(); choose('arousal', 5);");

        assertThat(run("return [completeness.check(), ...lacking()]"))
                .isEqualTo(List.of(false, "expression", "valence"));
    }
}
