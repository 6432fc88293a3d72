package org.c25.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A real browser. It is a Chromium: the system's where there is one, or the one that Playwright downloads. {@code bin/verify}
 * sees to it that there is either, and says where in {@code C25_CHROMIUM}. With {@code -Dc25.browser=firefox} it is Debian's
 * Firefox, which Playwright can't give a phone's screen or take for one that is touched: what needs that is skipped. It is started once for all tests, and ends with them; each
 * test class has people of its own, who share nothing with those of another.
 */
public final class Chromium implements AutoCloseable {

    /** Whether this is Firefox. */
    static final boolean FIREFOX = "firefox".equals(System.getProperty("c25.browser"));

    private static final String QUIRKS = "drawn in quirks mode: ";

    /** A page without a doctype is drawn by the rules of the last century: its tables get other sizes than styles say. */
    private static final String TELL_OF_QUIRKS = """
            addEventListener('DOMContentLoaded', () => {
              const page = document.contentType === 'text/html' && location.protocol.startsWith('http');
              if (page && document.compatMode !== 'CSS1Compat') console.warn('%s' + location.pathname);
            });""".formatted(QUIRKS);

    private final Browser browser = Running.BROWSER;
    private final List<BrowserContext> people = new ArrayList<>();
    private final List<String> inQuirksMode = new ArrayList<>();

    private static final class Running {

        static final Browser BROWSER = start();

        private static Browser start() {
            if (FIREFOX) {
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
                return playwright
                        .firefox()
                        .launch(new BrowserType.LaunchOptions()
                                .setChannel("moz-firefox")
                                .setExecutablePath(Path.of("/usr/bin/firefox-esr")));
            }
            Path system = system();
            BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                    .setArgs(List.of("--no-sandbox", "--disable-background-networking", "--disable-component-update"));
            Playwright.CreateOptions create = new Playwright.CreateOptions();
            if (Files.isExecutable(system)) {
                options.setExecutablePath(system);
                create.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
            }
            Playwright playwright = Playwright.create(create);
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            return playwright.chromium().launch(options);
        }

        private static Path system() {
            String named = System.getenv("C25_CHROMIUM");
            Path withoutWindows = Path.of("/usr/lib/chromium/chromium-headless-shell");
            return named != null
                    ? Path.of(named)
                    : Files.isExecutable(withoutWindows) ? withoutWindows : Path.of("/usr/bin/chromium");
        }
    }

    /** Somebody at a screen of this size, with nothing remembered from before. */
    public BrowserContext person(int width, int height) {
        return impatient(browser.newContext(options(width, height)));
    }

    public BrowserContext personInTheDark(int width, int height) {
        return impatient(browser.newContext(options(width, height).setColorScheme(ColorScheme.DARK)));
    }

    public BrowserContext personReading(String language, int width, int height) {
        return impatient(browser.newContext(options(width, height).setLocale(language)));
    }

    /** Somebody with a phone or tablet: no mouse, no keys, and pages laid out for fingers. */
    public BrowserContext personWithFingers(int width, int height) {
        assumeFalse(FIREFOX, "Playwright gives Firefox no phone's screen.");
        return impatient(
                browser.newContext(options(width, height).setHasTouch(true).setIsMobile(true)));
    }

    public BrowserContext personWithoutJavaScript(int width, int height) {
        return impatient(browser.newContext(options(width, height).setJavaScriptEnabled(false)));
    }

    private BrowserContext impatient(BrowserContext person) {
        people.add(person);
        person.addInitScript(TELL_OF_QUIRKS);
        person.onConsoleMessage(message -> {
            if (message.text().startsWith(QUIRKS)) {
                inQuirksMode.add(message.text());
            }
        });
        // Tests wait for states; on a busy machine these take their time.
        person.setDefaultTimeout(60_000);
        return person;
    }

    /** All cookies of all people, wherever they belong. */
    List<Cookie> cookies() {
        return people.stream().flatMap(person -> person.cookies().stream()).toList();
    }

    private static Browser.NewContextOptions options(int width, int height) {
        boolean phone = width < 700 && !FIREFOX;
        return new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setHasTouch(phone)
                .setIsMobile(phone)
                .setLocale("en")
                .setIgnoreHTTPSErrors(true)
                .setAcceptDownloads(true);
    }

    /** A page on which every error fails the test that looks. */
    public static Page page(BrowserContext person, List<String> errors) {
        Page page = person.newPage();
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text() + " at " + message.location());
            }
        });
        return page;
    }

    /** The people go; the browser stays for who comes next. */
    @Override
    public void close() {
        people.forEach(BrowserContext::close);
        people.clear();
        List<String> found = List.copyOf(inQuirksMode);
        inQuirksMode.clear();
        assertThat(found).as("pages without a doctype").isEmpty();
    }
}
