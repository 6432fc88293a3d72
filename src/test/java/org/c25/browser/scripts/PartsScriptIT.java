package org.c25.browser.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code parts.js}: parts of a page that take time come by themselves, and say so when they don't. */
class PartsScriptIT extends ScriptAlone {

    private static final String PART = "GET /sets/1/votes";
    private static final String CONTENT = "<main data-part-content><p class=\"came\">7 votes</p>"
            + "<a data-part-link href=\"/sets/1/votes?by=name\">By name</a></main>";

    private void aPage() {
        run("""
                document.body.innerHTML = `<section data-part data-src="/sets/1/votes"><h2>Votes</h2><a href="/sets/1/votes">Votes</a></section>`;
                window.part = document.querySelector("[data-part]");
                window.came = 0;
                addEventListener("part", () => came++);""");
        load("web/parts.js");
    }

    private static void content(Route route) {
        fulfill(route, 200, Map.of("Content-Type", "text/html"), CONTENT);
    }

    private void untilCame() {
        until("came === 1");
        assertThat(run("return part.textContent")).isEqualTo("7 votesBy name");
        assertThat(run("return part.hasAttribute('aria-busy')")).isEqualTo(false);
    }

    @Test
    void itSaysThatItIsAtWorkUntilThePartIsHere() {
        on(PART, route -> {
            assertThat(asked).containsExactly(PART);
            content(route);
        });
        run("""
                window.said = [];
                new MutationObserver(() => said.push(document.querySelector("[role=status]")?.textContent))
                  .observe(document.body, { childList: true, subtree: true });""");
        aPage();

        untilCame();
        assertThat(texts("return said")).contains("Working it out…");
    }

    @Test
    void whatIsFarBelowWaitsUntilItComesNear() {
        on(PART, PartsScriptIT::content);
        run("document.documentElement.style.paddingTop = '5000px';");
        aPage();
        run("await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));");
        assertThat(asked).isEmpty();

        run("scrollTo(0, 5000);");

        untilCame();
    }

    @Test
    void whatIsOutOfSightToTheRightOfAWideTableComesWithItsRow() {
        on(PART, PartsScriptIT::content);
        run("""
                document.body.innerHTML = `<div style="overflow-x: auto; width: 300px"><table><tr><td style="min-width: 3000px">far</td>
                  <td><div data-part data-src="/sets/1/votes"><a href="/sets/1/votes">Votes</a></div></td></tr></table></div>`;
                window.part = document.querySelector("[data-part]");
                window.came = 0;
                addEventListener("part", () => came++);""");
        load("web/parts.js");

        untilCame();
    }

    @Test
    void aServerThatIsBusyIsAskedAgainWhenItSays() {
        stopTheClock();
        on(PART, route -> fulfill(route, 503, Map.of("Retry-After", "3"), ""));
        aPage();
        page.locator("text=asks again by itself").waitFor();
        assertThat(run("return [part.querySelector('h2').textContent, part.getAttribute('aria-busy')]"))
                .isEqualTo(List.of("Votes", "true"));
        on(PART, PartsScriptIT::content);

        pass(2999);
        assertThat(asked).hasSize(1);
        pass(1);

        untilCame();
    }

    @Test
    void aPartThatDoesNotComeSaysSoAndCanBeAskedForAgain() {
        on(PART, 500, "text/html", "<p data-part-content>an error</p>");
        aPage();
        page.locator("text=This part did not come.").waitFor();
        assertThat(run("return part.getAttribute('aria-busy')")).isEqualTo("false");
        on(PART, Route::abort);
        page.locator("text=Try again").click();
        page.locator("text=This part did not come.").waitFor();
        on(PART, PartsScriptIT::content);
        page.waitForCondition(() -> asked.size() == 2);

        page.locator("text=Try again").click();

        untilCame();
    }

    @Test
    void theSamePartInAnotherOrderComesInItsPlace() {
        on(PART, PartsScriptIT::content);
        on(PART + "?by=name", 200, "text/html", "<main data-part-content>by name now</main>");
        aPage();
        untilCame();

        page.locator("text=By name").click();

        until("part.textContent === 'by name now'");
        assertThat(page.url()).endsWith("/blank");
    }

    @Test
    void whoseSessionHasEndedSeesThePageAnew() {
        on(PART, route -> fulfill(route, 200, Map.of("Content-Type", "text/html"), "signed in?"));
        run("""
                window.same = true;
                const real = fetch;
                window.fetch = async (...what) => {
                  const reply = await real(...what);
                  return new Proxy(reply, { get: (on, name) => ({ redirected: true, url: "https://c25.test/sign-in" })[name] ?? Reflect.get(on, name, on) });
                };""");
        aPage();

        until("window.same === undefined");
    }
}
