package org.c25.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.Map;
import org.c25.testing.Api;
import org.c25.testing.Person;
import org.junit.jupiter.api.Test;

/** Staff look after a set with a phone: every tab is in sight, nothing is wider than the screen, and boxes tick. */
class SetOnAPhoneIT extends AtTheBrowser {

    private static final int WIDTH = 360;
    private static final int HEIGHT = 640;
    private static final String WIDE = "() => Math.max(document.documentElement.scrollWidth, innerWidth)";

    private long set() {
        long set = lab.openSet(
                lab.study(Map.of("name", "Gesichtsausdruckserkennungsuntersuchung of confusing faces", "capacity", 3)),
                10);
        Person person = new Person(Api.stranger(port), invite(set));
        person.consent().expect(200);
        person.answer(0, 1, 2, 3).expect(200);
        lab.invite(set, 2);
        return set;
    }

    private Page signedIn(Page page, String path) {
        page.navigate(address(path));
        page.locator("[name=username]").fill("admin");
        page.locator("[name=password]").fill(Api.ADMIN_PASSWORD);
        page.locator("button[type=submit]").click();
        page.locator(".tabs").waitFor();
        return page;
    }

    @Test
    void allTabsAreInSightAndNoPageScrollsSideways() {
        String set = "/sets/" + set();
        Page page = signedIn(chromium.personWithFingers(WIDTH, HEIGHT).newPage(), set);
        for (String path : List.of(
                "",
                "/items",
                "/invitations",
                "/quality",
                "/results",
                "/data",
                "/slots",
                "/slots/0",
                "/completion-codes")) {
            page.navigate(address(set + path));

            assertThat(page.evaluate(WIDE)).as("width of " + path).isEqualTo(WIDTH);
            List<Locator> tabs = page.locator(".set-header .tabs a").all();
            assertThat(tabs).hasSize(6);
            assertThat(tabs).as("tabs of " + path).allSatisfy(tab -> {
                BoundingBox box = tab.boundingBox();
                assertThat(box.x).isNotNegative();
                assertThat(box.x + box.width).isLessThanOrEqualTo(WIDTH);
                assertThat(box.y + box.height).isLessThanOrEqualTo(HEIGHT);
                assertThat(box.height).isGreaterThanOrEqualTo(44);
            });
            assertThat(page.locator(".set-header .tabs [aria-current]").count())
                    .as("the present one of " + path)
                    .isEqualTo(1);
        }
    }

    @Test
    void tickedLinksAreAskedAboutAndRevokedTogether() {
        String links = "/sets/" + set() + "/invitations";
        Page page = signedIn(chromium.personWithoutJavaScript(WIDTH, HEIGHT).newPage(), links + "?status=UNUSED");
        page.locator("[name=link]").nth(0).check();
        page.locator("[name=link]").nth(1).check();
        page.locator("#ticked button:has-text('Revoke')").click();

        assertTitle(page, "Revoke 2 links?");
        assertThat(page.evaluate(WIDE)).isEqualTo(WIDTH);
        page.locator("main button[type=submit]").click();
        page.locator(".flash.done").waitFor();

        assertThat(page.url()).endsWith(links + "?status=UNUSED");
        assertThat(page.locator(".flash.done").textContent()).contains("are revoked");
    }
}
