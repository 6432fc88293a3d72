package org.c25.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People at real browsers: an experimenter makes a set, participants rate it, the files come out. */
class JourneyIT extends AtTheBrowser {

    private static final int IMAGES = 12;
    private static final int REPEATS = 1;
    private static final List<byte[]> PICTURES = IntStream.range(0, IMAGES)
            .mapToObj(image -> Lab.picture("png", image))
            .toList();

    private final List<String> errors = new ArrayList<>();
    private final Map<String, Integer> imageOf = new HashMap<>();
    private String set = "";

    @AfterEach
    void noPageHadAnError() {
        assertThat(errors).isEmpty();
    }

    @Test
    void fromSignInToTheDownloadedFile() throws IOException {
        Page staff = signedIn();
        String link = inviteOne(staff, openSet(staff, newStudy(staff, "Journey")));
        Page person = Chromium.page(chromium.person(1280, 800), errors);
        consent(person, link);

        Map<Integer, String> expected = new HashMap<>();
        Set<Integer> shown = new HashSet<>();
        int repeats = 0;
        for (int position = 0; position < IMAGES + REPEATS; position++) {
            assertThat(person.locator(".counter").textContent()).isEqualTo(position + "/" + (IMAGES + REPEATS));
            int image = imageOnScreen(person);
            boolean first = shown.add(image);
            repeats += first ? 0 : 1;
            int expression = (image + (first ? 0 : 1)) % 8;
            Rater.rate(person, expression, 1 + image % 9, 9 - image % 9);
            if (first) {
                expected.put(image, line(expression, 1 + image % 9, 9 - image % 9));
            }
            if (position == 3) {
                reviseTheLast(person, expected, image, first);
            }
        }

        assertThat(shown).hasSize(IMAGES);
        assertThat(repeats).isEqualTo(REPEATS);
        person.locator("main button").click();
        assertThat(person.locator(".code").textContent()).matches("[2-9A-Z]{5}-[2-9A-Z]{5}");
        assertThat(rows(staff)).containsExactlyElementsOf(expected(expected));
        staff.navigate(address("/sets/" + set));
        assertThat(staff.locator(".state.completed").textContent()).isEqualTo("completed");
    }

    /** Goes back to the trial just answered and says something else. */
    private void reviseTheLast(Page person, Map<Integer, String> expected, int image, boolean first) {
        person.locator("a.back").click();
        person.locator("form[data-revising=true]").waitFor();
        assertThat(imageOnScreen(person)).isEqualTo(image);
        assertThat(person.locator("[name=valence]:checked").inputValue()).isEqualTo(String.valueOf(1 + image % 9));
        Rater.rate(person, 7, 5, 5);
        if (first) {
            expected.put(image, line(7, 5, 5));
        }
        person.locator("form[data-revising=false]").waitFor();
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

    private Page signedIn() {
        Page staff = Chromium.page(chromium.person(1280, 800), errors);
        staff.navigate(address("/"));
        staff.locator("[name=username]").fill("admin");
        staff.locator("[name=password]").fill(Api.ADMIN_PASSWORD);
        staff.locator("button[type=submit]").click();
        staff.waitForURL(url -> !url.contains("/sign-in"));
        return staff;
    }

    private String newStudy(Page staff, String name) {
        staff.navigate(address("/studies/new"));
        Locator form = staff.locator("form", new Page.LocatorOptions().setHas(staff.locator("[name=practiceTrials]")));
        form.locator("[name=name]").fill(name + " " + System.nanoTime());
        form.getByText("Practice, breaks and going back").click();
        form.locator("[name=practiceTrials]").fill("1");
        form.locator("button").click();
        return staff.url();
    }

    private String openSet(Page staff, String study) {
        staff.navigate(study + "/sets/new");
        staff.locator("[name=manifest]")
                .setInputFiles(file("manifest.csv", Lab.manifest(IMAGES).getBytes(StandardCharsets.UTF_8)));
        staff.locator("[name=images]").setInputFiles(file("faces.zip", Lab.zip(IMAGES)));
        staff.locator("main button").click();
        staff.locator(".actions-row button").click();
        set = staff.url().replaceAll(".*/", "");
        return set;
    }

    private static FilePayload file(String name, byte[] bytes) {
        return new FilePayload(name, "application/octet-stream", bytes);
    }

    private String inviteOne(Page staff, String set) {
        staff.navigate(address("/sets/" + set + "/invitations"));
        staff.locator("[name=count]").fill("1");
        staff.locator("form.inline button:has-text('Make links')").click();
        return staff.locator("textarea.links").inputValue().strip();
    }

    private void consent(Page person, String link) {
        Rater.begin(person, link);
        assertThat(person.url()).doesNotContain(link.replaceAll(".*/", ""));
    }

    private int imageOnScreen(Page person) {
        Rater.ready(person);
        String address = person.locator(".face").getAttribute("src").replaceAll("\\?.*", "");
        return imageOf.computeIfAbsent(address, unseen -> imageAt(person, unseen));
    }

    /** Which of the lab's pictures an address of this person's shows. */
    private int imageAt(Page person, String address) {
        byte[] bytes = person.context()
                .request()
                .get(java.net.URI.create(person.url()).resolve(address).toString())
                .body();
        for (int image = 0; image < IMAGES; image++) {
            if (Arrays.equals(bytes, PICTURES.get(image))) {
                return image;
            }
        }
        throw new AssertionError("not one of the set's pictures: " + address);
    }

    private static String line(int expression, int valence, int arousal) {
        return expression + "|" + (valence - 5) / 4.0 + "|" + (arousal - 5) / 4.0;
    }

    private static List<String> expected(Map<Integer, String> answers) {
        List<String> lines = new ArrayList<>();
        for (int image = 0; image < IMAGES; image++) {
            lines.add(answers.getOrDefault(image, "||"));
        }
        return lines;
    }

    /** The first participant's column of the three files, as a person downloads them. */
    private List<String> rows(Page staff) throws IOException {
        List<List<String>> columns = new ArrayList<>();
        for (String dimension : List.of("expression", "valence", "arousal")) {
            staff.navigate(address("/sets/" + set + "/data"));
            Download download = staff.waitForDownload(
                    () -> staff.locator("a", new Page.LocatorOptions().setHasText(dimension + "_set1_C25.csv"))
                            .first()
                            .click());
            assertThat(download.suggestedFilename()).isEqualTo(dimension + "_set1_C25.csv");
            columns.add(Files.readAllLines(download.path()).stream()
                    .skip(1)
                    .map(row -> row.split(",", -1)[2])
                    .toList());
        }
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < IMAGES; i++) {
            rows.add(columns.get(0).get(i) + "|" + columns.get(1).get(i) + "|"
                    + columns.get(2).get(i));
        }
        return rows;
    }
}
