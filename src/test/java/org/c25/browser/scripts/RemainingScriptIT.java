package org.c25.browser.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code remaining.js}: how many minutes the faces that are left take. */
class RemainingScriptIT extends ScriptAlone {

    @BeforeEach
    void aClockOfOurOwn() {
        run("""
                document.body.innerHTML = '<span class="left" data-text="about {0} min left"></span>';
                window.now = 0;
                performance.now = () => window.now;""");
        load("annotation/remaining.js");
        run("window.remaining = new Remaining(document.querySelector('.left'), 880);");
    }

    /** So many faces, each after so many milliseconds. */
    private void rate(int from, int faces, int millis) {
        run("for (let i = 1; i <= %d; i++) { window.now += %d; remaining.rated(%d + i); }"
                .formatted(faces, millis, from));
    }

    private Object told() {
        return run("return document.querySelector('.left').textContent");
    }

    @Test
    void nothingIsToldBeforeThePaceIsKnown() {
        rate(0, 4, 6000);
        assertThat(told()).isEqualTo("");

        rate(4, 1, 6000);
        assertThat(told()).as("875 faces of 6 s each, 87.5 minutes, to five").isEqualTo("about 90 min left");
    }

    @Test
    void aBreakIsNoPace() {
        rate(0, 5, 6000);
        rate(5, 1, 3_600_000);

        assertThat(told()).isEqualTo("about 85 min left");
    }

    @Test
    void theLastFacesCountAndTheEndIsToldToTheMinute() {
        rate(0, 50, 60_000);
        rate(50, 20, 3000);
        assertThat(told()).as("810 faces of 3 s").isEqualTo("about 40 min left");

        rate(70, 800, 3000);
        assertThat(told()).as("10 faces of 3 s").isEqualTo("about 1 min left");
    }
}
