package org.c25.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.c25.testing.Api;
import org.c25.testing.Person;
import org.junit.jupiter.api.Test;

/** Waiting for one's turn, and what staff are asked before something ends, at a real browser. */
class AskingFirstIT extends AtTheBrowser {

    private static final String PICTURES = System.getProperty("c25.pictures", "");

    @Test
    void whoComesTooEarlyGoesOnWhenTheirTurnHasCome() {
        Api staff = Api.stranger(port).admin();
        long set = lab.openSet(
                lab.study(Map.of(
                        "repeatShare",
                        0,
                        "contact",
                        "lab@example.org",
                        "recruiter",
                        Map.of("name", "Prolific", "idParameter", "PROLIFIC_PID"),
                        "recruitment",
                        Map.of("newPlaces", 1))),
                2);
        String link = staff.post("/api/v1/sets/" + set + "/recruiting-link")
                .expect(201)
                .text("url");
        Page first = chromium.person(1280, 800).newPage();
        agree(first, link + "?PROLIFIC_PID=first-1");
        first.waitForURL("**/instructions");
        Page second = chromium.person(390, 844).newPage();

        agree(second, link + "?PROLIFIC_PID=second-2");

        second.waitForURL("**/queue");
        assertTitle(second, "Many people are arriving");
        picture(second, "queue");
        jdbc.sql("delete from new_place").update();
        second.reload(); // As the page does by itself, after half a minute at most.
        second.waitForURL("**/instructions");
    }

    private static void agree(Page page, String link) {
        page.navigate(link);
        page.locator("button[value=true]").click();
    }

    @Test
    void revokingAndArchivingAreAskedFirstAndUndone() {
        Api staff = Api.stranger(port).admin();
        long study = lab.study(Map.of("repeatShare", 0));
        long set = lab.openSet(study, 2);
        Person person = new Person(Api.stranger(port), invite(set));
        person.consent().expect(200);
        person.answer(0, 1, 2, 3).expect(200);
        staff.post("/api/v1/sets/" + set + "/snapshots").expect(201);
        BrowserContext device = chromium.person(1280, 800);
        Page page = device.newPage();
        page.navigate(address("/sign-in"));
        page.locator("[name=username]").fill("admin");
        page.locator("[name=password]").fill(Api.ADMIN_PASSWORD);
        page.locator("form.card button").click();
        page.waitForURL("**/studies");

        page.navigate(address("/sets/" + set + "/invitations"));
        picture(page, "links");
        page.locator("td a.caution").last().click();
        assertThat(title(page)).startsWith("Revoke link #");
        picture(page, "revoking");
        page.locator("a.secondary").click();
        page.locator("td a.caution").last().click();
        page.locator("button.caution").click();
        page.locator(".flash.done").waitFor();
        person.trials("").expect(401);
        page.locator(".flash.done button:has-text('Undo')").click();
        page.locator(".flash.done:has-text('works again')").waitFor();
        person.trials("").expect(200);

        page.navigate(address("/sets/" + set));
        picture(page, "set");
        List<String> looks = List.of(
                look(page.locator("a.caution").first()),
                look(page.locator("nav a").first()));
        page.navigate(address("/studies/" + study));
        picture(page, "study");
        page.locator("a.caution").click();
        picture(page, "archiving");
        page.locator("button.caution").click();
        page.locator(".flash.done button:has-text('Undo')").click();
        page.locator(".flash.done:has-text('back from the archive')").waitFor();

        person.withdraw().expect(204);
        page.navigate(address("/sets/" + set + "/data"));
        picture(page, "data");
        page.locator("button:has-text('Make version 1 anew')").click();
        page.locator(".flash.done:has-text('in place of version 1')").waitFor();
        page.locator("a.danger").last().click();
        assertThat(look(page.locator("button.danger")))
                .as("neutral, cautious and destructive look different")
                .isNotEqualTo(look(page.locator("a.secondary")))
                .isNotIn(looks);
        page.locator("button.danger").click();
        assertThat(page.locator(".flash.wrong").count()).isZero();
    }

    private static String look(Locator button) {
        return String.valueOf(button.evaluate(
                "one => [getComputedStyle(one).backgroundColor, getComputedStyle(one).borderColor].join()"));
    }

    /** For people to look at, where {@code -Dc25.pictures} names a folder. */
    private static void picture(Page page, String name) {
        if (PICTURES.isEmpty()) {
            return;
        }
        for (int width : List.of(1280, 390)) {
            page.setViewportSize(width, 900);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(PICTURES, name + "-" + width + ".png")));
        }
        page.setViewportSize(1280, 900);
    }
}
