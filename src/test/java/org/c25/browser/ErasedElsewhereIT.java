package org.c25.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.Map;
import org.c25.testing.Api;
import org.c25.testing.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody has everything erased on one device and begins anew: what another keeps of before comes into nothing. */
class ErasedElsewhereIT extends AtTheBrowser {

    /** All that is kept on the device as a page of an earlier version kept it: without a word of the participation. */
    private static final String UNNAMED = """
            () => new Promise((resolve, reject) => {
              const opening = indexedDB.open("c25");
              opening.onerror = () => reject(opening.error);
              opening.onsuccess = () => {
                const changing = opening.result.transaction(["outbox", "given"], "readwrite");
                for (const name of ["outbox", "given"]) {
                  changing.objectStore(name).openCursor().onsuccess = ({ target: { result: cursor } }) => {
                    if (!cursor) return;
                    const { participation, ...rest } = cursor.value;
                    cursor.update(rest);
                    cursor.continue();
                  };
                }
                changing.oncomplete = () => { opening.result.close(); resolve(); };
              };
            })""";

    private static final String NOTICE = "not part of your present participation";

    private long set;
    private String recruiting;
    private String link;
    private BrowserContext phone;

    @BeforeEach
    void aSetWithARecruitingLink() {
        set = lab.openSet(
                lab.study(Map.of(
                        "repeatShare", 0, "recruiter", Map.of("name", "Prolific", "idParameter", "PROLIFIC_PID"))),
                6);
        recruiting = lab.recruit(set) + "?PROLIFIC_PID=";
        link = address(recruiting) + "somebody";
        phone = chromium.person(390, 844);
        phone.addInitScript(QUICK_CLOCK);
    }

    @Test
    void thePageThatStaysOpenGoesOnInTheNewParticipation() {
        Person laptop = agreed("somebody");
        Page page = onPhone();
        ratesOneAndHasTwoWaiting(page);

        beginAnew(laptop);
        phone.unroute("**/annotation");

        page.locator(".notice", new Page.LocatorOptions().setHasText(NOTICE)).waitFor();
        goesOn(page);
    }

    @Test
    void thePageThatIsOpenedAgainGoesOnInTheNewParticipation() {
        Person laptop = agreed("somebody");
        Page page = onPhone();
        ratesOneAndHasTwoWaiting(page);
        page.close();
        phone.unroute("**/annotation");

        beginAnew(laptop);
        Page again = onPhone();

        again.locator(".notice", new Page.LocatorOptions().setHasText(NOTICE)).waitFor();
        goesOn(again);
    }

    private void goesOn(Page page) {
        page.locator("form[data-position='1'][data-ready]").waitFor();
        assertThat(answers(set)).containsExactly("0: 7 1");
        assertThat(OutboxIT.stored(page, "outbox")).isZero();
        assertThat(OutboxIT.stored(page, "given")).as("of the erased ones").isZero();
        Rater.rate(page, 6, 6, 6);
        Rater.allSaved(page);
        assertThat(answers(set)).containsExactly("0: 7 1", "1: 6 1");
    }

    @Test
    void whatAnOlderPageLeftGoesOutWhereTheServerHasSomeOfIt() {
        agreed("else").withdraw().expect(204);
        Page page = atWorkOnPhone();
        ratesOneAndHasTwoWaiting(page);
        page.evaluate(UNNAMED);
        page.close();
        phone.unroute("**/annotation");

        Page again = onPhone();

        again.locator("form[data-position='3']").waitFor();
        assertThat(answers(set)).containsExactly("0: 1 1", "1: 2 1", "2: 3 1");
        assertThat(OutboxIT.stored(again, "given")).isEqualTo(3);
    }

    @Test
    void whatAnOlderPageLeftIsLetGoWhereTheServerHasNoneOfIt() {
        Page page = atWorkOnPhone();
        ratesOneAndHasTwoWaiting(page);
        page.evaluate(UNNAMED);
        page.close();
        phone.unroute("**/annotation");
        String token = phone.cookies().stream()
                .filter(cookie -> cookie.name.equals("c25-invitation"))
                .findFirst()
                .orElseThrow()
                .value;
        new Person(Api.stranger(port), token).withdraw().expect(204);

        Page again = atWorkOnPhone();

        again.locator(".notice", new Page.LocatorOptions().setHasText(NOTICE)).waitFor();
        assertThat(answers(set)).isEmpty();
        assertThat(OutboxIT.stored(again, "outbox")).isZero();
        assertThat(OutboxIT.stored(again, "given")).isZero();
    }

    private Page atWorkOnPhone() {
        Page page = phone.newPage();
        Rater.begin(page, link);
        Rater.ready(page);
        return page;
    }

    private Page onPhone() {
        Page page = phone.newPage();
        Rater.open(page, link);
        Rater.ready(page);
        return page;
    }

    private void ratesOneAndHasTwoWaiting(Page page) {
        Rater.facesAhead(page, 5);
        Rater.rate(page, 1, 1, 1);
        Rater.allSaved(page);
        phone.route("**/annotation", Route::abort);
        Rater.rate(page, 2, 2, 2);
        Rater.rate(page, 3, 3, 3);
        page.locator(".saved.waiting").waitFor();
        assertThat(OutboxIT.stored(page, "outbox")).isEqualTo(2);
    }

    /** Somebody who came by the recruiting link on a device of their own, and has the place. */
    private Person agreed(String id) {
        String cookie =
                Api.stranger(port)
                        .get(recruiting + id)
                        .expect(302)
                        .response()
                        .headers()
                        .allValues("Set-Cookie")
                        .stream()
                        .filter(set -> set.startsWith("c25-invitation="))
                        .findFirst()
                        .orElseThrow();
        Person person = new Person(Api.stranger(port), cookie.replaceAll("^c25-invitation=([^;]+);.*", "$1"));
        person.consent(Map.of("accepted", true, "locale", "en", "outsideId", id))
                .expect(200);
        return person;
    }

    /** Erases everything, consents by the same link, and rates the first face. */
    private void beginAnew(Person laptop) {
        laptop.withdraw().expect(204);
        assertThat(answers(set)).isEmpty();
        agreed("somebody").answer(0, 7, 7, 7).expect(200);
    }
}
