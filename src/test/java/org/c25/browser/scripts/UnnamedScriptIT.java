package org.c25.browser.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code unnamed.js}: what becomes of answers on the device that are of another participation, or say of none. */
class UnnamedScriptIT extends ScriptAlone {

    private static final String ANSWERS = "GET /p/ann/api/annotations";

    @BeforeEach
    void aStore() {
        load("annotation/unnamed.js");
        run("""
                const entry = (key, participation, revision) => ({ key, participation, answer: { position: 0, body: { id: key } }, revision });
                window.store = {
                  waiting: [entry("w1", "first"), entry("w2")],
                  kept: [entry("g1", "first", 1), entry("g2", undefined, 1), entry("g3", "erased", 1)],
                  async all() { return [...this.waiting]; },
                  async given() { return [...this.kept]; },
                  async remove(key) { this.waiting = this.waiting.filter(entry => entry.key !== key); },
                  async ungive(key) { this.kept = this.kept.filter(entry => entry.key !== key); },
                  async name(ref, participation, { key }) { [...this.waiting, ...this.kept].find(entry => entry.key === key).participation = participation; },
                };
                window.ann = { ref: "ann", participation: "first", only: "false" };
                window.there = () => [...store.waiting, ...store.kept].map(({ key, participation }) => `${key} ${participation}`);""");
    }

    private List<String> there() {
        return texts("return there()");
    }

    @Test
    void whatWasAcknowledgedInAnotherParticipationIsLetGo() {
        run("await letGoOfOthers(store, ann);");

        assertThat(there()).containsExactly("w1 first", "w2 undefined", "g1 first", "g2 undefined");
    }

    @Test
    void whereNothingIsWithoutANameNobodyIsAsked() {
        run("store.waiting.pop(); store.kept.splice(1, 1);");

        assertThat(run("return nameUnnamed(store, ann)")).isEqualTo(false);
        assertThat(there()).containsExactly("w1 first", "g1 first", "g3 erased");
        assertThat(asked).isEmpty();
    }

    @Test
    void whereThereWasNoOtherParticipationAllIsOfThisOne() {
        assertThat(run("return nameUnnamed(store, { ...ann, only: 'true' })")).isEqualTo(false);

        assertThat(there()).containsExactly("w1 first", "w2 first", "g1 first", "g2 first", "g3 erased");
        assertThat(asked).isEmpty();
    }

    @Test
    void whereTheServerHasOneOfTheAcknowledgedAnswersAllIsOfThisOne() {
        on(ANSWERS, 200, "application/json", "[{\"id\": \"other\"}, {\"id\": \"g2\"}]");

        assertThat(run("return nameUnnamed(store, ann)")).isEqualTo(false);

        assertThat(there()).containsExactly("w1 first", "w2 first", "g1 first", "g2 first", "g3 erased");
    }

    @Test
    void whereTheServerHasNoneOfThemTheyAreLetGoAndThatIsToldOfThoseThatWaited() {
        on(ANSWERS, 200, "application/json", "[{\"id\": \"g1\"}]");

        assertThat(run("return nameUnnamed(store, ann)"))
                .as("whether answers that waited were let go")
                .isEqualTo(true);

        assertThat(there()).containsExactly("w1 first", "g1 first", "g3 erased");
    }

    @Test
    void whatWasAcknowledgedIsLetGoWithoutAWord() {
        on(ANSWERS, 200, "application/json", "[]");
        run("store.waiting.pop();");

        assertThat(run("return nameUnnamed(store, ann)")).isEqualTo(false);

        assertThat(there()).containsExactly("w1 first", "g1 first", "g3 erased");
    }

    @Test
    void whereOnlyWaitingAnswersHaveNoNameTheyAreLetGoWithoutAsking() {
        run("store.kept.splice(1, 1);");

        assertThat(run("return nameUnnamed(store, ann)")).isEqualTo(true);

        assertThat(there()).containsExactly("w1 first", "g1 first", "g3 erased");
        assertThat(asked).isEmpty();
    }

    @Test
    void asLongAsNobodyCanTellAllStaysAsItIs() {
        List<String> before = there();

        on(ANSWERS, Route::abort);
        assertThat(run("return nameUnnamed(store, ann)")).isEqualTo(false);
        assertThat(there()).isEqualTo(before);

        on(ANSWERS, 503, "application/problem+json", "{}");
        assertThat(run("return nameUnnamed(store, ann)")).isEqualTo(false);
        assertThat(there()).isEqualTo(before);
        assertThat(asked).containsExactly(ANSWERS, ANSWERS);
    }
}
