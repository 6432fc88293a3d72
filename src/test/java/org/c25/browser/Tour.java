package org.c25.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A walk past every page, with a picture of each at the sizes of a desk and of a phone. It uses a running demonstration:
 * {@code java … org.c25.browser.Tour http://localhost:8080 <admin's password> <folder for the pictures>}.
 */
public final class Tour {

    private static final int[] WIDTHS = {1280, 390};

    private final String address;
    private final String password;
    private final Path folder;
    private final List<String> errors = new ArrayList<>();

    Tour(String address, String password, Path folder) {
        this.address = address;
        this.password = password;
        this.folder = folder;
    }

    public static void main(String[] arguments) {
        try (Chromium chromium = new Chromium()) {
            new Tour(arguments[0], arguments[1], Path.of(arguments[2])).walk(chromium);
        }
    }

    /** The whole tour: each page at both sizes, staff in light and dark, participants in English, Korean and Arabic. */
    void walk(Chromium chromium) {
        for (int width : WIDTHS) {
            staff(chromium.person(width, height(width)), width + "-");
            staff(chromium.personInTheDark(width, height(width)), width + "-dark-");
            participant(chromium, chromium.person(width, height(width)), width + "-");
            participant(chromium, chromium.personReading("ko", width, height(width)), width + "-ko-");
            participant(chromium, chromium.personReading("ar", width, height(width)), width + "-ar-");
        }
    }

    /** Past every page once. */
    void walkQuickly(Chromium chromium) {
        staff(chromium.personInTheDark(390, 844), "390-dark-");
        staff(chromium.person(1280, 800), "1280-");
        participant(chromium, chromium.person(1280, 800), "1280-");
        Page leaving = toTheStopPage(chromium, chromium.personReading("ko", 390, 844), "390-ko-");
        leave(leaving, "390-ko-");
    }

    /** What went wrong on the way: errors of scripts and of the server, and what keeps people out (axe-core). */
    List<String> errors() {
        return errors;
    }

    private static int height(int width) {
        return width == 1280 ? 800 : 844;
    }

    private Page page(BrowserContext person) {
        Page page = person.newPage();
        page.setDefaultTimeout(10_000);
        page.onPageError(errors::add);
        page.onResponse(response -> {
            if (response.status() >= 500) {
                errors.add(response.status() + " " + response.url());
            }
        });
        return page;
    }

    private void staff(BrowserContext person, String prefix) {
        Page page = page(person);
        page.navigate(address + "/sign-in");
        shoot(page, prefix + "sign-in");
        signIn(page);
        shoot(page, prefix + "studies");
        for (String path : List.of(
                "studies/new",
                "account",
                "accounts",
                "studies/1",
                "studies/1/sets/new",
                "sets/1",
                "sets/1/items",
                "sets/1/invitations",
                "sets/1/data",
                "nothing-here")) {
            page.navigate(address + "/" + path);
            shoot(page, prefix + path.replace('/', '-'));
        }
        page.navigate(address + "/sets/1/invitations");
        page.locator("input[name=count]").fill("3");
        page.locator("form.inline button").click();
        shoot(page, prefix + "sets-1-invitations-made");
        person.close();
    }

    private void signIn(Page page) {
        page.locator("input[name=username]").fill("admin");
        page.locator("input[name=password]").fill(password);
        page.locator("button[type=submit]").click();
    }

    private void participant(Chromium chromium, BrowserContext person, String prefix) {
        Page page = toTheStopPage(chromium, person, prefix);
        toTheEnd(page, prefix);
        leave(page, prefix);
        person.close();
    }

    private Page toTheStopPage(Chromium chromium, BrowserContext person, String prefix) {
        Page page = page(person);
        page.navigate(invitation(chromium));
        shoot(page, prefix + "language");
        page.locator(".choose-language [aria-current]").click();
        shoot(page, prefix + "consent");
        page.locator("button[value=false]").click();
        shoot(page, prefix + "declined");
        page.goBack();
        page.locator("button[value=true]").click();
        shoot(page, prefix + "instructions");
        page.locator("a[role=button]").click();
        Rater.ready(page);
        shoot(page, prefix + "practice");
        Rater.practise(page);
        shoot(page, prefix + "practised");
        page.locator("a[role=button]").click();
        Rater.ready(page);
        shoot(page, prefix + "trial");
        page.keyboard().press("?");
        shoot(page, prefix + "trial-keys");
        page.keyboard().press("Escape");
        page.locator(".next").click();
        shoot(page, prefix + "trial-incomplete");
        Rater.choose(page, 0, 7, 6);
        shoot(page, prefix + "trial-chosen");
        page.locator("header nav a").last().click();
        page.waitForURL("**/withdrawal");
        shoot(page, prefix + "stop");
        return page;
    }

    private void toTheEnd(Page page, String prefix) {
        page.locator("a[role=button]").click();
        while (page.locator("form.trial").count() > 0) {
            String before = page.locator(".counter").textContent();
            Rater.ready(page);
            Rater.choose(page, 3, 4, 5);
            page.locator(".next").click();
            page.waitForFunction(
                    "before => document.querySelector('.counter')?.textContent !== before && !document.querySelector('.next:disabled')",
                    before);
        }
        shoot(page, prefix + "finish");
        page.locator("button").click();
        shoot(page, prefix + "thanks");
        page.locator(".quiet a[href$=withdrawal]").click();
    }

    private void leave(Page page, String prefix) {
        shoot(page, prefix + "withdrawal");
        page.locator("input[name=answers][value=ERASE]").check();
        page.locator("button").click();
        shoot(page, prefix + "withdrawn");
        page.navigate(address + "/join/not-a-link");
        shoot(page, prefix + "unknown-link");
    }

    private String invitation(Chromium chromium) {
        try (BrowserContext staff = chromium.person(1280, 800)) {
            Page page = page(staff);
            page.navigate(address + "/sign-in");
            signIn(page);
            page.navigate(address + "/sets/1/invitations");
            page.locator("input[name=count]").fill("1");
            page.locator("form.inline button").click();
            return page.locator("textarea.links").inputValue().strip();
        }
    }

    private void shoot(Page page, String name) {
        page.waitForLoadState(name.endsWith("items") ? LoadState.NETWORKIDLE : LoadState.LOAD);
        barriers(page).forEach(barrier -> errors.add(name + ": " + barrier));
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(folder.resolve(name + ".png"))
                .setFullPage(true));
    }

    /** What keeps people out of a page, by axe-core. */
    static List<String> barriers(Page page) {
        List<String> barriers = new ArrayList<>();
        for (Rule violated : new AxeBuilder(page).analyze().getViolations()) {
            for (CheckedNode node : violated.getNodes()) {
                barriers.add(violated.getHelp() + ": " + node.getHtml() + ": " + node.getFailureSummary());
            }
        }
        return barriers;
    }
}
