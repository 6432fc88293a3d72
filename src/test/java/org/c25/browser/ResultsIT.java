package org.c25.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import javax.imageio.ImageIO;
import org.c25.testing.Api;
import org.c25.testing.Lab;
import org.junit.jupiter.api.Test;

/** The page of results in a real browser: its parts come by themselves, and can be pointed at, chosen from and taken away. */
class ResultsIT extends AtTheBrowser {

    private static final int IMAGES = 6;
    private static final List<String> PARTS =
            List.of("How far participants agree", "Participants", "Self-agreement", "Votes by dimension", "Models");

    @Test
    void theFaceIsShownUnderThePointerAndLeadsToItsOwnPage() {
        long set = rated();
        List<String> errors = new ArrayList<>();
        Page page = Chromium.page(chromium.person(1280, 900), errors);
        signIn(page, "/sets/" + set + "/results");

        Locator mark = page.locator("#circumplex ellipse").nth(2);
        mark.scrollIntoViewIfNeeded();
        mark.hover(new Locator.HoverOptions().setForce(true));
        Locator face = page.locator("#circumplex .glance img:not([hidden])");
        face.waitFor();
        assertThat((int) face.evaluate("image => image.naturalWidth")).isPositive();
        String name = page.locator("#circumplex .glance span").textContent();
        assertThat(name).matches("face-00\\d\\.png");
        mark.click(new Locator.ClickOptions().setForce(true));

        page.waitForURL("**/results/images/*");
        assertThat(page.locator("h2.filename").textContent()).isEqualTo(name);
        assertThat(page.locator("tbody tr").count()).as("one answer of each").isEqualTo(3);
        assertThat(Tour.barriers(page)).isEmpty();
        assertThat(errors).isEmpty();
    }

    @Test
    void whatIsChosenHoldsForAllPartsAndAllFiles() throws IOException {
        long set = rated();
        List<String> errors = new ArrayList<>();
        Page page = Chromium.page(chromium.person(1280, 900), errors);
        signIn(page, "/sets/" + set + "/results");

        page.locator(".selection summary").click();
        page.locator("input[name=out][value='2']").check();
        page.locator(".selection button").click();
        page.waitForURL("**/results?*out=2*");

        assertThat(page.locator(".flash.note").textContent()).contains("without participant2");
        for (Locator part : page.locator("[data-part]").all()) {
            part.scrollIntoViewIfNeeded();
            part.locator("h2").waitFor();
            page.waitForCondition(() -> part.getAttribute("aria-busy") == null);
        }
        String words = page.locator("main").textContent();
        assertThat(words).contains("2 participants, 6 images, without participant2", "No model has been added yet.");
        assertThat(page.locator("#participants tbody tr").count()).isEqualTo(2);
        assertThat(Tour.barriers(page)).isEmpty();
        Locator figure = page.locator("#agreement-curve");
        figure.scrollIntoViewIfNeeded();
        Download picture = page.waitForDownload(() -> figure.locator("[data-png]").click());
        assertThat(picture.suggestedFilename()).isEqualTo("agreement-curve_set1_C25_without-2.png");
        try (InputStream bytes = picture.createReadStream()) {
            BufferedImage image = ImageIO.read(bytes);
            assertThat(image.getWidth()).as("three pixels for one").isEqualTo(3 * 720);
            assertThat(image.getRGB(1, 1) & 0xffffff).as("on white").isEqualTo(0xffffff);
        }
        Download numbers = page.waitForDownload(
                () -> figure.locator(".downloads a").last().click());
        assertThat(numbers.suggestedFilename()).isEqualTo("agreement-curve_set1_C25_without-2.csv");
        assertThat(errors).isEmpty();
    }

    @Test
    void whatDoesNotComeSaysSoAndCanBeAskedAgain() {
        long set = rated();
        Page page = chromium.person(1280, 900).newPage();
        page.route("**/results/coefficients*", route -> route.abort());
        page.route("**/agreement-curve.svg*", route -> route.abort());
        signIn(page, "/sets/" + set + "/results");
        Locator part = page.locator("[data-part]").first();
        Locator figure = page.locator("#agreement-curve");

        part.locator("text=This part did not come.").waitFor();
        figure.scrollIntoViewIfNeeded();
        figure.locator("text=This picture did not come.").waitFor();
        page.unroute("**/results/coefficients*");
        page.unroute("**/agreement-curve.svg*");
        part.locator("button").click();
        figure.locator("button").click();

        part.locator("table").waitFor();
        figure.locator("svg").waitFor();
    }

    @Test
    void withoutAScriptPicturesAreImagesAndPartsArePages() {
        long set = rated();
        BrowserContext person = chromium.personWithoutJavaScript(390, 800);
        Page page = person.newPage();
        signIn(page, "/sets/" + set + "/results");

        page.locator("#vote-distribution img").scrollIntoViewIfNeeded();
        assertThat(page.locator("#vote-distribution img").getAttribute("src")).contains("vote-distribution.svg");
        assertThat(page.locator("[data-png]").first().isVisible()).isFalse();
        List<String> links = page.locator("[data-part] a").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
        assertThat(links).hasSameSizeAs(PARTS);
        for (int i = 0; i < links.size(); i++) {
            page.navigate(address(links.get(i)));
            assertThat(page.content()).contains(PARTS.get(i));
            assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        }
    }

    /** A set with pictures, and the answers of three people. */
    private long rated() {
        long set = lab.draftSet(lab.study(), IMAGES);
        Map<String, Object> files = Map.of(
                "expression", file(image -> image % 8 + "," + image % 8 + "," + image % 3),
                "valence", file(image -> "0.5," + (image % 2 == 0 ? "0.25" : "-0.5") + ",0.75"),
                "arousal", file(image -> "0.0,-0.25," + (image % 2 == 0 ? "1.0" : "-1.0")));
        Api.stranger(port).admin().upload("/api/v1/sets/" + set + "/imports", files).expect(201);
        return set;
    }

    private static byte[] file(IntFunction<String> answers) {
        StringBuilder csv = new StringBuilder("index,filename");
        for (int slot = 0; slot < 25; slot++) {
            csv.append(",participant").append(slot);
        }
        for (int image = 0; image < IMAGES; image++) {
            csv.append("\r\n").append(1000 + image).append(',').append(Lab.filename(image));
            csv.append(',').append(answers.apply(image)).append(",".repeat(22));
        }
        return csv.append("\r\n").toString().getBytes(UTF_8);
    }

    private void signIn(Page page, String path) {
        page.navigate(address(path));
        page.locator("[name=username]").fill("admin");
        page.locator("[name=password]").fill(Api.ADMIN_PASSWORD);
        page.locator("button[type=submit]").click();
        page.locator("h1").waitFor();
        assertThat(page.url()).endsWith(path);
    }
}
