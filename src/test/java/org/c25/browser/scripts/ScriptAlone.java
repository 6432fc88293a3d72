package org.c25.browser.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.c25.browser.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/**
 * For tests of one script of the pages: it is loaded alone into a blank page of a real browser. There is no server. The test
 * answers what the script asks for, and may put a small fake in the place of a script that this one imports.
 */
abstract class ScriptAlone {

    /** Scripts get what browsers give to safe pages alone, such as locks. */
    private static final String SITE = "https://c25.test";

    private static final String FORGET = """
            localStorage.clear();
            sessionStorage.clear();
            for (const { name } of await indexedDB.databases()) {
              await new Promise((resolve, reject) => {
                const deleting = indexedDB.deleteDatabase(name);
                deleting.onsuccess = resolve;
                deleting.onerror = reject;
              });
            }""";

    /** Playwright's own clock stays in a page for good, and a page for each test would take longer than all the rest. */
    private static final String CLOCK = """
            let now = 1000;
            let last = 0;
            const timers = new Map();
            const set = repeated => (task, milliseconds = 0, ...rest) => {
              timers.set(++last, { run: () => task(...rest), at: now + milliseconds, every: repeated ? milliseconds : null });
              return last;
            };
            window.setTimeout = set(false);
            window.setInterval = set(true);
            window.clearTimeout = window.clearInterval = id => timers.delete(id);
            Date.now = performance.now = () => now;
            const letHappen = () => new Promise(done => {
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = done;
              port2.postMessage(null);
            });
            const next = end => [...timers].filter(([, { at }]) => at <= end).sort(([id, a], [other, b]) => a.at - b.at || id - other)[0];
            window.clock = {
              async pass(milliseconds) {
                const end = now + milliseconds;
                for (let due = next(end); due; due = next(end)) {
                  const [id, timer] = due;
                  now = timer.at;
                  if (timer.every) timer.at += timer.every;
                  else timers.delete(id);
                  timer.run();
                  await letHappen();
                }
                now = end;
              },
            };""";

    private static final Path SCRIPTS = Path.of("frontend", "static", "js");

    private final Map<String, String> fakes = new HashMap<>();
    private final Map<String, Consumer<Route>> answers = new HashMap<>();

    /** What the page asked the test for, such as "PUT /p/abc/api/trials/3/annotation", in order. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    /** What went wrong in the page and was not caught there. A test that expects something clears it. */
    final List<String> errors = new CopyOnWriteArrayList<>();

    private final Consumer<String> onError = errors::add;
    private boolean deviceIsSpoilt;

    private static Chromium chromium;

    /** With storage that is empty when a test begins. */
    static BrowserContext device;

    /** To start a page takes longer than most tests do. They share one, in which each begins with a new document. */
    static Page page;

    @BeforeAll
    static void aDevice() {
        chromium = new Chromium();
        newDevice();
    }

    private static void newDevice() {
        if (device != null) {
            device.close();
        }
        device = chromium.person(800, 600);
        page = null;
    }

    @AfterAll
    static void noDevice() {
        chromium.close();
        device = null;
    }

    @BeforeEach
    void aBlankPage() {
        device.route("**/*", this::answer);
        page = page == null ? blankPage() : blank(page);
        run(FORGET);
        asked.clear(); // The document before may have asked until it went.
        errors.clear();
    }

    @AfterEach
    void nothingWentWrong() {
        page.offPageError(onError);
        device.unroute("**/*");
        device.pages().stream().filter(open -> open != page).forEach(Page::close);
        if (deviceIsSpoilt) {
            newDevice();
        }
        assertThat(errors).as("errors that nobody caught").isEmpty();
    }

    /** For a test that changes the device itself: it begins anew on one of its own. */
    final void onADeviceOfItsOwn() {
        newDevice();
        aBlankPage();
        deviceIsSpoilt = true;
    }

    /** Another tab of the same device. */
    final Page blankPage() {
        return blank(device.newPage());
    }

    private Page blank(Page tab) {
        tab.onPageError(onError);
        tab.navigate(SITE + "/blank");
        return tab;
    }

    /** Puts a fake in the place of a script, such as "annotation/store.js". To be called before a script that imports it is loaded. */
    final void fake(String script, String source) {
        fakes.put(script, source);
    }

    /** Says how requests for a path are answered, such as "PUT /p/abc/api/trials/3/annotation". All others find nothing. */
    final void on(String methodAndPath, Consumer<Route> answer) {
        answers.put(methodAndPath, answer);
    }

    final void on(String methodAndPath, int status, String type, String body) {
        on(methodAndPath, route -> fulfill(route, status, Map.of("Content-Type", type), body));
    }

    static void fulfill(Route route, int status, Map<String, String> headers, String body) {
        route.fulfill(
                new Route.FulfillOptions().setStatus(status).setHeaders(headers).setBody(body));
    }

    /** Loads a script, such as "annotation/store.js"; what it exports are variables of the page from here on. */
    final void load(String script) {
        load(page, script);
    }

    static void load(Page page, String script) {
        page.evaluate("async path => { Object.assign(window, await import(path)); }", "/js/" + script);
    }

    /** Runs statements in the page. @return what they return: null, a Boolean, Integer, Double, String, List or Map */
    final Object run(String statements) {
        return run(page, statements);
    }

    static Object run(Page page, String statements) {
        return page.evaluate("async () => {" + statements + "\n}");
    }

    /** Like {@link #run}, for statements that return an array of texts. */
    final List<String> texts(String statements) {
        return ((List<?>) run(statements)).stream().map(String::valueOf).toList();
    }

    /** Waits until an expression is true in the page. */
    final void until(String expression) {
        page.waitForFunction(expression);
    }

    /** From here on the page's time stands still, but for {@link #pass}. */
    final void stopTheClock() {
        run(CLOCK);
    }

    /** So many milliseconds go by, and whatever was to happen in them happens. */
    final void pass(long milliseconds) {
        run("await clock.pass(" + milliseconds + ");");
    }

    private void answer(Route route) {
        Request request = route.request();
        URI address = URI.create(request.url());
        String path = address.getPath();
        if (path.equals("/blank")) {
            fulfill(route, 200, Map.of("Content-Type", "text/html"), "<!DOCTYPE html><title>Blank</title>");
        } else if (path.startsWith("/js/")) {
            fulfill(route, 200, Map.of("Content-Type", "text/javascript"), script(path.substring("/js/".length())));
        } else {
            String wanted =
                    request.method() + " " + path + (address.getQuery() == null ? "" : "?" + address.getQuery());
            asked.add(wanted);
            answers.getOrDefault(wanted, nothing -> fulfill(nothing, 404, Map.of(), ""))
                    .accept(route);
        }
    }

    private String script(String name) {
        String fake = fakes.get(name);
        if (fake != null) {
            return fake;
        }
        try {
            return Files.readString(SCRIPTS.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
