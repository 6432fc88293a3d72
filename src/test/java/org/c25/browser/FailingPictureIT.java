package org.c25.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.c25.testing.Api;
import org.c25.testing.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pictures that don't load: nobody rates them, nobody waits for them for ever, and a dead network is not their fault. */
class FailingPictureIT extends AtTheBrowser {

    private static final Route.FulfillOptions ERROR = new Route.FulfillOptions().setStatus(404);

    private long study;
    private BrowserContext device;

    @BeforeEach
    void aDevice() {
        study = lab.study(Map.of("capacity", 2, "repeatShare", 0, "contact", "lab@example.org"));
        device = chromium.person(1280, 800);
        device.addInitScript(QUICK_CLOCK);
    }

    @Test
    void aPictureThatTheServerCantGiveIsSkippedAndComesBackWhenItIsMended() {
        long set = lab.openSet(study, 5);
        String link = invite(set);
        AtomicBoolean mended = failingUntilMended(link, 2);
        Page page = backAtWork(link);
        Rater.ready(page);

        Rater.rate(page, 1, 1, 1);
        Rater.rate(page, 2, 2, 2);
        assertThat(position(page)).isEqualTo("3");
        assertThat(page.locator(".counter").textContent()).isEqualTo("2/5");
        assertThat(page.locator("a.back").getAttribute("href")).endsWith("/trials/1");
        assertThat(reports(set)).containsExactly("2 status 404");
        Rater.rate(page, 3, 3, 3);
        Rater.rate(page, 4, 4, 4);

        page.locator("h1", new Page.LocatorOptions().setHasText("Some pictures do not load"))
                .waitFor();
        assertThat(page.locator("main").textContent()).contains("could not be shown: 1", "lab@example.org");
        assertThat(onTheSetsPage(set)).contains("Pictures that failed to load", "participant0", "status 404");

        mended.set(true);
        page.locator("a[role=button]").click();
        Rater.ready(page);
        assertThat(position(page)).isEqualTo("2");
        assertThat(page.locator(".counter").textContent()).isEqualTo("4/5");
        Rater.rate(page, 5, 5, 5);
        page.locator("main button").click();

        page.locator(".code").waitFor();
        assertThat(answers(set)).containsExactly("0: 1 1", "1: 2 1", "2: 5 1", "3: 3 1", "4: 4 1");
    }

    @Test
    void aDamagedPictureIsSkippedBeforeAnyoneCanRateIt() {
        long set = lab.openSet(study, 3);
        String link = invite(set);
        AtomicReference<Route> asked = new AtomicReference<>();
        Consumer<Route> damaged = route -> route.fulfill(
                new Route.FulfillOptions().setContentType("image/png").setBody("\u0089PNG, and then nothing"));
        whenAsked(link, 0, route -> {
            if (!asked.compareAndSet(null, route)) {
                damaged.accept(route);
            }
        });
        Page page = device.newPage();
        // The page is not loaded before its picture is.
        page.navigate(address("/join/" + link), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.waitForCondition(() -> asked.get() != null);
        Rater.choose(page, 1, 1, 1);
        assertThat(page.locator(".next").isDisabled()).isTrue();
        damaged.accept(asked.get());

        Rater.ready(page);

        assertThat(position(page)).isEqualTo("1");
        assertThat(page.locator(".counter").textContent()).isEqualTo("0/3");
        assertThat(page.locator("input[type=radio]:checked").count())
                .as("what was chosen without a face")
                .isZero();
        assertThat(reports(set)).containsExactly("0 does not decode");
        Rater.rate(page, 1, 1, 1);
        Rater.rate(page, 2, 2, 2);
        page.locator("h1", new Page.LocatorOptions().setHasText("Some pictures do not load"))
                .waitFor();
        assertThat(answers(set)).containsExactly("1: 1 1", "2: 2 1");
    }

    @Test
    void aPictureThatFailsOnceOrTwiceIsShownAndNotReported() {
        long set = lab.openSet(study, 3);
        String link = invite(set);
        int[] asked = {0};
        whenAsked(link, 0, route -> {
            if (++asked[0] <= 3) {
                route.fulfill(ERROR);
            } else {
                route.resume();
            }
        });

        Page page = backAtWork(link);
        Rater.ready(page);

        assertThat(position(page)).isEqualTo("0");
        assertThat((Boolean) page.evaluate("() => document.querySelector('.face').naturalWidth > 0"))
                .isTrue();
        assertThat(reports(set)).isEmpty();
    }

    @Test
    void withoutANetworkNoPictureIsToBlame() {
        long set = lab.openSet(study, 9);
        String link = invite(set);
        Page page = atWork(device, link);
        Rater.facesAhead(page, 5);
        AtomicInteger failed = new AtomicInteger();
        page.onRequestFailed(request -> failed.addAndGet(request.url().contains("/api/images/") ? 1 : 0));

        device.setOffline(true);
        for (int face = 0; face < 5; face++) {
            Rater.rate(page, face, 2, 3);
        }
        Rater.choose(page, 5, 2, 3);
        page.locator(".next").click();
        page.locator(".message", new Page.LocatorOptions().setHasText("still loading"))
                .waitFor();
        int before = failed.get();
        page.waitForCondition(() -> failed.get() > before + 5);
        assertThat(page.locator(".next").isDisabled()).isTrue();
        device.setOffline(false);
        Rater.ready(page);

        assertThat(position(page)).isEqualTo("6");
        Rater.allSaved(page);
        assertThat(reports(set)).isEmpty();
    }

    @Test
    void aServerThatIsAwayIsNoFaultOfThePicture() {
        long set = lab.openSet(study, 3);
        String link = invite(set);
        int[] asked = {0};
        whenAsked(link, 0, route -> {
            if (++asked[0] <= 6) {
                route.fulfill(new Route.FulfillOptions().setStatus(asked[0] % 2 == 0 ? 503 : 500));
            } else {
                route.resume();
            }
        });

        Page page = backAtWork(link);
        Rater.ready(page);

        assertThat(position(page)).isEqualTo("0");
        assertThat(reports(set)).isEmpty();
    }

    @Test
    void severalFailuresAtTheEndAreTriedOnceMoreEachAndThenTold() {
        long set = lab.openSet(study, 4);
        String link = invite(set);
        whenAsked(link, 1, route -> route.fulfill(ERROR));
        AtomicBoolean mended = failingUntilMended(link, 3);
        Page page = backAtWork(link);
        Rater.ready(page);
        Rater.rate(page, 1, 1, 1);
        Rater.rate(page, 2, 2, 2);
        page.locator("h1", new Page.LocatorOptions().setHasText("Some pictures do not load"))
                .waitFor();
        assertThat(page.locator("main").textContent()).contains("could not be shown: 2");

        mended.set(true);
        page.locator("a[role=button]").click();
        page.locator("form[data-position='3'][data-ready]").waitFor();
        Rater.rate(page, 3, 3, 3);

        page.locator("h1", new Page.LocatorOptions().setHasText("Some pictures do not load"))
                .waitFor();
        assertThat(page.locator("main").textContent()).contains("could not be shown: 1");
        assertThat(answers(set)).containsExactly("0: 1 1", "2: 2 1", "3: 3 1");
    }

    @Test
    void whereNoPictureLoadsAtAllTheOrderIsNotRunThrough() {
        long set = lab.openSet(study, 30);
        device.route("**/api/images/**", route -> route.fulfill(ERROR));
        Page page = device.newPage();
        Rater.begin(page, address("/join/" + invite(set)));

        page.locator("h1", new Page.LocatorOptions().setHasText("Some pictures do not load"))
                .waitFor(new Locator.WaitForOptions().setTimeout(60_000));

        assertThat(reports(set)).hasSizeLessThan(15);
        assertThat(answers(set)).isEmpty();
    }

    private AtomicBoolean failingUntilMended(String link, int position) {
        AtomicBoolean mended = new AtomicBoolean();
        whenAsked(link, position, route -> {
            if (mended.get()) {
                route.resume();
            } else {
                route.fulfill(ERROR);
            }
        });
        return mended;
    }

    /** Answers requests for the picture at a position of the person with this link in another way. */
    private void whenAsked(String link, int position, Consumer<Route> answer) {
        Person person = new Person(Api.stranger(port), link);
        person.consent().expect(200);
        String key = person.trials().get(position).get("image").asString().replaceAll(".*/", "");
        device.route("**/api/images/" + key + "*", answer);
    }

    /** The page of faces, for somebody who has consented before. */
    private Page backAtWork(String link) {
        Page page = device.newPage();
        page.navigate(address("/join/" + link));
        return page;
    }

    private String onTheSetsPage(long set) {
        Page staff = chromium.person(1280, 800).newPage();
        staff.navigate(address("/sets/" + set));
        staff.locator("[name=username]").fill("admin");
        staff.locator("[name=password]").fill(Api.ADMIN_PASSWORD);
        staff.locator("button[type=submit]").click();
        staff.waitForURL(url -> !url.contains("/sign-in"));
        staff.navigate(address("/sets/" + set));
        return staff.locator("main").textContent();
    }

    private static String position(Page page) {
        return page.locator("form.trial").getAttribute("action").replaceAll(".*/", "");
    }

    private List<String> reports(long set) {
        return jdbc.sql("""
                        select r.position, r.reason from picture_report r
                        join participant p on p.id = r.participant_id
                        where p.set_id = ? order by r.position""")
                .param(set)
                .query((row, n) -> row.getInt(1) + " " + row.getString(2))
                .list();
    }
}
