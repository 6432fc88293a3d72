package org.c25.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A phone of 360 × 640: a hundred faces, by touch alone. */
class PhoneIT extends AtTheBrowser {

    private static final int FACES = 100;

    /** Notes every scroll, and every thing that has moved since the face before. */
    private static final String WATCH = """
            () => {
              window.scrolls = 0;
              addEventListener("scroll", () => window.scrolls++, true);
            }""";

    private static final String PLACES = """
            () => [...document.querySelectorAll("label, .next, .stimulus")]
              .map(e => e.getBoundingClientRect()).map(box => [box.left, box.top, box.right, box.bottom].map(Math.round).join(" "))""";

    @Test
    void aHundredFacesAreRatedByTouchAloneWithoutAScrollAndNothingJumps() {
        long set = lab.openSet(lab.study(Map.of("repeatShare", 0)), FACES);
        Page page = atWork(chromium.personWithFingers(360, 640), invite(set));
        page.evaluate(WATCH);
        Object places = page.evaluate(PLACES);

        for (int face = 0; face < FACES - 1; face++) {
            String shown = Rater.face(page);
            tap(page, "expression", face % 8);
            tap(page, "valence", 1 + face % 9);
            tap(page, "arousal", 9 - face % 9);
            tap(page, ".next");
            Rater.afterThe(shown, page);
            assertThat(page.evaluate(PLACES)).as("after face " + face).isEqualTo(places);
        }

        assertThat(page.evaluate("() => window.scrolls")).isEqualTo(0);
        Rater.allSaved(page);
        assertThat(answers(set))
                .containsExactlyElementsOf(IntStream.range(0, FACES - 1)
                        .mapToObj(face -> face + ": " + face % 8 + " 1")
                        .toList());
    }

    /** A narrow window of somebody with a mouse, to whom keys are offered. */
    @Test
    void theHeaderOfANarrowWindowHoldsAllThatIsOfferedInEveryLanguage() {
        long set = lab.openSet(lab.study(Map.of("repeatShare", 0)), 3);
        Page page = atWork(invite(set));
        Rater.rate(page, 1, 2, 3);
        page.setViewportSize(360, 640);
        String trials = page.url();

        for (String language : List.of("ko", "ja", "zh", "es", "de", "fr", "ar", "en")) {
            page.navigate(trials + "?language=" + language);
            Rater.ready(page);
            assertThat(page.locator(".show-keys").isVisible()).isTrue();
            assertThat(page.locator(".back").isVisible()).isTrue();
            assertThat(page.evaluate(NarrowHeader.OVERFLOW)).as(language).isEqualTo("");
        }
    }

    private static void tap(Page page, String scale, int value) {
        tap(page, "label:has(input[name=" + scale + "][value='" + value + "'])");
    }

    /** Where the thing is: a finger doesn't scroll to it first, as a driver of browsers does. */
    private static void tap(Page page, String selector) {
        Rater.ready(page);
        List<?> middle = (List<?>) page.evaluate(
                "selector => { const box = document.querySelector(selector).getBoundingClientRect();"
                        + " return [box.left + box.width / 2, box.top + box.height / 2]; }",
                selector);
        page.touchscreen().tap(((Number) middle.get(0)).doubleValue(), ((Number) middle.get(1)).doubleValue());
    }
}
