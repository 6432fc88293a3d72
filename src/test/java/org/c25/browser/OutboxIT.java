package org.c25.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers on their way from the device to the server, with something wrong at either end. */
class OutboxIT extends AtTheBrowser {

    private long set;

    @BeforeEach
    void aSet() {
        set = lab.openSet(lab.study(Map.of("repeatShare", 0)), 6);
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
    void aDeviceWithoutStorageSendsEachAnswerBeforeTheNextFace() {
        BrowserContext device = chromium.person(1280, 800);
        device.addInitScript("Object.defineProperty(window, 'indexedDB', { value: undefined });");
        Page page = atWork(device, invite(set));

        Rater.rate(page, 1, 2, 3);

        assertThat(answers(set)).containsExactly("0: 1 1");
    }

    @Test
    void whoWithdrawsLeavesNothingOnTheDevice() {
        BrowserContext device = chromium.person(1280, 800);
        device.route("**/annotation", Route::abort);
        Page page = atWork(device, invite(set));
        Rater.rate(page, 1, 2, 3);
        page.locator(".saved.waiting").waitFor();
        assertThat(waiting(page)).isEqualTo(1);

        page.locator("header nav a").last().click();
        page.locator("[name=answers][value=ERASE]").check();
        page.locator(".danger").click();

        assertThat(title(page)).isEqualTo("You have withdrawn");
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

    /** How many answers wait in the device's storage. */
    private static int waiting(Page page) {
        return ((Number) page.evaluate("""
                () => new Promise((resolve, reject) => {
                  const opening = indexedDB.open("c25");
                  opening.onerror = () => reject(opening.error);
                  opening.onsuccess = () => {
                    const counting = opening.result.transaction("outbox").objectStore("outbox").count();
                    counting.onsuccess = () => { opening.result.close(); resolve(counting.result); };
                  };
                })""")).intValue();
    }
}
