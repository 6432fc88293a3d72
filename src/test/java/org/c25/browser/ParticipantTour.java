package org.c25.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.c25.affect.Expression;
import org.c25.faces.DrawnFace;
import org.c25.testing.Lab;

/**
 * A walk past every page that a participant can meet, in one language and at one size, with a picture of each. What
 * keeps people out of a page is noted: what axe-core finds, pages wider than the screen, and, for fingers, what is smaller
 * than 44 px.
 */
final class ParticipantTour {

    private static final int TRIALS = 3;
    private static final Map<String, Object> EVERY_STEP = Map.of(
            "ordering",
            "FIXED",
            "name",
            "Faces and feelings",
            "contact",
            "lab@example.org",
            "capacity",
            2,
            "repeatShare",
            0,
            "pacing",
            Map.of("practiceTrials", 1, "breakEvery", 2),
            "questions",
            List.of(
                    Map.of("kind", "AGE", "required", true),
                    Map.of("kind", "GENDER"),
                    Map.of("kind", "COUNTRY"),
                    Map.of("kind", "TEXT", "key", "glasses", "text", "Do you wear glasses?")),
            "closingQuestions",
            List.of(Map.of("kind", "CHOICE", "key", "hard", "text", "Was it hard?", "options", List.of("yes", "no"))),
            "recruiter",
            Map.of(
                    "name",
                    "Prolific",
                    "idParameter",
                    "PROLIFIC_PID",
                    "returnUrl",
                    "https://app.prolific.com/submissions/complete?cc=C1"));

    private final String address;
    private final Lab lab;
    private final Path folder;
    private final List<String> barriers = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();

    ParticipantTour(String address, Lab lab, Path folder) {
        this.address = address;
        this.lab = lab;
        this.folder = folder;
    }

    /** What keeps people out, by page; errors of scripts and of the server, too. */
    List<String> barriers() {
        return barriers;
    }

    /** The names of the pages walked past. */
    List<String> seen() {
        return seen;
    }

    void walk(BrowserContext person, String language, int width) {
        Walk walk = new Walk(page(person), width + "-" + language + "-", width < 700);
        long study = lab.study(EVERY_STEP);
        long set = lab.draftSet(study, TRIALS, faces());
        walk.closedDoors(set);
        walk.toTheEnd(set);
        walk.outAgain(set);
        person.close();
    }

    private Page page(BrowserContext person) {
        Page page = person.newPage();
        page.onPageError(barriers::add);
        UnderAPath.watch(page, address, barriers::add);
        page.onResponse(response -> {
            if (response.status() >= 500) {
                barriers.add(response.status() + " " + response.url());
            }
        });
        return page;
    }

    private static byte[] faces() {
        Map<String, byte[]> faces = new LinkedHashMap<>();
        for (int i = 0; i < TRIALS; i++) {
            Expression expression = Expression.all().get(i * 2);
            faces.put(Lab.filename(i), new DrawnFace(expression, 0.6 - 0.5 * i, 0.5, 20 + i).png());
        }
        return Lab.zip(faces);
    }

    private final class Walk {

        private final Page page;
        private final String prefix;
        private final boolean fingers;

        Walk(Page page, String prefix, boolean fingers) {
            this.page = page;
            this.prefix = prefix;
            this.fingers = fingers;
        }

        void closedDoors(long set) {
            open("no-such-link");
            shoot("unknown-link");
            String early = invite(set);
            open(early);
            shoot("not-open");
            lab.open(set);
            lab.close(set);
            open(early);
            shoot("closed");
            lab.open(set);
        }

        void toTheEnd(long set) {
            String link = address + lab.recruit(set) + "?PROLIFIC_PID=somebody";
            page.navigate(link);
            shoot("consent");
            page.navigate(page.url() + "/language");
            shoot("language");
            go(".choose-language [aria-current]");
            go("button[value=false]");
            shoot("declined");
            go("a[role=button]");
            go("button[value=true]");
            shoot("questions");
            page.evaluate("() => document.querySelector('form').noValidate = true");
            go("main form button");
            shoot("questions-lacking");
            page.locator("label:has([value='25-34'])").click();
            go("main form button");
            shoot("instructions");
            go("a[role=button]");
            Rater.ready(page);
            shoot("practice");
            Rater.practise(page);
            shoot("practised");
            go("a[role=button]");
            theTrials();
            shoot("closing");
            page.locator("label:has([value=no])").click();
            go("main form button");
            shoot("finish");
            go("form.finish button");
            page.locator(".code").waitFor();
            shoot("thanks");
            go(".quiet a[href$=withdrawal]");
            shoot("erasure");
            elsewhere(link);
        }

        /** As on another device: what is closed there, and the way to open it. */
        private void elsewhere(String link) {
            page.context()
                    .clearCookies(new BrowserContext.ClearCookiesOptions()
                            .setName(Pattern.compile("c25-(invitation|arrival|device)")));
            page.navigate(link);
            shoot("thanks-elsewhere");
            go("a[href$=return-code]");
            page.locator("input[name=code]").fill("0000-0000");
            go("main form button");
            shoot("return-code");
        }

        private void theTrials() {
            Rater.ready(page);
            shoot("trial");
            if (!fingers) {
                page.keyboard().press("?");
                shoot("trial-keys");
                page.keyboard().press("Escape");
            }
            page.locator(".next").click();
            shoot("trial-incomplete");
            Rater.choose(page, 0, 7, 6);
            shoot("trial-chosen");
            page.locator(".dim").click();
            shoot("trial-dimmed");
            page.locator(".dim").click();
            go("header nav a >> nth=-1");
            shoot("stop");
            go("a[role=button]");
            Rater.ready(page);
            Rater.rate(page, 0, 7, 6);
            Rater.choose(page, 1, 2, 3);
            page.locator(".next").click();
            page.locator(".rest[open]").waitFor();
            shoot("break");
            String ref = page.url().replaceAll(".*(/p/[^/]+)/.*", "$1");
            Rater.allSaved(page);
            page.navigate(address + ref + "/break");
            shoot("break-page");
            page.navigate(address + ref + "/unloaded");
            shoot("unloaded");
            page.navigate(address + ref + "/nothing-here");
            shoot("error");
            page.navigate(address + ref);
            Rater.ready(page);
            Rater.choose(page, 1, 2, 3);
            page.locator(".next").click();
            page.waitForURL("**/closing");
        }

        /** The second participant comes back to a place given on, and leaves: first with the answers kept, then erased. Meanwhile a third finds no place. */
        void outAgain(long set) {
            open(invite(set));
            go("button[value=true]");
            String late = invite(set);
            String second = page.url().replaceAll(".*(/p/[^/]+)/.*", "$1");
            open(late);
            shoot("full");
            lab.release(set, 1);
            page.navigate(address + second);
            shoot("return");
            go("main form button");
            page.navigate(address + second + "/withdrawal");
            page.locator("[name=answers][value=KEEP]").check();
            go(".danger");
            page.locator("a[href$='answers.csv']").waitFor();
            shoot("withdrawn-kept");
            go("a[href$=withdrawal]");
            page.locator("[name=answers]").check();
            go(".danger");
            shoot("withdrawn");
        }

        private void open(String secret) {
            page.navigate(address + "/join/" + secret);
        }

        private String invite(long set) {
            return lab.invite(set, 1).get(0);
        }

        /** Follows a link or button to the next page. */
        private void go(String selector) {
            Locator way = page.locator(selector);
            page.waitForNavigation(way::click);
        }

        private void shoot(String name) {
            page.waitForLoadState();
            Tour.barriers(page).forEach(barrier -> barriers.add(prefix + name + ": " + barrier));
            UnderAPath.leadingAway(page, address).forEach(fault -> barriers.add(prefix + name + ": " + fault));
            if (((Number) page.evaluate("() => document.documentElement.scrollWidth - innerWidth")).intValue() > 0) {
                barriers.add(prefix + name + ": is wider than the screen");
            }
            if (fingers) {
                ((List<?>) page.evaluate(TOO_SMALL))
                        .forEach(small -> barriers.add(prefix + name + ": too small: " + small));
            }
            seen.add(name);
            Tour.picture(page, folder.resolve(prefix + name + ".png"));
        }
    }

    /**
     * What a finger is to hit and can't: the label counts for its radio button or box. A dialog hides the rest. The nine steps
     * of a scale share a row, and have a rule of their own ({@link JourneyIT}).
     */
    private static final String TOO_SMALL = """
            () => [...(document.querySelector("dialog[open]") ?? document).querySelectorAll(
                "a[href], button, select, input, textarea")]
              .filter(e => e.offsetParent !== null && e.type !== "hidden" && !e.closest(".consent, .steps"))
              .map(e => e.closest(".expression label, form:not(.trial) label:has([type=radio], [type=checkbox])") ?? e)
              .map(e => [e, e.getBoundingClientRect()])
              .filter(([, box]) => box.width < 44 || box.height < 44)
              .map(([e, box]) => `${e.outerHTML.slice(0, 80)} ${box.width} × ${box.height}`)""";
}
