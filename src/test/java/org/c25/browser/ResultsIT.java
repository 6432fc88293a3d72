package org.c25.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.c25.testing.Api;
import org.c25.testing.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of a set's results: its parts and pictures, what is pointed at, chosen and saved, and what fails. */
class ResultsIT extends AtTheBrowser {

    private static final int IMAGES = 6;

    private long set;
    private final List<String> errors = new ArrayList<>();

    @BeforeEach
    void twoPeopleHaveAnswered() {
        set = lab.openSet(lab.study(Map.of("capacity", 3)), IMAGES);
        for (int who = 0; who < 2; who++) {
            Person person = new Person(Api.stranger(port), invite(set));
            person.consent().expect(200);
            int trials = person.trials().size();
            for (int position = 0; position < trials; position++) {
                person.answer(position, position % 3, 1 + position, 9 - position - who)
                        .expect(200);
            }
        }
    }

    @Test
    void thePageBringsItsPartsAndPicturesAndAFaceIsNoFurtherThanItsEllipse() {
        Page page = results(chromium.person(1280, 800), "");
        throughTo(page, "#models");
        for (String part : List.of("How far participants agree", "Participants", "Self-agreement")) {
            named(page.locator("[data-part]"), part).first().waitFor();
        }
        page.locator(".coefficients").first().waitFor();
        page.locator("#participants tbody tr").nth(1).waitFor();
        page.locator("#votes dl").waitFor();
        named(page.locator("#models"), "No model has been added yet").waitFor();
        assertThat(page.locator("[data-part] [role=status]").count()).isZero();
        assertThat(page.locator("figure .paper > svg").count())
                .isEqualTo(page.locator("[data-figure]").count());

        Locator mark = page.locator("#circumplex [data-image]").last();
        mark.scrollIntoViewIfNeeded();
        String index = mark.getAttribute("data-image");
        mark.hover(new Locator.HoverOptions().setForce(true));
        Locator card = page.locator("#circumplex .glance");
        card.locator("img").waitFor();
        until(page, "document.querySelector('#circumplex .glance img').naturalWidth > 0");
        assertThat(card.textContent()).isEqualTo(mark.getAttribute("data-name"));

        mark.click(new Locator.ClickOptions().setForce(true));
        page.waitForURL("**/results/images/*");
        assertThat(page.url()).endsWith("/results/images/" + index);
        assertThat(named(page.locator("table tbody tr"), "first").count()).isEqualTo(2);
        assertThat(errors).isEmpty();
    }

    @Test
    void whoIsLeftOutIsNamedOnThePageAndInWhatIsSavedFromIt() throws IOException {
        Page page = results(chromium.person(1280, 800), "");
        page.locator(".selection summary").click();
        page.locator("[name=out][value='1']").check();
        page.locator(".selection button").click();

        named(page.locator(".flash"), "without participant1").waitFor();
        assertThat(page.locator(".selection summary").textContent()).contains("1 of 2 participants");
        Download csv = saved(page, "CSV");
        assertThat(csv.suggestedFilename()).isEqualTo("circumplex_set1_C3_without-1.csv");
        assertThat(Files.readString(csv.path())).contains("without participant1");
        Download svg = saved(page, "SVG");
        assertThat(svg.suggestedFilename()).isEqualTo("circumplex_set1_C3_without-1.svg");
        assertThat(Files.readString(svg.path())).contains("<svg").contains("without participant1");
        Download png = saved(page, "PNG");
        assertThat(png.suggestedFilename()).isEqualTo("circumplex_set1_C3_without-1.png");
        BufferedImage picture = ImageIO.read(png.path().toFile());
        assertThat(picture.getWidth()).isEqualTo(3 * 720);

        page.locator("[name=width]").fill("600");
        page.locator("[name=x]").selectOption("arousal");
        page.locator(".looks button").click();
        page.waitForURL(url -> url.contains("width=600") && url.contains("x=arousal") && url.contains("out=1"));
        assertThat(page.locator("#circumplex").getAttribute("data-src")).endsWith("?out=1&width=600&x=arousal");
        BufferedImage narrow = ImageIO.read(saved(page, "PNG").path().toFile());
        assertThat(narrow.getWidth()).isEqualTo(3 * 600);
        assertThat(errors).isEmpty();
    }

    @Test
    void aFileThatIsSavedWhileThePageStillLoadsStopsNoneOfItsScripts() {
        BrowserContext desk = chromium.person(1280, 800);
        Page page = results(desk, "");
        List<Route> script = new ArrayList<>();
        desk.route("**/js/reports/pictures.js", script::add);
        page.locator(".selection summary").click();
        page.locator("[name=out][value='1']").check();
        page.locator(".selection button").click();
        named(page.locator(".flash"), "without participant1").waitFor();

        page.locator("#agreement table").first().waitFor(); // What comes above moves the link while it is clicked.
        saved(page, "CSV");
        page.waitForCondition(() -> !script.isEmpty());
        script.get(0).resume();

        page.locator("#circumplex").scrollIntoViewIfNeeded();
        page.locator("#circumplex .paper > svg").waitFor();
    }

    @Test
    void whatDoesNotComeSaysSoAndComesWhenAskedAgain() {
        BrowserContext desk = chromium.person(1280, 800);
        desk.route("**/results/coefficients", Route::abort);
        desk.route("**/figures/circumplex.svg", Route::abort);
        Page page = results(desk, "");
        Locator part = page.locator("[data-part]").first();
        named(part, "This part did not come").waitFor();
        Locator paper = page.locator("#circumplex .paper");
        paper.scrollIntoViewIfNeeded();
        named(paper, "This picture did not come").waitFor();
        page.locator("#circumplex [data-png]").click();
        named(page.locator("#circumplex figcaption [role=status]"), "could not be made")
                .waitFor();

        desk.unrouteAll();
        page.locator("#circumplex [data-png]").focus();
        paper.locator("button").click();
        paper.locator("svg").waitFor();
        part.locator("button").click();
        part.locator("table").first().waitFor();
        assertThat(errors).as("nothing but what was cut off").allMatch(error -> error.contains("ERR_FAILED"));
    }

    @Test
    void withoutAScriptPicturesAreImagesAndPartsArePages() throws IOException {
        Page page = results(chromium.personWithoutJavaScript(1280, 800), "");
        assertThat(page.locator("figure .paper > img").count())
                .isEqualTo(page.locator("[data-figure]").count());
        Download png = saved(page, "PNG");
        assertThat(png.suggestedFilename()).isEqualTo("circumplex_set1_C3.png");
        assertThat(ImageIO.read(png.path().toFile()).getWidth())
                .as("made by the server")
                .isEqualTo(3 * 720);
        // While many figures are asked for, the server says on a page in between that it makes this one.
        page.navigate(address("/sets/" + set + "/results"));
        page.locator("[data-part] a").first().click();
        page.locator(".coefficients").first().waitFor();
        assertThat(page.url()).endsWith("/results/coefficients");
    }

    private Page results(BrowserContext desk, String query) {
        Page page = Chromium.page(desk, errors);
        page.navigate(address("/sets/" + set + "/results" + query));
        page.locator("[name=username]").fill("admin");
        page.locator("[name=password]").fill(Api.ADMIN_PASSWORD);
        page.locator("button[type=submit]").click();
        page.locator("dl.figures").first().waitFor();
        return page;
    }

    /** Past everything that comes when it is near, until nothing is on its way any more. */
    static void throughTo(Page page, String last) {
        for (Locator place : page.locator("[data-figure], [data-part]").all()) {
            place.scrollIntoViewIfNeeded();
        }
        page.locator(last).scrollIntoViewIfNeeded();
        until(
                page,
                "!document.querySelector('[data-figure] .paper > img, [data-part] > h2 + p:last-child > a, [aria-busy=true]')");
    }

    /** The browser's own waiting would need scripts from strings, which the pages forbid. */
    private static void until(Page page, String condition) {
        page.waitForCondition(() -> (boolean) page.evaluate(condition));
    }

    private Download saved(Page page, String kind) {
        return page.waitForDownload(
                () -> named(page.locator("#circumplex .downloads a"), kind).click());
    }

    private static Locator named(Locator within, String text) {
        return within.filter(new Locator.FilterOptions().setHasText(text));
    }
}
