package org.c25.browser;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A walk past every page of the staff, with a picture of each at the sizes of a desk and of a phone. It uses a running
 * demonstration.
 */
final class Tour {

    static final boolean WHOLE = "whole".equals(System.getProperty("c25.tour"));
    private static final int[] WIDTHS = {1280, 390};

    private final String address;
    private final String password;
    private final Path folder;
    private final List<String> errors = new ArrayList<>();
    private boolean inTurn;
    /** Types into a study's form what it can't take, also in a section that is folded. */
    private static final String FAULTY = """
            form => {
              form.noValidate = true;
              form.elements["capacity"].value = "many";
              form.elements["care.fastShare"].value = "2";
              form.elements["ownQuestions"].value = "One? | one";
              form.elements["first"][3].value = "";
            }""";

    private boolean dark;

    Tour(String address, String password, Path folder) {
        this.address = address;
        this.password = password;
        this.folder = folder;
    }

    /** Each page of the staff, at both sizes, in light and dark. */
    void walk(Chromium chromium) {
        for (int width : WIDTHS) {
            staff(chromium.person(width, height(width)), width + "-");
            staff(chromium.personInTheDark(width, height(width)), width + "-dark-");
        }
    }

    /** Past every page of the staff once, on a phone, light and dark in turn. */
    void walkQuickly(Chromium chromium) {
        inTurn = true;
        staff(chromium.person(390, 844), "390-");
    }

    /** The widths at which other tests look at a page: one, unless the whole tour is wanted. */
    static int[] widths() {
        return WHOLE ? WIDTHS : new int[] {390};
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
        page.onPageError(errors::add);
        UnderAPath.watch(page, address, errors::add);
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
                "accounts/tokens",
                "studies/1",
                "studies/1/signing-secret",
                "studies/1/sets/new",
                "studies/1/sets/affectnet",
                "sets/1",
                "sets/1/slots",
                "sets/1/slots/0",
                "sets/1/completion-codes",
                "sets/1/items",
                "sets/1/invitations",
                "sets/1/data",
                "sets/1/quality",
                "sets/1/quality/what-if",
                "sets/1/results",
                "sets/1/results/coefficients",
                "sets/1/results/images/0",
                "sets/2/results/models",
                "sets/2/results/models/1",
                "nothing-here",
                "help/guide/README.md",
                "help/guide/watching.md",
                "help/glossary.md",
                "help/models.md")) {
            page.navigate(address + "/" + path);
            shoot(page, prefix + path.replace('/', '-'));
        }
        page.navigate(address + "/sets/1/invitations");
        page.locator("input[name=count]").fill("3");
        page.locator("form.inline button:has-text('Make links')").click();
        shoot(page, prefix + "sets-1-invitations-made");
        page.navigate(address + "/studies/new");
        page.locator("main form").first().evaluate(FAULTY);
        page.locator("main form button[type=submit]").first().click();
        page.locator("#fault-capacity").waitFor();
        shoot(page, prefix + "studies-new-faults");
        person.close();
    }

    private void signIn(Page page) {
        page.locator("input[name=username]").fill("admin");
        page.locator("input[name=password]").fill(password);
        page.locator("button[type=submit]").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    private void shoot(Page page, String name) {
        if (inTurn) {
            dark = !dark;
            // Without motion, the colours are the new ones at once.
            page.emulateMedia(new Page.EmulateMediaOptions()
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
        }
        if (name.endsWith("results")) {
            ResultsIT.throughTo(page, "#models");
        }
        page.waitForLoadState(name.endsWith("items") ? LoadState.NETWORKIDLE : LoadState.LOAD);
        barriers(page).forEach(barrier -> errors.add(name + ": " + barrier));
        UnderAPath.leadingAway(page, address).forEach(fault -> errors.add(name + ": " + fault));
        picture(page, folder.resolve(name + ".png"));
    }

    /** A picture to be looked at, on the whole tour: otherwise nobody looks, and drawing takes its time. */
    static void picture(Page page, Path file) {
        if (WHOLE) {
            page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        }
    }

    /**
     * What keeps people out of a page, by axe-core. In its legacy mode it looks at the page where it stands; otherwise it would
     * put its findings together in a second page, which takes three times as long and matters only to frames from
     * elsewhere. What is in order is not listed.
     */
    static List<String> barriers(Page page) {
        List<String> barriers = new ArrayList<>();
        AxeRunOptions violations = new AxeRunOptions();
        violations.setResultTypes(List.of("violations"));
        for (Rule violated : new AxeBuilder(page)
                .setLegacyMode(true)
                .options(violations)
                .analyze()
                .getViolations()) {
            for (CheckedNode node : violated.getNodes()) {
                barriers.add(violated.getHelp() + ": " + node.getHtml() + ": " + node.getFailureSummary());
            }
        }
        return barriers;
    }
}
