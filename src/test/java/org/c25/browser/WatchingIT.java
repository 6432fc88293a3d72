package org.c25.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.c25.testing.Api;
import org.c25.testing.Person;
import org.junit.jupiter.api.Test;

/** A set's page that is left open while somebody is at work. */
class WatchingIT extends AtTheBrowser {

    private static final String FOCUSED = "document.activeElement.textContent.trim()";

    @Test
    void thePageFollowsByItselfAndSaysWhenItCannot() {
        long set = lab.openSet(lab.study(Map.of("capacity", 3)), 10);
        Person person = new Person(Api.stranger(port), invite(set));
        person.consent().expect(200);
        BrowserContext desk = chromium.person(1280, 800);
        List<String> errors = new ArrayList<>();
        Page page = Chromium.page(desk, errors);
        signIn(page, set);
        Locator line = page.locator(".live");
        Locator first = page.locator("#place-0");
        containing(line, "Live · updated").waitFor();
        page.locator(".bars summary").first().click();
        page.evaluate("document.querySelector('main').dataset.same = 'yes'");
        assertThat(page.evaluate(FOCUSED)).isEqualTo("As numbers");

        person.answer(0, 1, 2, 3).expect(200);

        containing(first, "1/11").waitFor();
        assertThat(page.evaluate("document.querySelector('.bars details').open"))
                .as("what was unfolded")
                .isEqualTo(true);
        assertThat(page.evaluate(FOCUSED)).isEqualTo("As numbers");
        assertThat(page.locator("#place-0 progress").evaluate("bar => bar.value"))
                .isEqualTo(1);
        assertThat(errors).isEmpty();

        Page all = Chromium.page(desk, errors);
        all.navigate(address("/studies"));
        containing(
                        all.locator("tr", new Page.LocatorOptions().setHas(all.locator("[href='/sets/" + set + "']"))),
                        "not yet: fewer than 30 answers")
                .waitFor();
        all.close();

        desk.setOffline(true);
        page.evaluate("dispatchEvent(new Event('online'))"); // so that it asks at once
        containing(line, "Not live").waitFor();
        assertThat(line.textContent()).contains("can't be reached");
        person.answer(1, 1, 2, 3).expect(200);
        desk.setOffline(false);
        containing(first, "2/11").waitFor();
        containing(line, "Live · updated").waitFor();
        assertThat(line.textContent()).doesNotContain("reached");

        desk.clearCookies();
        page.evaluate("dispatchEvent(new Event('online'))");
        containing(line, "Your session has ended").waitFor();
        line.locator("a").click();
        assertThat(page.url()).contains("/sign-in");
    }

    private static Locator containing(Locator within, String text) {
        return within.filter(new Locator.FilterOptions().setHasText(text));
    }

    private void signIn(Page page, long set) {
        page.navigate(address("/sets/" + set));
        page.locator("[name=username]").fill("admin");
        page.locator("[name=password]").fill(Api.ADMIN_PASSWORD);
        page.locator("button[type=submit]").click();
        page.locator("#place-0").waitFor();
    }
}
