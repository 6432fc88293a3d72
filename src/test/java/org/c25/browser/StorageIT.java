package org.c25.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.Map;
import org.c25.annotation.RecordCheck;
import org.c25.testing.Api;
import org.c25.testing.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a device keeps answers: storage of an older page, storage that fails, is dropped or full, or is not there. */
class StorageIT extends AtTheBrowser {

    /** The storage as it was before answers were kept as given. */
    private static final String FIRST_VERSION = """
            async entry => {
              // What the pages up to here have made themselves.
              if (entry) await new Promise(done => { indexedDB.deleteDatabase("c25").onsuccess = done; });
              return new Promise((resolve, reject) => {
              const opening = indexedDB.open("c25", 1);
              opening.onerror = () => reject(opening.error);
              opening.onupgradeneeded = () => opening.result
                .createObjectStore("outbox", { autoIncrement: true }).createIndex("participant", "participant");
              opening.onsuccess = () => {
                window.held = opening.result;
                if (!entry) return resolve();
                const adding = held.transaction("outbox", "readwrite");
                adding.objectStore("outbox").add(entry);
                adding.oncomplete = () => { held.close(); resolve(); };
              };
              });
            }""";

    private long set;
    private String link;
    private BrowserContext device;

    @BeforeEach
    void aParticipant() {
        set = lab.openSet(lab.study(Map.of("repeatShare", 0)), 6);
        link = invite(set);
        device = chromium.person(1280, 800);
    }

    @Test
    void anOlderPageInAnotherTabHoldsNobodyUp() {
        Page older = device.newPage();
        older.navigate(address("/favicon.svg"));
        older.evaluate(FIRST_VERSION, null);

        Page page = atWork(device, link);
        Rater.rate(page, 1, 2, 3);
        Rater.rate(page, 2, 2, 3);

        Rater.allSaved(page);
        assertThat(answers(set)).containsExactly("0: 1 1", "1: 2 1");
    }

    @Test
    void whatAnOlderPageLeftWaitingGoesOut() {
        Page page = device.newPage();
        page.navigate(address("/join/" + link));
        leaveWaiting(page, Person.body("11111111-2222-4333-8444-555555555555", 6, 2, 3));
        new Person(Api.stranger(port), link).consent().expect(200);

        page.navigate(address("/join/" + link));
        page.locator("form[data-position='1'][data-ready]").waitFor();

        assertThat(answers(set)).containsExactly("0: 6 1");
    }

    /** Puts an answer to the first trial where a page from before would have left it. */
    private static void leaveWaiting(Page page, Map<String, Object> body) {
        String ref = page.url().replaceAll(".*/p/([^/]+).*", "$1");
        page.navigate(page.url().replaceAll("/p/.*", "/favicon.svg"));
        page.evaluate(
                FIRST_VERSION,
                Map.of("participant", ref, "answer", Map.of("position", 0, "revising", false, "body", body)));
    }

    @Test
    void aConnectionThatTheBrowserDropsIsMadeAnew() {
        device.addInitScript("""
                const open = IDBFactory.prototype.open;
                IDBFactory.prototype.open = function (...how) {
                  const opening = open.apply(this, how);
                  opening.addEventListener("success", () => { window.connection = opening.result; });
                  return opening;
                };""");
        Page page = atWork(device, link);
        Rater.rate(page, 1, 2, 3);
        Rater.allSaved(page);

        page.evaluate("() => connection.close()");
        Rater.rate(page, 2, 2, 3);

        Rater.allSaved(page);
        assertThat(answers(set)).containsExactly("0: 1 1", "1: 2 1");
        assertThat(OutboxIT.stored(page, "given")).isEqualTo(2);
    }

    @Test
    void whereThereIsNoRoomToKeepWhatIsGivenAnswersGoOutAllTheSame() {
        device.addInitScript("""
                const put = IDBObjectStore.prototype.put;
                IDBObjectStore.prototype.put = function (...what) {
                  if (this.name === "given") this.transaction.abort();
                  return put.apply(this, what);
                };""");
        Page page = atWork(device, link);

        Rater.rate(page, 1, 2, 3);
        Rater.rate(page, 2, 2, 3);

        Rater.allSaved(page);
        assertThat(answers(set)).containsExactly("0: 1 1", "1: 2 1");
        assertThat(OutboxIT.stored(page, "outbox")).isZero();
    }

    @Test
    void withoutStorageNobodyLeavesThePageBeforeTheAnswerIsSent() {
        device.addInitScript("Object.defineProperty(window, 'indexedDB', { value: undefined });");
        device.addInitScript(QUICK_CLOCK);
        device.route("**/annotation", Route::abort);
        Page page = atWork(device, link);
        Rater.choose(page, 1, 2, 3);
        page.locator(".next").click();
        page.locator(".saved.waiting").waitFor();

        page.locator("header nav a").last().click();
        Rater.later(page, 6_000);
        assertThat(page.url()).as("longer than the patience for what is safe").endsWith("/trials");
        device.unroute("**/annotation");

        page.waitForURL("**/withdrawal");
        assertThat(answers(set)).containsExactly("0: 1 1");
    }

    /** As in Safari 14. */
    @Test
    void storageThatNeverOpensHoldsNobodyUpAndThePageSaysSo() {
        device.addInitScript("IDBFactory.prototype.open = () => ({});");

        rateWithoutStorage(atWork(device, link));
    }

    @Test
    void storageThatNeverWritesHoldsNobodyUpAndThePageSaysSo() {
        device.addInitScript("""
                Object.defineProperty(IDBTransaction.prototype, "oncomplete", { set() {} });""");
        Page page = atWork(device, link);

        rateWithoutStorage(page);
        page.reload();
        page.locator("form[data-position='3'][data-ready]").waitFor();
        assertThat(answers(set)).as("once each").hasSize(3);
    }

    private void rateWithoutStorage(Page page) {
        device.route("**/annotation", Route::abort);
        Rater.choose(page, 1, 2, 3);
        page.locator(".next").click();
        page.locator(".saved.waiting", new Page.LocatorOptions().setHasText("1 not sent yet"))
                .waitFor();
        page.locator(".volatile", new Page.LocatorOptions().setHasText("keep answers on this device"))
                .waitFor();
        assertThat(page.locator(".volatile").innerText()).contains("“All saved”");
        assertThat(answers(set)).isEmpty();

        device.unroute("**/annotation");
        page.locator("form[data-position='1']").waitFor();
        Rater.allSaved(page);
        assertThat(answers(set)).containsExactly("0: 1 1");
        Rater.rate(page, 2, 2, 3);
        Rater.rate(page, 3, 2, 3);
        Rater.allSaved(page);
        assertThat(answers(set)).containsExactly("0: 1 1", "1: 2 1", "2: 3 1");
    }

    @Test
    void whatWaitsOnADeviceGoesOutAlsoWhenTheWorkWasFinishedOnAnother() {
        Page page = device.newPage();
        page.navigate(address("/join/" + link));
        leaveWaiting(page, Person.body("11111111-2222-4333-8444-666666666666", 1, 2, 3));
        page.close();
        Person elsewhere = new Person(Api.stranger(port), link);
        elsewhere.consent().expect(200);
        for (int position = 0; position < 6; position++) {
            elsewhere.answer(position, 5, 5, 5).expect(200);
        }
        elsewhere.complete(6).expect(200);

        Page back = device.newPage();
        back.navigate(address("/join/" + link));
        back.locator(".code").waitFor();

        back.waitForCondition(() -> OutboxIT.stored(back, "outbox") == 0);
        assertThat(answers(set)).hasSize(7).contains("0: 5 1", "0: 1 2");
    }

    @Test
    void whatWasAnsweredAnewElsewhereIsNotReplacedByWhatTheServerLost() {
        Page page = atWork(device, link);
        Rater.rate(page, 1, 2, 3);
        Rater.rate(page, 2, 2, 3);
        Rater.allSaved(page);
        jdbc.sql("delete from annotation where participant_id in (select id from participant where set_id = ?)")
                .param(set)
                .update();
        new RecordCheck(jdbc).rebuild(set);
        new Person(Api.stranger(port), link).answer(0, 7, 7, 7).expect(200);

        page.navigate(address("/join/" + link));
        page.locator("form[data-position='2'][data-ready]").waitFor();

        assertThat(answers(set)).containsExactly("0: 7 1", "1: 2 1");
    }
}
