package org.c25.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.c25.testing.OnH2;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nobody waits for the next face, whatever the network does. */
@OnH2
class NextFaceIT {

    @LocalServerPort
    int port;

    /** Every request takes 300 ms longer; whatever the machine does besides, no click waits for one. */
    @Test
    void theNextFaceIsThereInTheVeryTaskOfTheClick() {
        Lab lab = new Lab(Api.stranger(port).admin());
        String token = lab.invite(lab.openSet(lab.study(Map.of("repeatShare", 0)), 30), 1)
                .get(0);
        try (Chromium chromium = new Chromium()) {
            BrowserContext person = chromium.person(1280, 800);
            Page page = person.newPage();
            NextFace.slowDown(person, page);
            Rater.begin(page, link(token));
            for (int trial = 0; trial < 20; trial++) {
                page.locator("form[data-ready]:not([data-ahead='0'])[data-ahead] .next:enabled")
                        .waitFor();
                Rater.choose(page, trial % 8, 1 + trial % 9, 9 - trial % 9);
                assertThat(page.evaluate("""
                        () => {
                          const face = () => document.querySelector(".face").getAttribute("src");
                          const before = face();
                          document.querySelector(".next").click();
                          return face() !== before;
                        }"""))
                        .as("another face after click " + (trial + 1))
                        .isEqualTo(true);
            }
        }
    }

    @Test
    void thePageWeighsLittleAndAsksNobodyElse() {
        Lab lab = new Lab(Api.stranger(port).admin());
        String token = lab.invite(lab.openSet(lab.study(), 30), 1).get(0);
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.person(1280, 800).newPage();
            List<String> elsewhere = new ArrayList<>();
            page.onRequest(request -> {
                if (!request.url().startsWith("http://localhost:" + port + "/")) {
                    elsewhere.add(request.url());
                }
            });
            Rater.open(page, link(token));
            page.locator("button[value=true]").click();
            page.navigate(page.url().replace("/instructions", "/trials"));
            page.locator("form[data-ready] .next:enabled").waitFor();

            int bytes = ((Number) page.evaluate("() => [...performance.getEntriesByType('navigation'),"
                            + " ...performance.getEntriesByType('resource')]"
                            + ".filter(entry => !entry.name.includes('/api/images/'))"
                            + ".reduce((sum, entry) => sum + entry.transferSize, 0)"))
                    .intValue();
            System.out.println("The annotation page without faces: " + bytes + " bytes transferred");

            assertThat(bytes).isBetween(10_000, 150_000);
            assertThat(elsewhere).isEmpty();
        }
    }

    private String link(String token) {
        return "http://localhost:" + port + "/join/" + token;
    }
}
