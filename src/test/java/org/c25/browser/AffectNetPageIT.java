package org.c25.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.c25.testing.AffectNet;
import org.c25.testing.Api;
import org.c25.testing.Databases;
import org.c25.testing.Lab;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A set is chosen from AffectNet on its page, with the script and without. */
class AffectNetPageIT extends AtTheBrowser {

    private static final Path ROOT = Databases.folder();
    private static final Path PICTURES = Path.of("target", "tour");

    @DynamicPropertySource
    static void aFolderForAffectNet(DynamicPropertyRegistry properties) {
        properties.add("c25.affectnet.root", ROOT::toString);
    }

    /** Images that take a while to decode. */
    private static final int LARGE = 5;

    @BeforeAll
    static void images() throws IOException {
        Files.createDirectories(ROOT.resolve("8"));
        ImageIO.write(
                new BufferedImage(2500, 2500, BufferedImage.TYPE_INT_RGB),
                "png",
                ROOT.resolve("8/large-0.png").toFile());
        for (int row = 1; row < LARGE; row++) {
            Files.copy(
                    ROOT.resolve("8/large-0.png"),
                    ROOT.resolve("8/large-" + row + ".png"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        for (int row = 0; row < 24; row++) {
            Files.createDirectories(ROOT.resolve("7"));
            Files.write(ROOT.resolve("7/face-%02d.png".formatted(row)), Lab.picture("png", row));
        }
    }

    private static FilePayload training() {
        StringBuilder csv = new StringBuilder(AffectNet.HEADER);
        for (int row = 0; row < 24; row++) {
            csv.append(AffectNet.row("7/face-%02d.png".formatted(row), 10, row % 8));
        }
        return file("training.csv", csv.toString());
    }

    private static FilePayload predictions() {
        StringBuilder csv = new StringBuilder("index,net\n");
        for (int row = 0; row < 24; row++) {
            csv.append(row).append(',').append(row % 3).append('\n');
        }
        return file("predictions.csv", csv.toString());
    }

    private static FilePayload file(String name, String text) {
        return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private Page atThePage(BrowserContext person, List<String> errors) {
        Page page = Chromium.page(person, errors);
        page.navigate(address("/sign-in"));
        page.locator("input[name=username]").fill("admin");
        page.locator("input[name=password]").fill(Api.ADMIN_PASSWORD);
        page.locator("button[type=submit]").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
        page.navigate(address("/studies/" + lab.study()));
        page.locator("a", new Page.LocatorOptions().setHasText("AffectNet")).click();
        return page;
    }

    @Test
    void faultsComeBesideTheFormWhichKeepsItsFiles() {
        List<String> errors = new ArrayList<>();
        Page page = atThePage(chromium.person(1280, 800), errors);
        assertThat(Tour.barriers(page)).isEmpty();
        page.locator("input[name=perClass]").fill("2");
        page.locator("input[name=seed]").fill("lucky");
        page.locator("input[name=training]").setInputFiles(training());
        page.locator("input[value=CONFUSING]").check();
        page.locator("input[name=predictions]").setInputFiles(predictions());

        page.locator("main form button").click();

        page.locator(".faults").waitFor();
        assertThat(page.locator(".faults").textContent()).contains("Seed", "whole number of 64 bits");
        assertThat(page.locator("input[name=seed][aria-invalid=true]").getAttribute("aria-describedby"))
                .isEqualTo("fault-seed");
        assertThat(page.locator("label > #fault-seed").textContent()).contains("whole number of 64 bits");
        assertThat(Tour.barriers(page)).isEmpty();
        look(page, "affectnet-faults");
        page.locator("input[name=seed]").fill("42");
        page.locator("main form button").click();
        page.waitForURL("**/sets/*");
        assertThat(page.locator(".flash.done").textContent()).contains("is made: 16 images");
        assertThat(page.title()).startsWith("Set 1");

        page.locator(".tabs a").nth(1).click();
        page.locator("details summary").click();
        assertThat(page.locator(".sheet li").first().textContent()).contains("score 1.000");
        assertThat(page.locator("dl.figures dd").first().textContent()).isEqualTo("2");
        assertThat(Tour.barriers(page)).isEmpty();
        page.waitForFunction(
                "() => [...document.querySelectorAll('.sheet img')].every(one => one.complete && one.naturalWidth > 0)");
        look(page, "affectnet-items");
        replacesTheFirstByTheNext(page);
        assertThat(errors).isEmpty();
    }

    private void replacesTheFirstByTheNext(Page page) {
        page.locator(".sheet li a").first().click();
        page.locator("input[name=training]").setInputFiles(training());
        page.locator("input[name=predictions]").setInputFiles(predictions());
        assertThat(Tour.barriers(page)).isEmpty();
        look(page, "affectnet-image");
        page.locator("form.upload button").click();
        page.locator(".flash.done").waitFor();
        assertThat(page.locator(".flash.done").textContent()).contains("the next of its class, is in its place");
        page.locator(".sheet input[name=index]").first().check();
        page.locator("button", new Page.LocatorOptions().setHasText("Remove the ticked"))
                .click();
        assertThat(page.locator("h1").textContent()).contains("Remove 1 image from");
        page.locator("button.caution").click();
        page.locator(".flash.done").waitFor();
        assertThat(page.locator(".flash.done").textContent()).contains("is removed.");
        assertThat(page.locator(".sheet li").count()).isEqualTo(15);
    }

    @Test
    void whoWaitsReadsHowFarTheServerIs() {
        List<String> errors = new ArrayList<>();
        Page page = atThePage(chromium.person(1280, 800), errors);
        StringBuilder csv = new StringBuilder(AffectNet.HEADER);
        for (int row = 0; row < LARGE; row++) {
            csv.append(AffectNet.row("8/large-" + row + ".png", 10, 1));
        }
        page.locator("input[name=perClass]").fill(String.valueOf(LARGE));
        page.locator("input[name=training]").setInputFiles(file("training.csv", csv.toString()));

        page.locator("main form button").click();

        page.locator(".upload-state", new Page.LocatorOptions().setHasText("Cropping the faces"))
                .waitFor();
        look(page, "affectnet-waiting");
        page.waitForURL("**/sets/*");
        assertThat(page.locator(".flash.done").textContent()).contains("is made: " + LARGE + " images");
        assertThat(errors).isEmpty();
    }

    @Test
    void thePageWorksAsAPlainForm() {
        List<String> errors = new ArrayList<>();
        Page page = atThePage(chromium.personWithoutJavaScript(390, 844), errors);
        look(page, "390-affectnet");
        page.locator("input[name=perClass]").fill("1");
        page.locator("input[name=training]").setInputFiles(training());

        page.locator("main form button").click();

        assertThat(page.locator(".flash.done").textContent()).contains("is made: 8 images");
        assertThat(errors).isEmpty();
    }

    private static void look(Page page, String name) {
        Tour.picture(page, PICTURES.resolve(name + ".png"));
    }
}
