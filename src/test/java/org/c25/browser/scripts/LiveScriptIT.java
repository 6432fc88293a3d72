package org.c25.browser.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code live.js}: a set's page asks for what is new, gently, and says when what it shows is old. */
class LiveScriptIT extends ScriptAlone {

    @BeforeEach
    void aLivePage() {
        fake("monitoring/ago.js", "export const tellAgo = () => {};");
        fake(
                "monitoring/morph.js",
                "export const morph = (old, next) => { old.querySelector('.figures').textContent = next.querySelector('.figures').textContent; };");
        stopTheClock();
        run("""
                document.body.innerHTML = `<main data-live="/sets/1/live" data-etag="v1"><p class="live"><time datetime="1970-01-01T00:00:01Z"></time></p>
                  <p class="figures">old</p></main>`;
                window.requests = [];
                window.reply = () => new Response(null, { status: 304 });
                window.fetch = async (address, { headers }) => { requests.push(`${address} ${headers["If-None-Match"]}`); return reply(); };
                window.hidden = false;
                Object.defineProperty(document, "hidden", { get: () => hidden });
                window.look = (away) => { hidden = away; document.dispatchEvent(new Event("visibilitychange")); };
                window.line = () => document.querySelector(".live").textContent.trim();
                window.lost = () => document.querySelector(".live").classList.contains("lost");
                window.fresh = (etag, figures) => () => new Response(`<main data-live="/sets/1/live" data-etag="${etag}"><p class="figures">${figures}</p></main>`);""");
        load("monitoring/live.js");
    }

    private List<String> requests() {
        return texts("return requests");
    }

    private Object line() {
        return run("return line()");
    }

    @Test
    void itAsksEveryFiveSecondsWhetherAnythingIsNew() {
        pass(4999);
        assertThat(requests()).isEmpty();
        assertThat(line()).isEqualTo("Live · updated 4 s ago");
        pass(1);
        assertThat(requests()).containsExactly("/sets/1/live v1");
        pass(5000);

        assertThat(requests()).hasSize(2);
        assertThat(run("return document.querySelector('.figures').textContent")).isEqualTo("old");
    }

    @Test
    void whatIsNewIsTakenOver() {
        run("reply = fresh('v2', 'new');");
        pass(5000);
        assertThat(run("return document.querySelector('.figures').textContent")).isEqualTo("new");
        pass(5000);

        assertThat(requests()).containsExactly("/sets/1/live v1", "/sets/1/live v2");
    }

    @Test
    void aServerThatCantBeReachedIsAskedLessAndLessOftenAndThePageSaysSo() {
        run("reply = () => { throw new TypeError('Failed to fetch'); };");
        pass(5000);
        int attempts = 1;
        for (int seconds : new int[] {5, 10, 20, 40, 60, 60}) {
            pass(seconds * 1000 - 1);
            assertThat(requests()).as("before %d s are over", seconds).hasSize(attempts);
            pass(1);
            assertThat(requests()).hasSize(++attempts);
        }

        assertThat(line()).asString().startsWith("Not live: these figures are 3 min old. The server can't be reached.");
        assertThat(run("return lost()")).isEqualTo(true);

        run("reply = fresh('v2', 'new');");
        pass(60_000);
        assertThat(line()).isEqualTo("Live · updated 0 s ago");
        pass(5000);
        assertThat(requests()).hasSize(attempts + 2);
    }

    @Test
    void whatIsNotThePageIsATroubleAndNoNews() {
        run("reply = () => new Response('<h1>Welcome to this hotel</h1>');");
        pass(5000);
        assertThat(run("return [lost(), document.querySelector('.figures').textContent]"))
                .isEqualTo(List.of(true, "old"));

        run("reply = () => new Response('', { status: 500 });");
        pass(5000);
        assertThat(run("return lost()")).isEqualTo(true);
    }

    @Test
    void itAsksAtOnceWhenTheNetworkComesBack() {
        run("reply = () => { throw new TypeError('Failed to fetch'); };");
        pass(35_000);
        int before = requests().size();

        run("reply = fresh('v2', 'new'); dispatchEvent(new Event('online'));");

        assertThat(requests()).hasSize(before + 1);
        assertThat(run("return lost()")).isEqualTo(false);
    }

    @Test
    void whoseSessionHasEndedIsToldAndNoMoreIsAsked() {
        run("reply = () => new Response('', { status: 401 });");
        pass(5000);

        assertThat(line()).asString().contains("Your session has ended. Sign in again to go on.");
        pass(120_000);
        assertThat(requests()).hasSize(1);
    }

    @Test
    void aSetThatIsNoMoreIsToldAndNoMoreIsAsked() {
        run("reply = () => new Response('', { status: 404 });");
        pass(5000);

        assertThat(line()).asString().contains("The set is not there any more, or no longer yours. Go to the studies.");
        assertThat(run("return document.querySelector('.live a').getAttribute('href')"))
                .isEqualTo("/studies");
        pass(120_000);
        assertThat(requests()).hasSize(1);
    }

    @Test
    void outOfSightItAsksOnceAMinuteAndAfterAnHourNoMore() {
        run("look(true);");
        pass(5000); // What it had set itself before.
        pass(59_999);
        assertThat(requests()).hasSize(1);
        pass(1);
        assertThat(requests()).hasSize(2);

        pass(3_600_000);
        int anHourLater = requests().size();
        pass(120_000);
        assertThat(requests()).as("a forgotten tab keeps nobody signed in").hasSize(anHourLater);

        run("look(false);");
        assertThat(requests()).hasSize(anHourLater + 1);
        pass(5000);
        assertThat(requests()).hasSize(anHourLater + 2);
    }

    @Test
    void aServerThatTakesLongIsAskedTenTimesLessOften() {
        run("""
                const at = reply;
                reply = () => new Promise(done => setTimeout(() => done(at()), 2000));""");
        pass(5000);
        assertThat(requests()).hasSize(1);
        pass(2000);
        run("reply = () => new Response(null, { status: 304 });");
        pass(19_999);
        assertThat(requests()).hasSize(1);
        pass(1);
        assertThat(requests()).hasSize(2);
    }
}
