package org.c25.browser;

import com.microsoft.playwright.Page;

/** What a participant does at a page: agrees, chooses, goes on. */
final class Rater {

    private static final String READY = "form[data-ready] .next:enabled";

    private Rater() {}

    /** Opens a link, and reads on in the browser's language if asked which. */
    static void open(Page page, String link) {
        page.navigate(link);
        if (page.locator(".choose-language").count() > 0) {
            String languages = page.url();
            page.locator(".choose-language [aria-current]").click();
            // Until it has loaded, keys are pressed on the page before.
            page.waitForURL(url -> !url.equals(languages));
        }
    }

    /** From the link past language, consent, instructions and practice to the first face. */
    static void begin(Page page, String link) {
        open(page, link);
        page.locator("button[value=true]").click();
        page.locator("a[role=button]").click();
        page.locator("form.trial").waitFor();
        if (page.locator("form.practice").count() > 0) {
            practise(page);
            page.locator("a[role=button]").click();
            page.locator("form.trial").waitFor();
        }
    }

    /** From the first practice trial to the page after the last. */
    static void practise(Page page) {
        while (page.locator("form.practice").count() > 0) {
            String trial = page.url();
            choose(page, 0, 5, 5);
            page.locator(".next:enabled").click();
            page.waitForURL(url -> !url.equals(trial));
        }
    }

    /** Waits until the page's script has taken over. */
    static void ready(Page page) {
        page.locator(READY).waitFor();
    }

    /** Waits until so many of the next faces are on the device. */
    static void facesAhead(Page page, int faces) {
        page.locator("form.trial[data-ahead='" + faces + "']").waitFor();
    }

    /** Lets the page's own clock go on: what the page had set for sooner has happened by then, however slow the machine is. */
    static void later(Page page, int millis) {
        page.evaluate("millis => new Promise(done => setTimeout(done, millis))", millis);
    }

    static void choose(Page page, int expression, int valence, int arousal) {
        choose(page, "expression", expression);
        choose(page, "valence", valence);
        choose(page, "arousal", arousal);
    }

    private static void choose(Page page, String scale, int value) {
        page.locator("label:has(input[name=" + scale + "][value='" + value + "'])")
                .click();
    }

    /** Chooses, goes on, and waits for what comes next. */
    static void rate(Page page, int expression, int valence, int arousal) {
        String face = face(page);
        choose(page, expression, valence, arousal);
        page.locator(READY).click();
        afterThe(face, page);
    }

    static String face(Page page) {
        return page.locator(".face").getAttribute("src");
    }

    /** Waits until another face than this is ready, or no face at all is left. */
    static void afterThe(String face, Page page) {
        page.waitForFunction(
                "face => document.querySelector('.face')?.getAttribute('src') !== face"
                        + " && !document.querySelector('.next:disabled')",
                face);
    }

    static void allSaved(Page page) {
        page.waitForFunction(
                "() => document.querySelector('.saved').textContent === document.querySelector('.trial').dataset.saved");
    }
}
