package org.c25.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** People at real browsers: an experimenter makes a set, participants rate it, the files come out. */
class JourneyIT extends Journey {

    @Test
    void fromSignInToTheDownloadedFile() throws IOException {
        wholeStory();
    }

    @Test
    void theFormAloneIsEnough() throws IOException {
        Page staff = signedIn();
        String link = inviteOne(staff, openSet(staff, newStudy(staff, "Without a script")));
        Page person = chromium.personWithoutJavaScript(390, 844).newPage();
        consent(person, link);

        person.locator(".next").click();
        assertThat(person.locator(".message").textContent()).contains("Choose an expression");
        Map<Integer, String> expected = new HashMap<>();
        for (int position = 0; position < IMAGES + REPEATS; position++) {
            assertThat(person.locator(".counter").textContent()).isEqualTo(position + "/" + (IMAGES + REPEATS));
            int image = imageAt(person, person.locator(".face").getAttribute("src"));
            expected.putIfAbsent(image, line(image % 8, 1 + image % 9, 5));
            Rater.choose(person, image % 8, 1 + image % 9, 5);
            person.locator(".next").click();
        }
        person.locator("main button").click();

        assertThat(person.locator(".code").count()).isEqualTo(1);
        assertThat(rows(staff)).containsExactlyElementsOf(expected(expected));
    }

    @Test
    void answersGivenWithoutANetworkArriveWhenItIsBack() throws IOException {
        Page staff = signedIn();
        String link = inviteOne(staff, openSet(staff, newStudy(staff, "Bad network")));
        BrowserContext device = chromium.person(1280, 800);
        Page person = device.newPage();
        consent(person, link);
        Map<Integer, String> expected = new HashMap<>();
        Rater.facesAhead(person, 5);

        device.setOffline(true);
        for (int position = 0; position < 4; position++) {
            int image = imageOnScreen(person);
            Rater.rate(person, image % 8, 2, 3);
            expected.put(image, line(image % 8, 2, 3));
        }
        person.locator(".saved.waiting", new Page.LocatorOptions().setHasText("4 not sent yet"))
                .waitFor();
        device.setOffline(false);
        person.locator(".saved:not(.waiting)", new Page.LocatorOptions().setHasText("All saved"))
                .waitFor();

        assertThat(rows(staff)).containsExactlyElementsOf(expected(expected));
    }

    @Test
    void answersOutliveATabThatIsClosedWithoutANetwork() throws IOException {
        Page staff = signedIn();
        String link = inviteOne(staff, openSet(staff, newStudy(staff, "Closed tab")));
        BrowserContext device = chromium.person(1280, 800);
        Page person = device.newPage();
        consent(person, link);
        Rater.facesAhead(person, 5);
        device.setOffline(true);
        int image = imageOnScreen(person);
        Rater.rate(person, 1, 2, 3);
        person.close();
        device.setOffline(false);

        Page again = device.newPage();
        again.navigate(link);

        again.locator(".counter", new Page.LocatorOptions().setHasText("1/" + (IMAGES + REPEATS)))
                .waitFor();
        assertThat(rows(staff)).containsExactlyElementsOf(expected(Map.of(image, line(1, 2, 3))));
    }

    @Test
    void everythingFitsOnTheScreenOfALaptopAndOfAPhone() {
        Page staff = signedIn();
        String set = openSet(staff, newStudy(staff, "Screens"));
        Page desk = rating(chromium.person(1280, 800), inviteOne(staff, set));
        Page phone = rating(chromium.personWithFingers(390, 844), inviteOne(staff, set));

        fits(desk, 1280, 800);
        fits(desk, 1366, 768);
        fits(desk, 1366, 650);
        fits(desk, 3840, 2160);
        fits(phone, 390, 844);
        fits(phone, 390, 664);
        fits(phone, 360, 740);
        fits(phone, 360, 640);
        fits(phone, 375, 553);
        fits(phone, 412, 732);
        fits(phone, 844, 390);
        fits(phone, 768, 1024);
        // A laptop at 200 % zoom: the face and NEXT stay in sight.
        keepsFaceAndNextInSight(desk, 640, 400);
    }

    private Page rating(BrowserContext device, String link) {
        Page page = Chromium.page(device, errors);
        consent(page, link);
        Rater.ready(page);
        return page;
    }

    private static void fits(Page page, int width, int height) {
        keepsFaceAndNextInSight(page, width, height);
        assertThat(page.evaluate("() => document.documentElement.scrollHeight - innerHeight"))
                .as(width + " × " + height)
                .isEqualTo(0);
        assertThat((List<?>) page.evaluate(STEPS_TOO_SMALL))
                .as("steps that a thumb can't hit, or that leave a gap, at " + width + " × " + height)
                .isEmpty();
    }

    /** Nine steps share a row: a step is one target, 24 px wide and 56 px tall at least; on a phone it is right beside the next. */
    private static final String STEPS_TOO_SMALL = """
            () => [...document.querySelectorAll(".steps")].flatMap(scale => {
              const boxes = [...scale.querySelectorAll("label")].map(label => label.getBoundingClientRect());
              const gap = innerWidth < 700 ? 1 : Infinity;
              return boxes.filter((box, i) => box.width < 24 || box.height < 56
                || (i > 0 && (box.left - boxes[i - 1].right > gap || Math.abs(box.top - boxes[0].top) > 1)))
                .map(box => `${box.width} × ${box.height} at ${box.left}`);
            })""";

    private static void keepsFaceAndNextInSight(Page page, int width, int height) {
        page.setViewportSize(width, height);
        for (String end : List.of("0", "document.documentElement.scrollHeight")) {
            page.evaluate("() => scrollTo(0, " + end + ")");
            assertThat((Boolean) page.evaluate("""
                            () => ["face", "next"].every(name => {
                              const box = document.querySelector("." + name).getBoundingClientRect();
                              return box.height >= (name === "face" ? 120 : 44) && box.top > -box.height / 2 && box.bottom <= innerHeight
                                && box.left >= 0 && box.right <= innerWidth;
                            })"""))
                    .as(width + " × " + height + " scrolled to " + end)
                    .isTrue();
        }
        assertThat(page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                .as(width + " × " + height)
                .isEqualTo(0);
    }
}
