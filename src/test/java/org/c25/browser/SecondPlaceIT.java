package org.c25.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.Locale;
import java.util.Map;
import org.c25.testing.Api;
import org.c25.testing.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One person in two places: two tabs, two devices. The page says so, and goes on where the person is. */
class SecondPlaceIT extends AtTheBrowser {

    private long set;
    private String link;

    @BeforeEach
    void aParticipant() {
        set = lab.openSet(lab.study(Map.of("repeatShare", 0)), 6);
        link = invite(set);
    }

    @Test
    void twoTabsSaySoUntilOneIsClosed() {
        BrowserContext device = chromium.person(1280, 800);
        Page first = atWork(device, link);
        assertThat(first.locator(".notice").textContent()).isEmpty();

        Page second = backAtWork(device);

        notice(first, "Open in another tab");
        notice(second, "Open in another tab");
        second.close(new Page.CloseOptions().setRunBeforeUnload(true));
        first.waitForFunction("() => document.querySelector('.notice').textContent === ''");
        atWork(device, invite(set));
        first.waitForTimeout(300);
        assertThat(first.locator(".notice").textContent())
                .as("another person's tab is none of theirs")
                .isEmpty();
    }

    @Test
    void anAnswerToWhatWasAnsweredElsewhereLeadsToWhereThePersonIs() {
        Page laptop = atWork(link);
        Page phone = backAtWork(chromium.person(390, 844));
        Rater.rate(phone, 1, 1, 1);
        Rater.rate(phone, 2, 2, 2);
        Rater.allSaved(phone);

        Rater.choose(laptop, 3, 3, 3);
        laptop.locator(".next").click();

        laptop.locator("form[data-position='2']").waitFor();
        notice(laptop, "You went on somewhere else");
        assertThat(answers(set)).containsExactly("0: 1 1", "0: 3 2", "1: 2 1");
        Rater.ready(laptop);
        Rater.rate(laptop, 4, 4, 4);
        assertThat(laptop.locator(".notice").textContent()).isEmpty();
    }

    @Test
    void whoComesBackToAnOldPageIsTakenToWhereTheyAre() {
        Page laptop = atWork(link);
        laptop.evaluate("""
                () => {
                  const now = Date.now;
                  let later = 0;
                  Date.now = () => now() + later;
                  window.look = (away, hours) => {
                    later = hours * 3600000;
                    Object.defineProperty(document, "hidden", { configurable: true, value: away });
                    document.dispatchEvent(new Event("visibilitychange"));
                  };
                  look(true, 0);
                }""");
        Person elsewhere = new Person(Api.stranger(port), link);
        elsewhere.answer(0, 1, 1, 1).expect(200);
        elsewhere.answer(1, 2, 2, 2).expect(200);

        laptop.evaluate("() => look(false, 3)");

        laptop.locator("form[data-position='2']").waitFor();
        notice(laptop, "You went on somewhere else");
        assertThat(laptop.locator(".counter").textContent()).isEqualTo("2/6");
    }

    @Test
    void whoComesByTheRecruitersLinkOnAPhoneGoesOnAndOpensTheRestByTheCode() {
        long recruited = lab.openSet(
                lab.study(Map.of(
                        "repeatShare", 0, "recruiter", Map.of("name", "Prolific", "idParameter", "PROLIFIC_PID"))),
                6);
        String recruitingLink = address(lab.recruit(recruited)) + "?PROLIFIC_PID=somebody";
        Page laptop = chromium.person(1280, 800).newPage();
        Rater.open(laptop, recruitingLink);
        laptop.locator("button[value=true]").click();
        String code = laptop.locator(".return-code strong").textContent();
        laptop.locator("a[role=button]").click();
        Rater.ready(laptop);
        Rater.rate(laptop, 1, 1, 1);
        Rater.rate(laptop, 2, 2, 2);
        Rater.allSaved(laptop);

        Page phone = chromium.person(390, 844).newPage();
        Rater.open(phone, recruitingLink);
        Rater.ready(phone);
        phone.locator("form[data-position='2']").waitFor();
        assertThat(phone.locator(".back").count()).isZero();
        Rater.rate(phone, 3, 3, 3);
        Rater.allSaved(phone);
        assertThat(phone.locator(".back").count()).isZero();

        laptop.reload();
        Rater.ready(laptop);
        Rater.rate(laptop, 4, 4, 4);
        Rater.allSaved(laptop);
        Rater.choose(phone, 5, 5, 5);
        phone.locator(".next").click();
        phone.locator("form[data-position='4']").waitFor();
        notice(phone, "You went on somewhere else");
        Rater.ready(phone);
        Rater.rate(phone, 6, 6, 6);
        Rater.choose(phone, 7, 7, 7);
        phone.locator(".next").click();
        phone.locator("form.finish button").click();
        phone.locator(".code").waitFor();
        assertThat(answers(recruited)).containsExactly("0: 1 1", "1: 2 1", "2: 3 1", "3: 4 1", "4: 6 1", "5: 7 1");
        assertThat(phone.locator("a[href$='receipt.txt']").count()).isZero();

        phone.locator("a[href$=return-code]").click();
        phone.locator("input[name=code]").fill(code.toLowerCase(Locale.ROOT).replace("-", ""));
        phone.locator("main form button").click();

        phone.locator("a[href$='receipt.txt']").waitFor();
        assertThat(phone.locator(".return-code strong").textContent()).isEqualTo(code);
    }

    private Page backAtWork(BrowserContext device) {
        Page page = device.newPage();
        page.navigate(address("/join/" + link));
        Rater.ready(page);
        return page;
    }

    private static void notice(Page page, String words) {
        page.locator(".notice", new Page.LocatorOptions().setHasText(words)).waitFor();
    }
}
