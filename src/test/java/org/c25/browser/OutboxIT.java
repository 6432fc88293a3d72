package org.c25.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.c25.annotation.RecordCheck;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers on their way from the device to the server, with something wrong at either end. */
class OutboxIT extends AtTheBrowser {

    private static final Locator.ClickOptions WITHOUT_WAITING = new Locator.ClickOptions().setNoWaitAfter(true);

    private long set;

    @BeforeEach
    void aSet() {
        set = lab.openSet(lab.study(Map.of("repeatShare", 0)), 6);
    }

    @Test
    void whatTheServerCantTakeNowIsSentAgainWhenItSays() {
        BrowserContext device = chromium.person(1280, 800);
        AtomicInteger requests = new AtomicInteger();
        List<Long> times = new CopyOnWriteArrayList<>();
        device.route("**/annotation", route -> {
            times.add(System.nanoTime());
            if (requests.incrementAndGet() == 1) {
                route.fulfill(new Route.FulfillOptions()
                        .setStatus(503)
                        .setHeaders(Map.of("Retry-After", "3"))
                        .setContentType("application/problem+json")
                        .setBody("{}"));
            } else {
                route.resume();
            }
        });
        Page page = atWork(device, invite(set));

        Rater.rate(page, 1, 2, 3);
        page.locator(".saved.waiting").waitFor();
        Rater.rate(page, 2, 2, 3);

        Rater.allSaved(page);
        assertThat(Duration.ofNanos(times.get(1) - times.get(0)))
                .as("also though another answer came meanwhile")
                .isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        assertThat(answers(set)).containsExactly("0: 1 1", "1: 2 1");
    }

    @Test
    void aChangeThatIsOneTooManyIsToldAndKeepsNothingWaiting() {
        Page page = atWork(chromium.person(1280, 800), invite(set));
        Rater.rate(page, 1, 2, 3);
        Rater.allSaved(page);
        jdbc.sql("update rating set revisions = 100 where participant_id in"
                        + " (select id from participant where set_id = ?)")
                .param(set)
                .update();
        page.locator(".back").click();
        page.locator("form[data-position='0'][data-ready]").waitFor();

        Rater.choose(page, 5, 5, 5);
        page.locator(".next").click();

        page.locator("form[data-position='1'][data-ready]").waitFor();
        assertThat(page.locator(".notice").textContent()).contains("100 times already");
        assertThat(waiting(page)).isZero();
        assertThat(answers(set)).containsExactly("0: 1 1");
        Rater.rate(page, 2, 2, 3);
        Rater.allSaved(page);
        assertThat(answers(set)).containsExactly("0: 1 1", "1: 2 1");
    }

    @Test
    void anErrorPageOfAProxyIsNoRefusal() {
        BrowserContext device = chromium.person(1280, 800);
        AtomicInteger requests = new AtomicInteger();
        device.route("**/annotation", route -> {
            switch (requests.incrementAndGet()) {
                case 1 -> proxy(route, 404);
                case 2 -> proxy(route, 403);
                default -> route.resume();
            }
        });
        Page page = atWork(device, invite(set));

        Rater.rate(page, 1, 2, 3);
        Rater.rate(page, 2, 2, 3);

        Rater.allSaved(page);
        assertThat(requests.get()).isGreaterThanOrEqualTo(4);
        assertThat(answers(set)).containsExactly("0: 1 1", "1: 2 1");
    }

    private static void proxy(Route route, int status) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(status)
                .setContentType("text/html")
                .setBody("<h1>No backend</h1>"));
    }

    /** Another tab that sends keeps this one from looking into the outbox: the answer is on the device alone meanwhile. */
    @Test
    void allIsNotSavedFromTheClickOnUntilTheServerHasIt() {
        BrowserContext device = chromium.person(1280, 800);
        Page page = atWork(device, invite(set));
        Rater.rate(page, 1, 2, 3);
        Rater.allSaved(page);
        page.evaluate("""
                () => new Promise(held => navigator.locks.request(
                  `c25-outbox:${document.querySelector(".trial").dataset.ref}`,
                  () => { held(); return new Promise(release => { window.release = release; }); }))""");
        Rater.choose(page, 2, 2, 3);
        Object atTheClick = page.evaluate("""
                () => {
                  document.querySelector(".next").click();
                  return document.querySelector(".saved").textContent;
                }""");
        assertThat(atTheClick).isEqualTo(page.locator("form.trial").getAttribute("data-saving"));
        page.locator("form[data-position='2'] .next:enabled").waitFor();
        assertThat(page.locator(".saved").textContent()).isEqualTo(atTheClick);
        assertThat(answers(set)).containsExactly("0: 1 1");

        page.evaluate("() => release()");

        Rater.allSaved(page);
        assertThat(answers(set)).containsExactly("0: 1 1", "1: 2 1");
    }

    @Test
    void storageThatFailsForAWhileHoldsNothingBack() {
        BrowserContext device = chromium.person(1280, 800);
        device.addInitScript("""
                const real = IDBIndex.prototype.openCursor;
                let reads = 0;
                IDBIndex.prototype.openCursor = function (...range) {
                  if (++reads <= 3) throw new DOMException("the disk is busy", "UnknownError");
                  return real.apply(this, range);
                };""");
        Page page = atWork(device, invite(set));

        Rater.rate(page, 1, 2, 3);
        Rater.rate(page, 2, 2, 3);

        Rater.allSaved(page);
        assertThat(answers(set)).containsExactly("0: 1 1", "1: 2 1");
        assertThat(waiting(page)).isZero();
    }

    @Test
    void anAcknowledgementThatComesLateDoesNotCountBack() {
        BrowserContext device = chromium.person(1280, 800);
        device.addInitScript("""
                const real = window.fetch;
                let late = 0;
                window.fetch = async (address, options) => {
                  const response = await real(address, options);
                  if (options?.method === "PUT" && late++ === 0) await new Promise(done => setTimeout(done, 1500));
                  return response;
                };""");
        Page page = atWork(device, invite(set));
        Rater.facesAhead(page, 5);
        page.evaluate("""
                () => {
                  window.counts = [];
                  const counter = document.querySelector(".counter");
                  new MutationObserver(() => counts.push(counter.textContent)).observe(counter, { childList: true });
                }""");

        Rater.rate(page, 1, 2, 3);
        Rater.rate(page, 2, 2, 3);
        Rater.allSaved(page);

        List<String> counts = ((List<?>) page.evaluate("() => counts"))
                .stream().map(String::valueOf).toList();
        assertThat(counts).isSorted().last().isEqualTo("2/6");
    }

    @Test
    void aDeviceWithoutStorageSendsEachAnswerBeforeTheNextFace() {
        BrowserContext device = chromium.person(1280, 800);
        device.addInitScript("Object.defineProperty(window, 'indexedDB', { value: undefined });");
        Page page = atWork(device, invite(set));

        Rater.rate(page, 1, 2, 3);

        assertThat(answers(set)).containsExactly("0: 1 1");
    }

    @Test
    void whatTheServerLosesOfTheAcknowledgedAnswersComesBackFromTheDevice() {
        BrowserContext device = chromium.person(1280, 800);
        String link = invite(set);
        Page page = atWork(device, link);
        Rater.rate(page, 1, 2, 3);
        Rater.rate(page, 2, 3, 4);
        Rater.rate(page, 3, 4, 5);
        Rater.allSaved(page);
        lose(1);
        lose(2);

        page.navigate(address("/join/" + link));
        page.locator("form[data-position='3'][data-ready]").waitFor();

        assertThat(answers(set)).containsExactly("0: 1 1", "1: 2 1", "2: 3 1");
        assertThat(page.locator(".counter").textContent()).isEqualTo("3/6");
    }

    @Test
    void theCodeComesWhenBothSidesHaveTheSameAnswers() {
        Page page = atWork(chromium.person(1280, 800), invite(set));
        for (int position = 0; position < 6; position++) {
            Rater.rate(page, position, 2, 3);
        }
        page.locator("form.finish").waitFor();
        assertThat(stored(page, "given")).isEqualTo(6);
        lose(0);
        lose(4);

        page.locator("form.finish button").click();

        page.locator(".code").waitFor();
        assertThat(answers(set)).containsExactly("0: 0 1", "1: 1 1", "2: 2 1", "3: 3 1", "4: 4 1", "5: 5 1");
        page.waitForCondition(() -> finishedOnThisDevice(page));
        assertThat(stored(page, "given")).as("for two weeks more").isEqualTo(6);
    }

    private static boolean finishedOnThisDevice(Page page) {
        return (boolean) page.evaluate("""
                () => new Promise(resolve => {
                  indexedDB.open("c25").onsuccess = ({ target: { result: database } }) => {
                    database.transaction("told").objectStore("told").getAll().onsuccess = ({ target: { result: all } }) => {
                      database.close();
                      resolve(all.length === 1 && all[0].finishedAt > 0);
                    };
                  };
                })""");
    }

    /** As when the server's disk is put back from a copy made before. */
    private void lose(int position) {
        assertThat(jdbc.sql("""
                        delete from annotation where position = ? and participant_id in
                            (select id from participant where set_id = ?)""").params(position, set).update()).isEqualTo(1);
        new RecordCheck(jdbc).rebuild(set);
    }

    @Test
    void whoseCookieHasExpiredComesBackByTheLinkAndTheAnswersGoOut() {
        set = lab.openSet(lab.study(Map.of("repeatShare", 0, "presentation", Map.of("minimumViewingMillis", 1000))), 6);
        BrowserContext device = chromium.person(1280, 800);
        String link = invite(set);
        Page page = atWork(device, link);
        Rater.facesAhead(page, 5);
        device.clearCookies();

        Rater.choose(page, 1, 2, 3);
        page.locator(".next").click();
        page.locator(".message", new Page.LocatorOptions().setHasText("Open your link again"))
                .waitFor();
        Rater.later(page, 1_500);
        assertThat(page.locator(".next").isDisabled())
                .as("also once the face has been seen for long enough")
                .isTrue();
        assertThat(answers(set)).isEmpty();
        page.navigate(address("/join/" + link));
        page.locator("form[data-position='1'][data-ready]").waitFor();

        assertThat(answers(set)).containsExactly("0: 1 1");
    }

    @Test
    void whoWithdrawsLeavesNothingOnTheDevice() {
        BrowserContext device = chromium.person(1280, 800);
        Page page = withAnAnswerThatWaits(device);
        assertThat(waiting(page)).isEqualTo(1);

        page.locator("header nav a").last().click();
        page.locator("[name=answers][value=ERASE]").check();
        page.locator(".danger").click();

        assertTitle(page, "You have withdrawn");
        page.waitForCondition(() -> waiting(page) == 0);
        assertThat(answers(set)).isEqualTo(List.of());
    }

    @Test
    void whoLetsTheAnswersBeKeptLeavesTheWaitingOnesToo() {
        BrowserContext device = chromium.person(1280, 800);
        device.route("**/annotation", Route::abort);
        Page page = atWork(device, invite(set));
        Rater.rate(page, 1, 2, 3);
        Rater.rate(page, 2, 2, 3);
        page.locator(".saved.waiting").waitFor();
        page.locator("header nav a").last().click();
        page.locator("[name=answers][value=KEEP]").check();
        assertThat(answers(set)).isEmpty();

        device.unroute("**/annotation");
        page.locator(".danger").click();

        page.locator("h1", new Page.LocatorOptions().setHasText("You have withdrawn"))
                .waitFor();
        assertThat(answers(set)).containsExactly("0: 1 1", "1: 2 1");
        page.waitForCondition(() -> waiting(page) == 0);
    }

    @Test
    void whoLeavesWithAnswersThatCantBeSentIsToldAndMayGoWithoutThem() {
        BrowserContext device = chromium.person(1280, 800);
        Page page = withAnAnswerThatWaits(device);
        page.locator("header nav a").last().click();
        page.locator("[name=answers][value=KEEP]").check();
        assertThat(page.locator(".without").isVisible()).isFalse();

        page.locator(".danger").click();
        page.locator("[role=status]", new Page.LocatorOptions().setHasText("Answers not sent yet: 1."))
                .waitFor();
        page.locator(".without").click();

        page.locator("h1", new Page.LocatorOptions().setHasText("You have withdrawn"))
                .waitFor();
        assertThat(answers(set)).isEmpty();
    }

    @Test
    void whoLeavesBeforeThePageHasItsScriptLosesNoAnswerThatWaits() {
        BrowserContext device = chromium.person(1280, 800);
        Page page = withAnAnswerThatWaits(device);
        List<Route> script = held(device, "**/js/enrolment/withdrawal.js");
        page.locator("header nav a").last().click(WITHOUT_WAITING);
        page.locator("[name=answers][value=KEEP]").check();

        page.locator(".danger").click(WITHOUT_WAITING);
        page.waitForCondition(() -> !script.isEmpty());
        device.unroute("**/annotation");
        script.forEach(Route::resume);

        page.locator("h1", new Page.LocatorOptions().setHasText("You have withdrawn"))
                .waitFor();
        assertThat(answers(set)).containsExactly("0: 1 1");
    }

    @Test
    void whoLeavesAPageWhoseScriptDoesNotComeIsToldAndIsNotKept() {
        BrowserContext device = chromium.person(1280, 800);
        Page page = withAnAnswerThatWaits(device);
        device.route("**/js/enrolment/withdrawal.js", Route::abort);
        page.locator("header nav a").last().click();
        page.locator("[name=answers][value=KEEP]").check();

        page.locator(".danger").click();
        page.locator("[role=status]", new Page.LocatorOptions().setHasText("Some answers may not be sent yet"))
                .waitFor();
        assertThat(waiting(page)).isEqualTo(1);
        page.locator(".without").click();

        page.locator("h1", new Page.LocatorOptions().setHasText("You have withdrawn"))
                .waitFor();
        assertThat(answers(set)).isEmpty();
    }

    /** What is erased needs not be sent before. */
    @Test
    void whoHasAllErasedWaitsForNoScript() {
        BrowserContext device = chromium.person(1280, 800);
        Page page = atWork(device, invite(set));
        Rater.rate(page, 1, 2, 3);
        Rater.allSaved(page);
        held(device, "**/js/enrolment/withdrawal.js");
        page.locator("header nav a").last().click(WITHOUT_WAITING);
        page.locator("[name=answers][value=ERASE]").check();

        page.locator(".danger").click(WITHOUT_WAITING);

        page.locator("h1", new Page.LocatorOptions().setHasText("You have withdrawn"))
                .waitFor();
        assertThat(answers(set)).isEmpty();
    }

    @Test
    void whoFinishesOnAPageWhoseScriptDoesNotComeIsToldAndFinishesLater() {
        BrowserContext device = chromium.person(1280, 800);
        Page page = withAllRated(device);
        device.route("**/js/annotation/finish.js", Route::abort);
        page.reload();

        page.locator("form.finish button").click();
        page.locator("[role=status]", new Page.LocatorOptions().setHasText("Nothing was lost"))
                .waitFor();
        device.unroute("**/js/annotation/finish.js");
        page.waitForResponse(
                "**/js/annotation/finish.js",
                () -> page.locator("form.finish button").click());
        page.locator("form.finish button").click();

        page.locator(".code").waitFor();
    }

    @Test
    void whoFinishesBeforeThePageHasItsScriptIsCheckedAllTheSame() {
        BrowserContext device = chromium.person(1280, 800);
        Page page = withAllRated(device);
        List<Route> script = held(device, "**/js/annotation/finish.js");
        page.navigate(page.url(), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        List<String> counts = new CopyOnWriteArrayList<>();
        page.onRequest(request -> {
            if (request.url().endsWith("/completion")) counts.add(request.postData());
        });

        page.locator("form.finish button").click(WITHOUT_WAITING);
        page.waitForCondition(() -> !script.isEmpty());
        script.forEach(Route::resume);

        page.locator(".code").waitFor();
        assertThat(counts).hasSize(1).first().asString().contains("answered=6");
    }

    /** A page at work that can't send its first answer. */
    private Page withAnAnswerThatWaits(BrowserContext device) {
        device.route("**/annotation", Route::abort);
        Page page = atWork(device, invite(set));
        Rater.rate(page, 1, 2, 3);
        page.locator(".saved.waiting").waitFor();
        return page;
    }

    private Page withAllRated(BrowserContext device) {
        Page page = atWork(device, invite(set));
        for (int face = 0; face < 6; face++) {
            Rater.rate(page, face, 1, 1);
        }
        page.locator("form.finish").waitFor();
        return page;
    }

    /** The requests for a script, which get no answer before a test lets them. */
    private static List<Route> held(BrowserContext device, String address) {
        List<Route> requests = new CopyOnWriteArrayList<>();
        device.route(address, requests::add);
        return requests;
    }

    /** How many answers wait in the device's storage. */
    private static int waiting(Page page) {
        return stored(page, "outbox");
    }

    static int stored(Page page, String store) {
        return ((Number) page.evaluate("""
                store => new Promise((resolve, reject) => {
                  const opening = indexedDB.open("c25");
                  opening.onerror = () => reject(opening.error);
                  opening.onsuccess = () => {
                    const counting = opening.result.transaction(store).objectStore(store).count();
                    counting.onsuccess = () => { opening.result.close(); resolve(counting.result); };
                  };
                })""", store)).intValue();
    }
}
